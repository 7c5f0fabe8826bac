import { ROLE_LABEL, type MembersView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { membersHomesQuery, membersQuery } from '../api/queries';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { Problem } from '../elements/problem';
import { useAction } from '../elements/use-action';
import { dayOf } from '../elements/wording';
import '../me/security/security.css';
import { InviteForm } from './invite-form';
import { actsOf, MemberRow } from './member-row';

/** 成员: who belongs to an organisation, who is invited, and the yearly confirmation. */
export default function MembersPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const homes = useQuery(membersHomesQuery(q));
  return (
    <Page title="成员" lead="邀请、年度确认与离开">
      <Loaded query={homes}>
        {({ items, isDistrict }) => {
          const chosen = params.get('of') ?? items[0]?.id;
          return (
            <>
              {isDistrict || items.length > 1 ? (
                <form className="members-home" role="search" onSubmit={(event) => event.preventDefault()}>
                  {isDistrict ? (
                    <label>
                      查找单位
                      <input
                        className="plain-input"
                        defaultValue={q}
                        maxLength={60}
                        onChange={(event) => setParams(event.target.value ? { q: event.target.value } : {}, { replace: true })}
                      />
                    </label>
                  ) : null}
                  <label>
                    单位
                    <select
                      className="plain-input"
                      value={chosen ?? ''}
                      onChange={(event) => setParams({ ...(q ? { q } : {}), of: event.target.value }, { replace: true })}
                    >
                      {items.some(({ id }) => id === chosen) || !chosen ? null : <option value={chosen}>链接所指单位</option>}
                      {items.map(({ id, name, due, members }) => (
                        <option key={id} value={id}>
                          {name}
                          {isDistrict ? `（${members}人${due > 0 ? `，${due}人待确认` : ''}）` : ''}
                        </option>
                      ))}
                    </select>
                  </label>
                </form>
              ) : null}
              {chosen ? <Members key={chosen} organizationId={chosen} /> : <Empty text="没有符合条件的单位，请换个名称。" />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Members({ organizationId }: { organizationId: string }) {
  const query = useQuery(membersQuery(organizationId));
  const cache = useQueryClient();
  const [isInviting, setInviting] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          {said ? <p role="status">{said}</p> : null}
          {isInviting ? (
            <InviteForm
              organizationId={organizationId}
              roles={data.roles}
              onCancel={() => setInviting(false)}
              onDone={(name) => {
                setInviting(false);
                setSaid(`已邀请${name}，邮件中的链接${data.invitationDays}天内有效。`);
                void cache.invalidateQueries({ queryKey: ['members'] });
              }}
            />
          ) : data.roles.length > 0 ? (
            <p className="me-onward">
              <Button look="main" onClick={() => setInviting(true)}>
                邀请成员
              </Button>
            </p>
          ) : null}
          <h2 className="members-title">{data.organization.name}</h2>
          {data.members.length === 0 ? <Empty text="还没有成员。" /> : <MemberTable data={data} />}
          <Invitations invitations={data.invitations} />
        </>
      )}
    </Loaded>
  );
}

function MemberTable({ data }: { data: MembersView }) {
  const hasActs = data.members.some((member) => actsOf(member).length > 0);
  return (
    <table className="list">
      <thead>
        <tr>
          {['姓名', '身份', '登录', '年度确认', ...(hasActs ? ['操作'] : [])].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.members.map((member) => (
          <MemberRow key={member.membershipId} {...{ member, hasActs }} />
        ))}
      </tbody>
    </table>
  );
}

const MAIL = { WAITING: '邮件待发送', SENT: '邮件已发出', FAILED: '邮件未送达，请核对邮箱后取消重邀' } as const;

function Invitations({ invitations }: Pick<MembersView, 'invitations'>) {
  const { act, busy, problem } = useAction(['members']);
  const [said, setSaid] = useState('');
  const [withdrawing, setWithdrawing] = useState('');
  const step = async (id: string, way: 'resend' | 'cancel', sentence: string) => {
    setSaid('');
    if (!(await act(id, `/api/members/invitations/${id}/${way}`, undefined))) return;
    setWithdrawing('');
    setSaid(sentence);
  };
  if (invitations.length === 0) return said ? <p role="status">{said}</p> : null;
  return (
    <section aria-label="等待接受的邀请">
      <h2 className="members-title">等待接受的邀请</h2>
      {said ? <p role="status">{said}</p> : null}
      <table className="list">
        <thead>
          <tr>
            {['姓名', '身份', '邀请', '操作'].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, name, role, contact, inviter, at, mail, mayAct }) => (
            <tr key={id}>
              <td data-label="姓名">
                {name}
                {contact ? <p className="aside">{contact.email}</p> : null}
              </td>
              <td data-label="身份">{ROLE_LABEL[role]}</td>
              <td data-label="邀请">
                {inviter}，{dayOf(at)}
                <p className="aside">{MAIL[mail]}</p>
              </td>
              <td data-label="操作">
                {withdrawing === id ? (
                  <AskInPlace
                    sentence={`取消后，发给${name}的链接立即失效。`}
                    doIt="取消邀请"
                    busy={busy !== null}
                    problem={problem?.message}
                    onDo={() => void step(id, 'cancel', `已取消对${name}的邀请。`)}
                    onCancel={() => setWithdrawing('')}
                  />
                ) : mayAct ? (
                  <div className="members-acts">
                    <Button disabled={busy === id} onClick={() => void step(id, 'resend', `已向${name}重发邀请，先前的链接不再有效。`)}>
                      重发
                    </Button>
                    <Button disabled={busy === id} onClick={() => setWithdrawing(id)}>
                      取消邀请
                    </Button>
                  </div>
                ) : null}
                <Problem text={problem?.id === id && withdrawing !== id ? problem.message : undefined} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
