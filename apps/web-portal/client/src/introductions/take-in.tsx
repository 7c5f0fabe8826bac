import type { StaffPairingView, SuggestionRowView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openSuggestionsQuery } from '../api/queries';
import { AskFrame } from '../elements/ask-frame';
import { BandMark } from '../elements/bands';
import { Loaded } from '../elements/loaded';

interface TakeInProps {
  item: StaffPairingView;
  busy: boolean;
  problem?: string;
  onDo: (takeIn: string[], leaveOut: string[]) => void;
  onCancel: () => void;
}

/** Which firms join: those the machine suggests for the same scenario and that are no members yet. */
export function TakeIn({ item, busy, problem, onDo, onCancel }: TakeInProps) {
  const query = useQuery(openSuggestionsQuery(item.scenarioId));
  const [chosen, setChosen] = useState<string[]>([]);
  const [isLeavingOut, setLeavingOut] = useState(false);
  const toggle = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <AskFrame
      doIt="加入并再次征询"
      isComplete={chosen.length > 0}
      {...{ busy, problem, onCancel }}
      onDo={() => onDo(chosen, isLeavingOut ? item.mayLeaveOut.map(({ firmId }) => firmId) : [])}
    >
      <p>所有各方会重新收到征询，上一次的答复不再有效。新成员和其他各方都同意后才互见联系方式。</p>
      <Loaded query={query} lines={3}>
        {({ rows }) => <Candidates rows={rows.filter((row) => mayJoin(row, item))} {...{ chosen, toggle }} />}
      </Loaded>
      {item.mayLeaveOut.length > 0 ? (
        <label className="pick">
          <input type="checkbox" checked={isLeavingOut} onChange={() => setLeavingOut(!isLeavingOut)} />
          <span>同时去掉{item.mayLeaveOut.map(({ firmName }) => firmName).join('、')}</span>
        </label>
      ) : null}
    </AskFrame>
  );
}

function Candidates({ rows, chosen, toggle }: { rows: SuggestionRowView[]; chosen: string[]; toggle: (id: string) => void }) {
  if (rows.length === 0) return <p className="aside">此场景没有其他待审核的候选企业。</p>;
  return (
    <fieldset className="picks">
      <legend>加入哪家企业</legend>
      {rows.map((row) => (
        <label key={row.id} className="pick">
          <input type="checkbox" checked={chosen.includes(row.capabilityId)} onChange={() => toggle(row.capabilityId)} />
          <span>
            {row.firmName}“{row.capabilityName}” <BandMark band={row.band} score={row.score} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** By itself, and no member yet. */
function mayJoin(row: SuggestionRowView, { consents, partners = [], firmName }: StaffPairingView): boolean {
  const there = [...consents.map(({ organizationId }) => organizationId), ...partners.map(({ firmId }) => firmId)];
  return row.partners === undefined && row.firmName !== firmName && !there.includes(row.firmId);
}
