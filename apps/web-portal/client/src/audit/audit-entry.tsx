import type { AuditEntryView } from '@mantianxing/contracts';
import { secondOf, valueWord } from './audit-value-words';
import { fieldWord, roleWords, subjectWord } from './audit-words';

/** Fields shown at once; the rest folds. */
const SHOWN = 3;

/** One row: when, who, what, before and after, from where. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const { at, who, roles, organizations, actionLabel, subjectKind, subjectId, operation, way, address, agent, position, changes } = entry;
  return (
    <tr>
      <td className="figure audit-when" data-label="时间">
        <time dateTime={at}>{secondOf(at)}</time>
        <small>{position === null ? '待封存' : `第${position}条`}</small>
      </td>
      <td data-label="何人">
        {who || way}
        <small>{[roleWords(roles), organizations.join('、')].filter(Boolean).join('，')}</small>
      </td>
      <td data-label="何事">
        {actionLabel}：{subjectWord(subjectKind)}
        <small className="audit-number">
          <code>{subjectKind}</code> {subjectId}
        </small>
      </td>
      <td className="audit-changes" data-label={changes.length > 0 ? '改前与改后' : undefined}>
        <Changes {...{ subjectKind }} changes={changes.slice(0, SHOWN)} />
        {changes.length > SHOWN ? (
          <details>
            <summary>另有{changes.length - SHOWN}项</summary>
            <Changes {...{ subjectKind }} changes={changes.slice(SHOWN)} />
          </details>
        ) : null}
      </td>
      <td data-label="从何处">
        {way}
        <small>{operation}</small>
        <small title={agent}>{address}</small>
      </td>
    </tr>
  );
}

/** In words; the column's own name and values stay at hand, as evidence. */
function Changes({ changes, subjectKind }: Pick<AuditEntryView, 'changes' | 'subjectKind'>) {
  if (changes.length === 0) return null;
  const word = (field: string, value: string) => valueWord(subjectKind, field, value);
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span title={field}>{fieldWord(subjectKind, field) || <code>{field}</code>}</span>：
          {before === null ? (
            <small>只记字段名</small>
          ) : (
            <ins title={toldOf(before, after ?? '')}>{toldOf(word(field, before), word(field, after ?? ''))}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}

const toldOf = (before: string, after: string): string => [before, after].filter(Boolean).join(' → ') || '空';
