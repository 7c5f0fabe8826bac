import type { AuditEntryView } from '@mantianxing/contracts';
import { fieldWord, roleWords, subjectWord, valueWord } from './audit-words';

/** Fields shown at once; the rest folds. */
const SHOWN = 3;
const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** One row: when, who, what, before and after, from where. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const { at, who, roles, organizations, actionLabel, subjectKind, subjectId, operation, way, address, agent, position, changes } = entry;
  return (
    <tr>
      <td className="figure audit-when" data-label="时间">
        <time dateTime={at}>{moment.format(new Date(at))}</time>
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
        <Changes changes={changes.slice(0, SHOWN)} />
        {changes.length > SHOWN ? (
          <details>
            <summary>另有{changes.length - SHOWN}项</summary>
            <Changes changes={changes.slice(SHOWN)} />
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

function Changes({ changes }: { changes: AuditEntryView['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {fieldWord(field) || <code>{field}</code>}：
          {before === null ? <small>只记字段名</small> : <ins>{toldOf(field, before, after ?? '')}</ins>}
        </li>
      ))}
    </ul>
  );
}

const toldOf = (field: string, before: string, after: string): string =>
  [before, after]
    .filter(Boolean)
    .map((value) => valueWord(field, value))
    .join(' → ') || '空';
