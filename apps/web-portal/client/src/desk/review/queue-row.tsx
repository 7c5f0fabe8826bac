import { SUGGESTION_STATUS, type PartnerView, type SuggestionRowView } from '@mantianxing/contracts';
import { memo } from 'react';
import { BandMark } from '../../elements/bands';
import { capabilitiesOf, firmsOf, shortFirm, waitedSince } from '../../elements/wording';
import { DECISION_WORD, type Progress } from './desk-state';
import type { GroupBy } from './address';

interface RowProps {
  row: SuggestionRowView;
  by: GroupBy;
  index: number;
  progress: Progress | undefined;
  isCurrent: boolean;
  isSelected: boolean;
  now: number;
  onGo: (id: string) => void;
  onToggle: (id: string) => void;
  onUndo: (id: string) => void;
}

/** One pair: a grid row whose focus roves; the mouse reaches the box and the way back too. */
export const QueueRow = memo(function QueueRow(props: RowProps) {
  const { row, by, index, progress, isCurrent, isSelected, now, onGo, onToggle, onUndo } = props;
  const undoUntil =
    progress?.phase === 'done' || progress?.phase === 'recused'
      ? progress.undoUntil
      : row.undoUntil && row.status !== 'OPEN'
        ? Date.parse(row.undoUntil)
        : null;
  const canUndo = undoUntil !== null && undoUntil > now && progress?.phase !== 'undoing';
  return (
    <div
      role="row"
      id={`row-${row.id}`}
      aria-rowindex={index}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={`queue-row phase-${progress?.phase ?? 'open'}`}
      onClick={() => onGo(row.id)}
    >
      <span
        role="gridcell"
        className="queue-box"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(row.id);
        }}
      >
        <span aria-hidden="true">{isSelected ? '☑' : '☐'}</span>
        <span className="unseen">{isSelected ? '已选中' : '未选中'}</span>
      </span>
      <span
        role="gridcell"
        className="queue-name"
        title={by === 'scenario' ? firmsOf(row) : row.scenarioTitle}
      >
        {row.partners ? <span className="joint-mark">联合体</span> : null}
        {by === 'scenario' ? shortFirm(row.firmName) : row.scenarioTitle}
      </span>
      <span role="gridcell" className="queue-band">
        <BandMark band={row.band} score={row.score} />
      </span>
      <span role="gridcell" className="queue-note">
        <span className="queue-capability" title={capabilitiesOf(row)}>
          {by === 'scenario' && row.partners ? partnersIn(row.partners) : capabilitiesOf(row)}
        </span>
        <Note row={row} progress={progress} now={now} />
        {canUndo ? (
          <button
            type="button"
            className="link-button"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onUndo(row.id);
            }}
          >
            撤销
          </button>
        ) : null}
      </span>
    </div>
  );
});

/** The row is too narrow for two firms on one line: the lead stands above, ＋重庆听澜设备 here. */
const partnersIn = (partners: readonly PartnerView[]): string =>
  partners.map(({ firmName }) => `＋${shortFirm(firmName)}`).join('');

function Note({
  row,
  progress,
  now,
}: {
  row: SuggestionRowView;
  progress: Progress | undefined;
  now: number;
}) {
  switch (progress?.phase) {
    case 'sending':
      return <>已{DECISION_WORD[progress.decision]}，正在保存</>;
    case 'done':
      return <>{progress.cause ?? `✓已${DECISION_WORD[progress.decision]}`}</>;
    case 'undoing':
      return <>正在撤销</>;
    case 'refused':
    case 'overtaken':
      return (
        <span className="queue-cause" title={progress.cause}>
          {progress.cause}
        </span>
      );
    case 'gone':
      return <>已处理或已失效</>;
    case 'recused':
      return <>已回避，由其他专员办理</>;
    case 'held':
      return <>{SUGGESTION_STATUS.HELD}</>;
    case 'skipped':
      return <>已跳过，明天再现</>;
    default:
      return <>{noteOf(row, now)}</>;
  }
}

function noteOf(row: SuggestionRowView, now: number): string {
  if (row.status !== 'OPEN') return [row.statusLabel, row.pairingEnded, row.decidedBy].filter(Boolean).join('·');
  if (row.reopenedBecause) return '再次出现';
  return row.toVerify.length > 0 ? `待核实：${row.toVerify.join('、')}` : waitedSince(row.waitingSince, now);
}
