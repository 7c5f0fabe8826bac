import { ROLE_LABEL } from '@mantianxing/contracts';
import { useAccount, useLetters } from '../api/session';
import { chooseLarge, useAppearance } from '../appearance/appearance';
import { Button, ButtonLink } from '../elements/button';
import { Page } from '../elements/page';
import { Problem } from '../elements/problem';
import { ThemeChoiceRow, useSignOut } from '../frame/account-menu';
import { SingleKeysChoice } from './single-keys-choice';

export default function MePage() {
  const account = useAccount();
  const letters = useLetters();
  const { isLarge } = useAppearance();
  const { signOut, problem } = useSignOut();
  return (
    <Page title="个人设置" lead={account.name} action={<Button onClick={signOut}>退出登录</Button>}>
      <Problem text={problem} />
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
      <div className="row-of-buttons me-onward">
        <ButtonLink to="/me/messages">通知设置</ButtonLink>
        <ButtonLink to="/me/security">账号安全</ButtonLink>
      </div>
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
        {letters.has('M') || letters.has('C') ? (
          <>
            <SingleKeysChoice />
            <p className="aside">单键快捷键用于撮合审核。输入文字时不起作用；选“加Alt”则须同时按Alt。</p>
          </>
        ) : null}
        <p className="aside">以上设置只存在这台设备上。</p>
      </div>
    </Page>
  );
}
