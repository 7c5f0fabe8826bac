import type { PartyPairingView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useLocation } from 'react-router';
import { ownPairingsQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { useNow } from '../elements/now';
import { Empty, Page } from '../elements/page';
import { useAction } from '../elements/use-action';
import { OwnPairing } from './own-pairing';
import { useNamedRow } from './use-named-row';
import './introductions.css';

/** 我的对接 of a unit or a firm: what am I asked, and whom may I ring up? */
export default function OwnPairingsPage() {
  const query = useQuery(ownPairingsQuery);
  const now = useNow(60_000);
  const action = useAction(['pairings', 'inbox', 'session']);
  const isUnit = useLocation().pathname.startsWith('/dept');
  const named = useNamedRow(query.isSuccess);
  return (
    <Page title="我的对接" lead="双方都同意后才互见联系方式，查看留痕。对方不会先看到您的答复。">
      <Loaded query={query} lines={8}>
        {({ items }) => {
          const own = items.filter(({ side }) => (side === 'DEMAND') === isUnit);
          const waiting = own.filter((item) => item.canAnswer);
          const rest = own.filter((item) => !item.canAnswer);
          return own.length === 0 ? (
            <Empty
              text="还没有对接征询。专员审核通过后，会在这里征询您是否同意对接。"
              action={isUnit ? <ButtonLink to="/dept/scenarios">我的场景</ButtonLink> : <ButtonLink to="/firm/matches">推荐场景</ButtonLink>}
            />
          ) : (
            <>
              <Section title={`待您答复${waiting.length}`} items={waiting} {...{ now, action, named }} />
              <Section title={`已答复和已结束${rest.length}`} items={rest} {...{ now, action, named }} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );

}

interface SectionProps extends Omit<ComponentProps<typeof OwnPairing>, 'item' | 'isNamed'> {
  title: string;
  items: PartyPairingView[];
  named: string;
}

function Section({ title, items, named, ...rest }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="section-head">{title}</h2>
      <ul className="party-list">
        {items.map((item) => (
          <OwnPairing key={`${item.id}${item.organizationId}`} {...{ item, ...rest, isNamed: item.id === named }} />
        ))}
      </ul>
    </section>
  );
}
