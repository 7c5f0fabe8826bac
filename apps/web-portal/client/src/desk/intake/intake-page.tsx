import type { ScenarioView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { intakeQuery } from '../../api/queries';
import { Loaded } from '../../elements/loaded';
import { useNow } from '../../elements/now';
import { Empty, Page } from '../../elements/page';
import { StateMark } from '../../elements/state-mark';
import { dueIn } from '../../elements/wording';
import './intake.css';
import { IntakeEntry } from './intake-entry';

/** 场景审核: may it be published? */
export default function IntakePage() {
  const query = useQuery(intakeQuery);
  const [said, setSaid] = useState('');
  return (
    <Page title="场景审核">
      {said ? (
        <p className="notice notice-good" role="status">
          {said}
        </p>
      ) : null}
      <Loaded query={query} lines={12}>
        {({ items }) => (items.length === 0 ? <Empty text="没有待审场景。" /> : <Desk items={items} onSaid={setSaid} />)}
      </Loaded>
    </Page>
  );
}

function Desk({ items, onSaid }: { items: ScenarioView[]; onSaid: (sentence: string) => void }) {
  const [search, setSearch] = useSearchParams();
  const now = useNow(60_000);
  const current = items.find((item) => item.id === search.get('at')) ?? items[0]!;
  return (
    <div className="intake">
      <ul className="intake-list">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-current={item === current ? 'true' : undefined}
              onClick={() => setSearch({ at: item.id }, { replace: true })}
            >
              <b>{item.content.title}</b>
              <StateMark status={item.status} label={item.statusLabel} />
              <span className="aside">
                {item.organizationName}
                {item.dueAt ? `·${dueIn(item.dueAt, now)}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <IntakeEntry key={current.id} item={current} onSaid={onSaid} />
    </div>
  );
}
