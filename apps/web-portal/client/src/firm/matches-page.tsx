import { useQuery } from '@tanstack/react-query';
import { firmMatchesQuery, ownCapabilitiesQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { PartyList } from '../elements/party-list';

/** Fields whose absence weakens matching most, in that order. */
const TELLING = [
  ['description', '说明'],
  ['technologyTags', '技术方向'],
  ['cases', '案例'],
  ['summary', '简介'],
] as const;

/** 推荐场景: what suits us? */
export default function MatchesPage() {
  const query = useQuery(firmMatchesQuery);
  const own = useQuery(ownCapabilitiesQuery);
  const lacking = TELLING.find(([field]) =>
    own.data?.items.some(({ content }) => (content[field]?.length ?? 0) === 0),
  );
  const hint =
    own.data?.items.length === 0 ? '登记第一项能力，约5分钟。' : `补全${lacking?.[1] ?? '案例'}，匹配更准。`;
  return (
    <Page title="推荐场景" lead="双方都同意后才互见联系方式。">
      <Loaded query={query} lines={10}>
        {({ items, matching }) => (
          <>
            {matching ? (
              <p className="notice" role="status">
                匹配中，有结果会自动出现。
              </p>
            ) : null}
            {items.length > 0 ? (
              <PartyList items={items} side="firm" />
            ) : matching ? null : (
              <Empty
                text={`还没有推荐。${hint}`}
                action={<ButtonLink to="/firm/capabilities">我的能力</ButtonLink>}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
