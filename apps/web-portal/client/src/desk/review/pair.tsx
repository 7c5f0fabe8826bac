import type { SuggestionRowView, SuggestionView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { suggestionQuery } from '../../api/queries';
import { Loaded } from '../../elements/loaded';
import { ordered, type DeskState } from './desk-state';
import { needFields, needMeta, offerFields, offerMeta } from './fields';
import { numberReasons } from './marks';
import { TextPane } from './text-pane';
import type { Tab, usePanes } from './use-panes';
import { AtRest } from './at-rest';
import { mayReopen, Reopen } from './reopen';
import type { Decisions } from './use-decisions';
import { Why } from './why';

/** Pairs fetched ahead, so that the next key press shows its texts at once. */
const AHEAD = 3;
const TABS: Record<Tab, string> = { why: '为什么', need: '需求', offer: '能力' };

interface PairProps {
  row: SuggestionRowView;
  state: DeskState;
  isFull: boolean;
  mayDecide: boolean;
  resume: Decisions['resume'];
  panes: ReturnType<typeof usePanes>;
}

export function Pair({ row, state, isFull, mayDecide, resume, panes }: PairProps) {
  const query = useQuery(suggestionQuery(row.id, row.version));
  // Said beside the pair: the list that shows it no longer has it then.
  const [back, setBack] = useState<string | null>(null);
  const cache = useQueryClient();
  useEffect(() => {
    const rows = ordered(state);
    const here = rows.findIndex((other) => other.id === row.id);
    for (const next of rows.slice(here + 1, here + 1 + AHEAD))
      void cache.prefetchQuery(suggestionQuery(next.id, next.version));
  }, [cache, row.id, state]);
  return (
    <>
      {back === row.id ? (
        <p className="reopen" role="status">
          已回到待审核。
        </p>
      ) : null}
      <Loaded query={query} lines={10}>
        {(data) => (
          <>
            {mayDecide ? (
              <WayBack key={row.id} row={data.row} resume={resume} onDone={() => setBack(row.id)} />
            ) : null}
            <Texts data={data} {...{ isFull, panes }} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What is not before the reviewers may come back. */
function WayBack({ row, resume, onDone }: Pick<PairProps, 'row' | 'resume'> & { onDone: () => void }) {
  if (row.status === 'HELD') return <AtRest {...{ row, resume, onDone }} />;
  return mayReopen(row) ? <Reopen {...{ row, onDone }} /> : null;
}

function Texts({ data, isFull, panes }: { data: SuggestionView } & Pick<PairProps, 'isFull' | 'panes'>) {
  const reasons = useMemo(() => numberReasons(data.reasons, data.row.score), [data]);
  const { lit, pinned, light, pin, tab, setTab, setCount } = panes;
  useEffect(() => setCount(reasons.filter((entry) => entry.number !== null).length), [reasons, setCount]);
  const shared = { reasons, lit, isFull, onLight: light, onPin: pin };
  const { scenario, members } = data;
  const isJoint = members.length > 1;
  return (
    <div className="pair" data-tab={tab}>
      <div className="tabs" role="group" aria-label="看哪一部分">
        {(Object.keys(TABS) as Tab[]).map((key) => (
          <button key={key} type="button" aria-pressed={key === tab} onClick={() => setTab(key)}>
            {TABS[key]}
          </button>
        ))}
      </div>
      <Why suggestion={data} reasons={reasons} lit={lit} pinned={pinned} onLight={light} onPin={pin} />
      <TextPane
        {...shared}
        key={`need-${data.row.id}`}
        id="need"
        label="需求"
        texts={[
          {
            meta: needMeta(scenario),
            title: { field: 'title', text: scenario.title },
            fields: needFields(scenario),
            href: `/scenarios/${scenario.id}`,
          },
        ]}
      />
      <TextPane
        {...shared}
        key={`offer-${data.row.id}`}
        id="offer"
        label="能力"
        texts={members.map((member, index) => ({
          owner: member.id,
          meta: (isJoint ? `${index === 0 ? '牵头' : '成员'}·` : '') + offerMeta(member),
          title: { field: 'name', text: member.name },
          fields: offerFields(member),
          href: `/capabilities/${member.id}`,
        }))}
      />
    </div>
  );
}
