import { BAND_LABEL, type Band, type ReviewQueueView, type SystemStatusView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { inboxQuery, intakeQuery, queueQuery, statusQuery } from '../../api/queries';
import { BAND_SHAPE } from '../../elements/bands';
import { ButtonLink } from '../../elements/button';
import { Loaded } from '../../elements/loaded';
import { useNow } from '../../elements/now';
import { Empty, Page } from '../../elements/page';
import { TodoList, type Todo } from '../../elements/todo-list';
import { momentOf, waitedSince } from '../../elements/wording';

const BANDS: readonly Band[] = ['RECOMMENDED', 'CANDIDATE', 'WEAK'];

function suggestionTodos({ rows }: ReviewQueueView, now: number): Todo[] {
  return BANDS.map((band) => {
    const open = rows.filter((row) => row.band === band);
    const oldest = open.map((row) => row.waitingSince).sort()[0];
    return {
      label: `待审建议·${BAND_SHAPE[band]}${BAND_LABEL[band]}`,
      count: open.length,
      to: `/desk/review?band=${band}`,
      note: oldest ? waitedSince(oldest, now).replace('待审', '最久') : undefined,
    };
  });
}

/** 我的待办: what is late? */
export default function MyDayPage() {
  const now = useNow(60_000);
  const queue = useQuery(queueQuery({ status: 'OPEN', q: '' }));
  const intake = useQuery(intakeQuery);
  const inbox = useQuery(inboxQuery);
  const status = useQuery(statusQuery);
  const count = (state: string) => intake.data?.items.filter((item) => item.status === state).length ?? 0;
  return (
    <Page
      title="我的待办"
      action={
        <ButtonLink look="main" to="/desk/review">
          开始审核
        </ButtonLink>
      }
    >
      <Loaded query={queue} lines={6}>
        {(view) => {
          const todos: Todo[] = [
            { label: '待审场景', count: count('SUBMITTED'), to: '/desk/intake' },
            { label: '待发布场景', count: count('APPROVED'), to: '/desk/intake', note: '由统筹发布' },
            ...suggestionTodos(view, now),
            { label: '未读消息', count: inbox.data?.unread ?? 0, to: '/inbox' },
          ];
          return todos.some((todo) => todo.count > 0) ? (
            <TodoList todos={todos} />
          ) : (
            <Empty text="今日已清空。" />
          );
        }}
      </Loaded>
      {status.data ? <Parts status={status.data} /> : null}
    </Page>
  );
}

const MATCHING: Record<SystemStatusView['matching'], string> = {
  current: '匹配已是最新',
  'catching-up': '匹配正在追赶',
  stopped: '匹配暂停',
};

function Parts({ status }: { status: SystemStatusView }) {
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
