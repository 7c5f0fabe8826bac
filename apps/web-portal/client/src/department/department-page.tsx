import type { ScenarioView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { inboxQuery, ownPairingsQuery, ownScenariosQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { toAnswerOf } from '../introductions/to-answer';
import { TodoList, type Todo } from '../elements/todo-list';

const LINES: [string | readonly string[], string, string][] = [
  ['RETURNED', '已退回，待补充', '补充后可再次提交'],
  ['DRAFT', '草稿，待提交', '边写边检查，随时可提交'],
  ['SUBMITTED', '待审核', '由专员审核'],
  ['APPROVED', '待发布', '由统筹发布'],
  [['PUBLISHED', 'IN_TALKS'], '对接中', '看候选企业'],
];

function todosOf(items: ScenarioView[], asked: number, unread: number): Todo[] {
  const todos = LINES.map(([status, label, note]) => ({
    label,
    note,
    to: '/dept/scenarios',
    count: items.filter((item) => [status].flat().includes(item.status)).length,
  }));
  const toAnswer = { label: '对接征询，待答复', count: asked, to: '/dept/pairings', note: '是否同意与企业对接' };
  return [toAnswer, ...todos, { label: '未读消息', count: unread, to: '/inbox' }];
}

export default function DepartmentPage() {
  const query = useQuery(ownScenariosQuery);
  const inbox = useQuery(inboxQuery);
  const pairings = useQuery(ownPairingsQuery);
  const newOne = (
    <ButtonLink look="main" to="/dept/scenarios/new">
      新建场景
    </ButtonLink>
  );
  return (
    <Page title="我的待办" action={newOne}>
      <Loaded query={query} lines={6}>
        {({ items }) => {
          const todos = todosOf(items, toAnswerOf(pairings.data, 'DEMAND'), inbox.data?.unread ?? 0);
          return todos.some((todo) => todo.count > 0) ? (
            <TodoList todos={todos} />
          ) : (
            <Empty text="暂无待办。" action={newOne} />
          );
        }}
      </Loaded>
    </Page>
  );
}
