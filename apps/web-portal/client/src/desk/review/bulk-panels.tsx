import type { SuggestionRowView } from '@mantianxing/contracts';
import { BandMark } from '../../elements/bands';
import { Button } from '../../elements/button';
import { capabilitiesOf, firmsOf } from '../../elements/wording';

/** Every row of a bulk decision, before it is sent. */
export function RowList({ rows, label }: { rows: SuggestionRowView[]; label: string }) {
  return (
    <ul className="bulk-list" tabIndex={0} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <BandMark band={row.band} score={row.score} /> {row.scenarioTitle} × {firmsOf(row)}{' '}
          {capabilitiesOf(row)}
        </li>
      ))}
    </ul>
  );
}

interface BulkProps {
  rows: SuggestionRowView[];
  leftOut: number;
  onApprove: () => void;
  onCancel: () => void;
}

/** A bulk approval lists every row before it is sent. */
export function BulkApprovePanel({ rows, leftOut, onApprove, onCancel }: BulkProps) {
  const why = leftOut > 0 ? `另有${leftOut}条不是“推荐”、有待核实或为联合体，请逐条审核。` : '';
  return (
    <div className="bar-panel">
      <p>
        {rows.length > 0 ? `将通过以下${rows.length}条。` : '没有可以批量通过的。'}
        {why}
      </p>
      <RowList rows={rows} label="将通过的建议" />
      <div className="row-of-buttons">
        <Button look="main" disabled={rows.length === 0} onClick={onApprove} autoFocus>
          通过{rows.length}条
        </Button>
        <Button onClick={onCancel}>
          返回<kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}
