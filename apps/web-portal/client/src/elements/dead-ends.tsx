import { ButtonLink } from './button';
import { Page } from './page';

export function NotFound() {
  return (
    <Page title="没有找到此页" lead="可能已撤回或地址有误。">
      <ButtonLink to="/inbox">回到消息</ButtonLink>
    </Page>
  );
}

export function NotPermitted() {
  return (
    <Page title="您暂无此页权限" lead="如需开通请联系管理员。">
      <ButtonLink to="/inbox">回到消息</ButtonLink>
    </Page>
  );
}
