import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { AskInPlace } from '../../elements/ask-in-place';
import { Button } from '../../elements/button';
import { useAction } from '../../elements/use-action';

/** A pair that was rejected, or whose pairing is over, has a way back: with a reason, before the reviewers once more. */
export const mayReopen = ({ status, pairingEnded }: SuggestionRowView): boolean => status === 'REJECTED' || pairingEnded !== undefined;

export function Reopen({ row, onDone }: { row: SuggestionRowView; onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const { act, busy, problem, clear } = useAction(['queue', 'suggestion']);
  const how = [row.statusLabel, row.pairingEnded ? `对接：${row.pairingEnded}` : ''].filter(Boolean).join('·');
  return (
    <div className="reopen">
      {isAsking ? (
        <AskInPlace
          sentence="将回到待审核，上次的结论和原因留在记录里。"
          doIt="重新提出"
          reasonLabel="为何重新提出（审核人可见）"
          busy={busy !== null}
          problem={problem?.message}
          onDo={async (note) => {
            if (await act(row.id, `/api/suggestions/${row.id}/reopen`, { version: row.version, note })) onDone();
          }}
          onCancel={() => {
            setAsking(false);
            clear();
          }}
        />
      ) : (
        <>
          <span>{how}</span>
          <Button onClick={() => setAsking(true)}>重新提出</Button>
        </>
      )}
    </div>
  );
}
