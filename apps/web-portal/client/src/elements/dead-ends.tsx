import { useContext } from 'react';
import { ButtonLink } from './button';
import { Empty, InPage, Page } from './page';

export const NotFound = () => <DeadEnd title="没有找到此页" lead="可能已撤回或地址有误。" />;

export const NotPermitted = () => <DeadEnd title="您暂无此页权限" lead="如需开通请联系管理员。" />;

function DeadEnd({ title, lead }: { title: string; lead: string }) {
  const isInPage = useContext(InPage);
  const wayOn = <ButtonLink to="/inbox">回到消息</ButtonLink>;
  return isInPage ? (
    <Empty text={`${title}，${lead}`} action={wayOn} />
  ) : (
    <Page title={title} lead={lead}>
      {wayOn}
    </Page>
  );
}
