import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { candidatesQuery, scenarioQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { PartyList } from '../elements/party-list';

/** 候选企业 of one scenario: whom to meet? */
export default function CandidatesPage() {
  const { id = '' } = useParams();
  const scenario = useQuery(scenarioQuery(id));
  const query = useQuery(candidatesQuery(id));
  return (
    <Page
      title="候选企业"
      lead={scenario.data?.content.title}
      action={<ButtonLink to="/dept/scenarios">返回我的场景</ButtonLink>}
    >
      <Loaded query={query} lines={10}>
        {({ items, matching, gap }) => (
          <>
            {matching ? (
              <p className="notice" role="status">
                匹配中，有结果会自动出现。
              </p>
            ) : null}
            {items.length > 0 ? (
              <PartyList items={items} side="department" />
            ) : matching ? null : (
              <Empty text={gap ? '暂无本地供给，已列入缺口。' : '还没有候选企业，有新的会通知您。'} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
