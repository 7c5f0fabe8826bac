import type { SecurityView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, sentenceOf } from '../../api/client';
import { securityQuery } from '../../api/queries';
import { AntPart } from '../../appearance/ant-part';
import { AskedForm } from '../../elements/asked-form';
import { Button, ButtonLink } from '../../elements/button';
import { Loaded } from '../../elements/loaded';
import { Page } from '../../elements/page';
import { Problem } from '../../elements/problem';
import { momentOf } from '../../elements/wording';
import { FactorPart } from './factor-part';
import { IdentityPart } from './identity-part';
import './security.css';

/** 个人设置·安全: password, second factor, and where one is signed in. */
export default function SecurityPage() {
  const security = useQuery(securityQuery);
  const cache = useQueryClient();
  const reload = () => void Promise.all(['security', 'session'].map((key) => cache.invalidateQueries({ queryKey: [key] })));
  return (
    <Page title="账号安全" lead="密码、动态验证码和已登录的设备" action={<ButtonLink to="/me">返回个人设置</ButtonLink>}>
      <Loaded query={security} lines={8}>
        {(data) => (
          <AntPart>
            <FactorPart factor={data.factor} hasPassword={data.hasPassword} reload={reload} />
            <PasswordPart security={data} reload={reload} />
            {data.identity ? <IdentityPart identity={data.identity} hasPassword={data.hasPassword} reload={reload} /> : null}
            <SessionsPart sessions={data.sessions} reload={reload} />
          </AntPart>
        )}
      </Loaded>
    </Page>
  );
}

function PasswordPart({ security, reload }: { security: SecurityView; reload: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  if (isOpen) {
    return (
      <AskedForm
        id="password"
        title="修改密码"
        doIt="修改密码"
        fields={[
          { name: 'current', label: '现在的密码', type: 'password', autoComplete: 'current-password' },
          { name: 'next', label: '新密码', type: 'password', autoComplete: 'new-password', hint: '至少10位，不能是常见密码，也不要用姓名、账号或生日。' },
          { name: 'again', label: '再填一次新密码', type: 'password', autoComplete: 'new-password' },
        ]}
        check={({ next, again }): Record<string, string> => (next && again && next !== again ? { again: '两次填写的密码不一样，请重新填写。' } : {})}
        send={({ current, next }) => call('PUT', '/api/me/password', { current, next })}
        onDone={() => {
          setOpen(false);
          setSaid('密码已修改，其他设备上的登录已全部退出。');
          reload();
        }}
        onCancel={() => setOpen(false)}
      />
    );
  }
  return (
    <section className="security-part" aria-label="密码">
      <h2>密码</h2>
      {said ? <p role="status">{said}</p> : null}
      <p>
        账号：{security.login}。
        {security.hasPassword ? (security.passwordSetAt ? `密码于${momentOf(security.passwordSetAt)}设置。` : '') : '未设置密码，由统一身份认证登录。'}
      </p>
      {security.hasPassword ? <Button onClick={() => setOpen(true)}>修改密码</Button> : null}
    </section>
  );
}

function SessionsPart({ sessions, reload }: Pick<SecurityView, 'sessions'> & { reload: () => void }) {
  const [problem, setProblem] = useState('');
  const end = (path: string) =>
    void call('DELETE', path)
      .then(() => setProblem(''))
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(reload);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <section className="security-part" aria-label="已登录的设备">
      <h2>已登录的设备</h2>
      <p className="aside">不认识的请退出，并修改密码。12小时不用或登录满7天自动退出。</p>
      <Problem text={problem} />
      <table className="list">
        <thead>
          <tr>
            <th scope="col">设备</th>
            <th scope="col">地址</th>
            <th scope="col">登录时间</th>
            <th scope="col">最近使用</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, address, signedInAt, seenAt, isCurrent }) => (
            <tr key={id}>
              <td data-label="设备">
                {device}
                {isCurrent ? '（本机）' : ''}
              </td>
              <td data-label="地址">{address || '未知'}</td>
              <td data-label="登录时间">{momentOf(signedInAt)}</td>
              <td data-label="最近使用">{momentOf(seenAt)}</td>
              <td data-label="操作">
                {isCurrent ? '正在使用' : <Button onClick={() => end(`/api/me/sessions/${id}`)}>退出此设备</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length > 0 ? (
        <p className="me-onward">
          <Button onClick={() => end('/api/me/sessions')}>退出其他所有设备</Button>
        </p>
      ) : null}
    </section>
  );
}
