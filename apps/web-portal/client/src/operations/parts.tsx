import type { SystemStatusView } from '@mantianxing/contracts';
import { momentOf } from '../elements/wording';

const MATCHING: Record<SystemStatusView['matching'], string> = {
  current: '匹配已是最新',
  'catching-up': '匹配正在追赶',
  stopped: '匹配暂停',
};

/** Which parts answer, and whether matching keeps up. */
export function Parts({ status }: { status: SystemStatusView }) {
  return (
    <section aria-label="系统状态">
      <h2>系统状态</h2>
      <p className="aside">
        {MATCHING[status.matching]}
        {status.processedUpTo ? `，已处理至${momentOf(status.processedUpTo)}` : ''}
        {status.waiting > 0 ? `，待处理${status.waiting}件` : ''}
      </p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">部分</th>
            <th scope="col">状态</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {status.parts.map((part) => (
            <tr key={part.name}>
              <td data-label="部分">{part.label}</td>
              <td data-label="状态">
                <span className={part.up ? 'state state-good' : 'state state-warn'}>
                  {part.up ? '✓正常' : '✗不可用'}
                </span>
              </td>
              <td>{part.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
