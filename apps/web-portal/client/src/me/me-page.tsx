import { ROLE_LABEL } from '@mantianxing/contracts';
import { useAccount } from '../api/session';
import { chooseLarge, useAppearance } from '../appearance/appearance';
import { Button, ButtonLink } from '../elements/button';
import { Page } from '../elements/page';
import { ThemeChoiceRow, useSignOut } from '../frame/account-menu';
import { SingleKeysChoice } from './single-keys-choice';

export default function MePage() {
  const account = useAccount();
  const { isLarge } = useAppearance();
  const { signOut, problem } = useSignOut();
  return (
    <Page title="个人设置" lead={account.name} action={<Button onClick={signOut}>退出登录</Button>}>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <table className="list">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">角色</th>
          </tr>
        </thead>
        <tbody>
          {account.memberships.map(({ organizationId, organizationName, role }) => (
            <tr key={organizationId + role}>
              <td data-label="单位">{organizationName}</td>
              <td data-label="角色">{ROLE_LABEL[role]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="me-onward">
        <ButtonLink to="/me/messages">通知设置</ButtonLink> <ButtonLink to="/me/security">账号安全</ButtonLink>
      </p>
      <div className="settings">
        <ThemeChoiceRow />
        <fieldset className="choice-row">
          <legend>字号</legend>
          <label>
            <input
              type="checkbox"
              checked={isLarge}
              onChange={(event) => chooseLarge(event.target.checked)}
            />
            大字版
          </label>
        </fieldset>
        <SingleKeysChoice />
        <p className="aside">
          单键快捷键用于撮合审核。输入文字时不起作用；选“加Alt”则须同时按Alt。设置只存在这台电脑上。
        </p>
      </div>
    </Page>
  );
}
