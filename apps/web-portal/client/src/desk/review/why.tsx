import type { SuggestionView } from '@mantianxing/contracts';
import { shortFirm } from '../../elements/wording';
import { circled, type NumberedReason } from './marks';

interface WhyProps {
  suggestion: SuggestionView;
  reasons: NumberedReason[];
  lit: number | null;
  pinned: number | null;
  onLight: (number: number | null) => void;
  onPin: (number: number) => void;
}

/** 为什么: reasons with their numbers and points, then what is missing, what to verify, and how exposed the firm is. */
export function Why({ suggestion, reasons, lit, pinned, onLight, onPin }: WhyProps) {
  const { row, missing, exposure, members } = suggestion;
  const firms = new Map(
    members.length > 1 ? members.map(({ id, firmName }) => [id, shortFirm(firmName)]) : [],
  );
  const ends = [
    row.toVerify.length > 0 ? `待核实：${row.toVerify.join('、')}` : '',
    row.reopenedBecause,
    `曝光：推荐${exposure.suggested}引荐${exposure.introduced}`,
  ].filter(Boolean);
  const stop = pinned ?? reasons.find((entry) => entry.number !== null)?.number ?? null;
  const shown = reasons.filter(
    (entry) => entry.reason.kind !== 'MISSING' && entry.reason.kind !== 'TO_VERIFY',
  );
  return (
    <section id="pane-why" className="why" aria-label="为什么" tabIndex={-1}>
      <ul className="why-list">
        {shown.map((entry, index) => (
          <li
            key={index}
            className={
              entry.reason.kind === 'RULE' || entry.reason.kind === 'EXCLUDED' ? 'why-against' : undefined
            }
          >
            {entry.number === null ? (
              <span className="why-reason">
                <span aria-hidden="true">•</span> {entry.reason.sentence}
                <Whose firm={firms.get(entry.reason.capabilityId ?? '')} />
                <Points entry={entry} />
              </span>
            ) : (
              <button
                type="button"
                id={`reason-${entry.number}`}
                className={entry.number === lit ? 'why-reason lit' : 'why-reason'}
                aria-pressed={entry.number === pinned}
                tabIndex={entry.number === stop ? 0 : -1}
                onMouseEnter={() => onLight(entry.number)}
                onMouseLeave={() => onLight(null)}
                onFocus={() => onLight(entry.number)}
                onBlur={() => onLight(null)}
                onClick={() => onPin(entry.number!)}
              >
                {circled(entry.number)} {entry.reason.sentence}
                <Whose firm={firms.get(entry.reason.capabilityId ?? '')} />
                <Points entry={entry} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="why-foot">
        {missing.length > 0 ? (
          <span className="why-missing">
            未覆盖：
            {missing.map((word) => (
              <span key={word} className="missing-words">
                {word}
              </span>
            ))}
          </span>
        ) : null}
        <span>{ends.join('｜')}</span>
        <b className="figure">共{row.score}分</b>
      </p>
    </section>
  );
}

/** In a 联合体: whose part this is. */
function Whose({ firm }: { firm: string | undefined }) {
  return firm ? <span className="why-who">（{firm}）</span> : null;
}

function Points({ entry }: { entry: NumberedReason }) {
  if (entry.points === 0) return null;
  return (
    <span className="why-points figure">
      {entry.points > 0 ? '+' : '−'}
      {Math.abs(entry.points)}
    </span>
  );
}
