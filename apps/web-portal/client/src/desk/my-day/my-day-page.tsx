import { BAND_LABEL, type Band, type ReviewQueueView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { inboxQuery, intakeQuery, pairingDeskQuery, queueQuery, statusQuery, workingDaysQuery } from '../../api/queries';
import { useLetters } from '../../api/session';
import { BAND_SHAPE } from '../../elements/bands';
import { ButtonLink } from '../../elements/button';
import { Loaded } from '../../elements/loaded';
import { useNow } from '../../elements/now';
import { Empty, Page } from '../../elements/page';
import { TodoList, type Todo } from '../../elements/todo-list';
import { waitedSince } from '../../elements/wording';
import { Parts } from '../../operations/parts';
import { RecusalList } from './recusals';

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
  const letters = useLetters();
  const queue = useQuery(queueQuery({ status: 'OPEN', q: '' }));
  const intake = useQuery(intakeQuery);
  const inbox = useQuery(inboxQuery);
  const status = useQuery(statusQuery);
  const pairings = useQuery(pairingDeskQuery('OPEN', false));
  const workingDays = useQuery(workingDaysQuery);
  const count = (state: string) => intake.data?.items.filter((item) => item.status === state).length ?? 0;
  return (
    <Page
      title="我的待办"
      action={
        letters.has('M') ? (
          <ButtonLink look="main" to="/desk/review">
            开始审核
          </ButtonLink>
        ) : (
          <ButtonLink look="main" to="/desk/intake">
            场景审核
          </ButtonLink>
        )
      }
    >
      <Loaded query={queue} lines={6}>
        {(view) => {
          const todos: Todo[] = [
            { label: '待审场景', count: count('SUBMITTED'), to: '/desk/intake' },
            { label: '待发布场景', count: count('APPROVED'), to: '/desk/intake', note: letters.has('C') ? '待您发布' : '由统筹发布' },
            ...suggestionTodos(view, now),
            { label: '征询逾期，待跟进', count: pairings.data?.counts.stalled ?? 0, to: '/desk/pairings?state=STALLED' },
            { label: '已引荐，待首次沟通', count: pairings.data?.counts.introduced ?? 0, to: '/desk/pairings?state=INTENT' },
            { label: '未读消息', count: inbox.data?.unread ?? 0, to: '/inbox' },
          ];
          return todos.some((todo) => todo.count > 0) ? (
            <TodoList todos={todos} />
          ) : (
            <Empty text="今日已清空。" />
          );
        }}
      </Loaded>
      {workingDays.data?.warning ? (
        <p className="notice" role="status">
          {workingDays.data.warning}
        </p>
      ) : null}
      <div className="sections">
        <RecusalList />
        {status.data ? <Parts status={status.data} /> : null}
      </div>
    </Page>
  );
}
