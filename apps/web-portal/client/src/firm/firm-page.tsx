import type { CapabilityView, PartySuggestionListView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { firmMatchesQuery, inboxQuery, ownCapabilitiesQuery, ownPairingsQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { toAnswerOf } from '../introductions/to-answer';
import { TodoList, type Todo } from '../elements/todo-list';

function todosOf(
  items: CapabilityView[],
  matches: PartySuggestionListView | undefined,
  asked: number,
  unread: number,
): Todo[] {
  const count = (status: string) => items.filter((item) => item.status === status).length;
  const strong = matches?.items.filter((match) => match.band === 'RECOMMENDED').length ?? 0;
  return [
    { label: '对接征询，待答复', count: asked, to: '/firm/pairings', note: '是否同意与单位对接' },
    {
      label: '能力待确认有效',
      count: count('STALE'),
      to: '/firm/capabilities',
      note: '满12个月未确认会暂停匹配',
    },
    { label: '能力草稿，待发布', count: count('DRAFT'), to: '/firm/capabilities' },
    {
      label: '推荐场景',
      count: matches?.items.length ?? 0,
      to: '/firm/matches',
      note: strong > 0 ? `其中◆推荐${strong}个` : undefined,
    },
    { label: '未读消息', count: unread, to: '/inbox' },
  ];
}

export default function FirmPage() {
  const query = useQuery(ownCapabilitiesQuery);
  const matches = useQuery(firmMatchesQuery);
  const inbox = useQuery(inboxQuery);
  const pairings = useQuery(ownPairingsQuery);
  return (
    <Page
      title="我的待办"
      action={
        <ButtonLink look="main" to="/firm/capabilities/new">
          登记能力
        </ButtonLink>
      }
    >
      <Loaded query={query} lines={6}>
        {({ items }) => {
          const todos = todosOf(items, matches.data, toAnswerOf(pairings.data, 'SUPPLY'), inbox.data?.unread ?? 0);
          if (todos.some((todo) => todo.count > 0)) return <TodoList todos={todos} />;
          return (
            <Empty
              text="暂无待办。"
              action={
                <a className="button button-plain" href="/scenarios">
                  去看新场景
                </a>
              }
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
