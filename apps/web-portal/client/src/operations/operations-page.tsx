import type { OperationsView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { operationsQuery, statusQuery } from '../api/queries';
import { useLetters } from '../api/session';
import { Loaded } from '../elements/loaded';
import { Page } from '../elements/page';
import { momentOf } from '../elements/wording';
import { DeadLetters } from './dead-letters';
import './operations.css';
import { Parts } from './parts';

/** 运行状态: is anything lost, stuck or waiting for a person? */
export default function OperationsPage() {
  const status = useQuery(statusQuery);
  const operations = useQuery(operationsQuery);
  const isAway = status.data?.parts.some(({ up }) => !up);
  return (
    <Page title="运行状态" lead="各部分是否正常、有没有遗漏、哪些任务需要人处理。">
      <div className="operations-page sections">
        {isAway && status.data ? <Parts status={status.data} /> : null}
        <DeadLetters />
        <Loaded query={operations} lines={8}>
          {(view) => (
            <>
              <Queues view={view} />
              <Reconciliation view={view} />
            </>
          )}
        </Loaded>
        {!isAway && status.data ? <Parts status={status.data} /> : null}
        {operations.data ? <Tasks view={operations.data} /> : null}
      </div>
    </Page>
  );
}

function Queues({ view }: { view: OperationsView }) {
  const letters = useLetters();
  const waiting = view.queues.filter(({ pending }) => pending > 0);
  return (
    <section aria-label="待办任务">
      <h2>待办任务</h2>
      {waiting.length === 0 ? <p className="aside">没有积压。</p> : null}
      <ul className="operations-queues">
        {waiting.map(({ name, label, pending, oldestAskedAt }) => (
          <li key={name}>
            {label}：<b className="figure">{pending}</b>件
            {oldestAskedAt ? `，最早${momentOf(oldestAskedAt)}` : ''}
          </li>
        ))}
      </ul>
      {letters.has('A') ? (
        <p>
          <a href="/admin/queues">看队列明细（只读）</a>
        </p>
      ) : null}
    </section>
  );
}

/** What was compared last, and what had to be mended lately. */
function Reconciliation({ view: { last, mended } }: { view: OperationsView }) {
  const letters = useLetters();
  return (
    <section aria-label="核对与补齐">
      <h2>核对与补齐</h2>
      {last ? (
        <p className="aside">
          {momentOf(last.at)}核对{last.compared}项，{last.mended === 0 ? '没有遗漏' : `补齐${last.mended}项`}
          。每五分钟一次{letters.has('A') ? '，也可在服务器上执行npm run reconcile' : ''}。
        </p>
      ) : (
        <p className="aside">还没有核对过，每五分钟一次。</p>
      )}
      {last ? (
        <table className="list operations-checks">
          <thead>
            <tr>
              <th scope="col">核对内容</th>
              <th scope="col">核对</th>
              <th scope="col">补齐</th>
            </tr>
          </thead>
          <tbody>
            {last.checks.map(({ name, label, compared, mended: put, note }) => (
              <tr key={name}>
                <td>
                  {label}
                  {note ? <span className="aside operations-since">{note}</span> : null}
                </td>
                <td className="figure" data-label="核对">
                  {compared}
                </td>
                <td className="figure" data-label="补齐">
                  {put}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {mended.length > 0 ? (
        <details>
          <summary>最近补齐过的{mended.length}次</summary>
          <ol className="operations-mended">
            {mended.map(({ at, byCommand, checks }) => (
              <li key={at}>
                {momentOf(at)}
                {byCommand ? '（人工执行）' : ''}：
                {checks
                  .filter((one) => one.mended > 0)
                  .map((one) => `${one.label}，补齐${one.mended}项`)
                  .join('；')}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

const TASK_LABEL: Record<string, string> = {
  'bring-back-jobs': '找回遗失的任务',
  'reconcile-promises': '全面核对',
  'revive-deliveries': '补发到期通知',
  'ripen-deliveries': '发出到点的通知',
  'hash-addresses': '过期投递地址脱敏',
  'sweep-consents': '征询提醒与到期',
  'tell-due': '到期提醒',
  'track-deadlines': '场景截止与到期',
  'stale-capabilities': '久未确认的能力停止匹配',
  'sweep-link-tokens': '清理过期链接',
  'sweep-sign-in-attempts': '清理登录尝试记录',
  'remind-recertification': '提醒年度确认',
  'remove-personal-data': '删除离任人员个人信息',
  'remove-audit-entries': '清理到期审计记录',
};

function Tasks({ view: { tasks } }: { view: OperationsView }) {
  return (
    <details className="operations-tasks">
      <summary>定时任务{tasks.some(({ isFailing }) => isFailing) ? '（有任务上次没有完成）' : ''}</summary>
      <ul>
        {tasks.map(({ name, lastFinishedAt, lastCount, isFailing }) => (
          <li key={name}>
            {TASK_LABEL[name] ?? name}：
            {lastFinishedAt ? `${momentOf(lastFinishedAt)}，处理${lastCount ?? 0}项` : '还没有执行过'}
            {isFailing ? <span className="problem">，上次没有完成，会自动再试</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
