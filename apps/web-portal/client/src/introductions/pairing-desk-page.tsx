import type { PairingDeskView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { pairingDeskQuery } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { useNow } from '../elements/now';
import { Empty, Page } from '../elements/page';
import { useAction } from '../elements/use-action';
import { PairingRow } from './pairing-row';
import { useNamedRow } from './use-named-row';
import './introductions.css';

const STATES: { state: string; label: string; count?: (counts: PairingDeskView['counts']) => number }[] = [
  { state: 'OPEN', label: '进行中', count: ({ asking, stalled, introduced }) => asking + stalled + introduced },
  { state: 'STALLED', label: '逾期未答复', count: ({ stalled }) => stalled },
  { state: 'ASKING', label: '征询中', count: ({ asking }) => asking },
  { state: 'INTENT', label: '已引荐', count: ({ introduced }) => introduced },
  { state: 'ENDED', label: '已结束' },
];

const EMPTY: Record<string, string> = {
  STALLED: '没有逾期。',
  ASKING: '没有正在征询的对接。',
  INTENT: '还没有已引荐的对接。',
  ENDED: '没有已结束的对接。',
};

/** 对接跟进: who is silent or stuck? The state stands in the address, so that a link or a reload keeps it. */
export default function PairingDeskPage() {
  const [address, setAddress] = useSearchParams();
  const state = STATES.find((one) => one.state === address.get('state'))?.state ?? 'OPEN';
  const mine = address.get('mine') === '1';
  const query = useQuery(pairingDeskQuery(state, mine));
  const now = useNow(60_000);
  const action = useAction(['pairings']);
  const named = useNamedRow(query.isSuccess);
  const [said, setSaid] = useState('');
  const go = (next: { state?: string; mine?: boolean }) => {
    const isMine = next.mine ?? mine;
    setSaid('');
    setAddress({ state: next.state ?? state, ...(isMine && { mine: '1' }) });
  };
  return (
    <Page title="对接跟进" lead="5个工作日未答复自动提醒一次，10个工作日未答复转回专员。">
      <div className="row-of-buttons desk-states" role="group" aria-label="看哪些">
        {STATES.map(({ state: one, label, count }) => (
          <Button key={one} aria-pressed={state === one} look={state === one ? 'main' : 'plain'} onClick={() => go({ state: one })}>
            {label}
            {count && query.data ? count(query.data.counts) : ''}
          </Button>
        ))}
        <Button aria-pressed={mine} look={mine ? 'main' : 'plain'} onClick={() => go({ mine: !mine })}>
          只看我的
        </Button>
      </div>
      {said ? (
        <p className="notice notice-good" role="status">
          {said}
        </p>
      ) : null}
      <Loaded query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={EMPTY[state] ?? '还没有进行中的对接。'} />
          ) : (
            <ul className="party-list">
              {items.map((item) => (
                <PairingRow key={item.id} {...{ item, now, action, isNamed: item.id === named, onSaid: setSaid }} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
