import type { AuditEntryView } from '@mantianxing/contracts';

/** Fields shown at once; the rest folds. */
const SHOWN = 3;
const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** One row: when, who, what, before and after, from where. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const { at, who, roles, organizations, actionLabel, subjectKind, subjectId, operation, way, address, agent, position, changes } = entry;
  return (
    <tr>
      <td className="figure audit-when">
        <time dateTime={at}>{moment.format(new Date(at))}</time>
        <small>{position === null ? '待封存' : `第${position}条`}</small>
      </td>
      <td>
        {who || way}
        <small>{[roles.join(' '), organizations.join('、')].filter(Boolean).join('，')}</small>
      </td>
      <td>
        {actionLabel} <code>{subjectKind}</code>
        <small className="audit-number">{subjectId}</small>
      </td>
      <td className="audit-changes">
        <Changes changes={changes.slice(0, SHOWN)} />
        {changes.length > SHOWN ? (
          <details>
            <summary>另有{changes.length - SHOWN}项</summary>
            <Changes changes={changes.slice(SHOWN)} />
          </details>
        ) : null}
      </td>
      <td>
        {way}
        <small>{operation}</small>
        <small title={agent}>{address}</small>
      </td>
    </tr>
  );
}

function Changes({ changes }: { changes: AuditEntryView['changes'] }) {
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <code>{field}</code> {before === null ? <small>只记字段名</small> : <ins>{[before, after].filter(Boolean).join(' → ') || '空'}</ins>}
        </li>
      ))}
    </ul>
  );
}
