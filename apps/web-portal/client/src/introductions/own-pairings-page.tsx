import type { PartyPairingView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { useLocation } from 'react-router';
import { ownPairingsQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { useNow } from '../elements/now';
import { Empty, Page } from '../elements/page';
import { useAction } from '../elements/use-action';
import { clockOf } from '../elements/wording';
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
  const [done, setDone] = useState('');
  return (
    <Page title="我的对接" lead="双方都同意后才互见联系方式，查看留痕。对方不会先看到您的答复。">
      <Loaded query={query} lines={8}>
        {({ items }) => {
          const own = items.filter(({ side }) => (side === 'DEMAND') === isUnit);
          const waiting = own.filter((item) => item.canAnswer);
          const rest = own.filter((item) => !item.canAnswer);
          const said = own.find(({ id }) => id === done);
          return own.length === 0 ? (
            <Empty
              text="还没有对接征询。专员审核通过后，会在这里征询您是否同意对接。"
              action={isUnit ? <ButtonLink to="/dept/scenarios">我的场景</ButtonLink> : <ButtonLink to="/firm/matches">推荐场景</ButtonLink>}
            />
          ) : (
            <>
              {said ? (
                <p className="notice notice-good" role="status">
                  {wordsOnceDone(said)}
                </p>
              ) : null}
              <Section title={`待您答复${waiting.length}`} items={waiting} {...{ now, action, named, onDone: setDone }} />
              <Section title={`已答复和已结束${rest.length}`} items={rest} {...{ now, action, named, onDone: setDone }} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What came of the answer just given: the row itself has moved down the page. */
function wordsOnceDone({ side, own, contactsOpen, changeUntil, scenarioTitle, firmName }: PartyPairingView): string {
  const whom = side === 'DEMAND' ? firmName : `《${scenarioTitle}》`;
  if (own.status === 'ASKED') return `已取回对${whom}的答复，请在“待您答复”重新答复。`;
  if (own.status === 'REVOKED') return `已撤回与${whom}对接的同意，双方不能再查看联系人。`;
  if (changeUntil) return `已答复“${own.statusLabel}”，${clockOf(changeUntil)}前可改，之后生效。`;
  if (own.status === 'DECLINED') return `已答复暂不与${whom}对接。如需改变，请联系专员再次征询。`;
  return contactsOpen ? `双方已同意对接，可查看${whom}的联系人。` : `已同意与${whom}对接，对方也同意后会通知您。`;
}

interface SectionProps extends Omit<ComponentProps<typeof OwnPairing>, 'item' | 'isNamed' | 'onDone'> {
  title: string;
  items: PartyPairingView[];
  named: string;
  onDone: (id: string) => void;
}

function Section({ title, items, named, onDone, ...rest }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="section-head">{title}</h2>
      <ul className="party-list">
        {items.map((item) => (
          <OwnPairing key={`${item.id}${item.organizationId}`} {...{ item, ...rest, isNamed: item.id === named }} onDone={() => onDone(item.id)} />
        ))}
      </ul>
    </section>
  );
}
