import { ROLE_LABEL, type MemberView } from '@mantianxing/contracts';
import { useState } from 'react';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { useAction } from '../elements/use-action';

interface Act {
  doIt: string;
  sentence: string;
  path: string;
}

/** What may be done about a member, each with the sentence that is asked before. */
export function actsOf(member: MemberView): Act[] {
  const { name, membershipId, accountId, role } = member;
  const account = `/api/members/accounts/${accountId}`;
  return [
    ...(member.mayConfirm && member.recertification !== 'CONFIRMED'
      ? [{ doIt: '确认在岗', sentence: `确认${name}仍在本单位并担任“${ROLE_LABEL[role]}”，有效一年。`, path: `/api/members/${membershipId}/confirm` }]
      : []),
    ...(member.mayEnd
      ? [{ doIt: '结束身份', sentence: `结束${name}的“${ROLE_LABEL[role]}”身份，立即退出登录。`, path: `/api/members/${membershipId}/end` }]
      : []),
    ...(member.mayAdminister && member.hasFactor
      ? [{ doIt: '重置验证码', sentence: `停用${name}的动态验证码并退出其登录，其下次登录时重新启用。请先当面或电话核实本人。`, path: `${account}/reset-factor` }]
      : []),
    ...(member.mayAdminister
      ? [
          member.isDisabled
            ? { doIt: '恢复账号', sentence: `恢复${name}的账号。`, path: `${account}/enable` }
            : { doIt: '停用账号', sentence: `停用${name}的账号，其所有身份都不能登录。`, path: `${account}/disable` },
        ]
      : []),
  ];
}

const RECERTIFICATION = { CONFIRMED: '有效至', DUE: '请确认，将于', LAPSED: '已过期，' } as const;

/** `hasActs`: the table has a column for them, because this reader may do something about somebody. */
export function MemberRow({ member, hasActs }: { member: MemberView; hasActs: boolean }) {
  const [asked, setAsked] = useState<Act | null>(null);
  const { act, busy, problem } = useAction(['members', 'members-homes']);
  const { name, post, role, contact, recertification, recertifyOn } = member;
  const acts = actsOf(member);
  return (
    <tr>
      <td data-label="姓名">
        {name}
        {member.isSelf ? '（本人）' : ''}
        {post ? <p className="aside">{post}</p> : null}
      </td>
      <td data-label="身份">{ROLE_LABEL[role]}</td>
      <td data-label="登录">
        {contact?.login}
        <p className="aside">
          {member.isDisabled ? '账号已停用' : member.hasPassword ? (member.hasFactor ? '密码与动态验证码' : '仅密码') : '未设密码'}
          {contact?.email ? `，${contact.email}` : ''}
        </p>
      </td>
      <td data-label="年度确认">
        <span className={recertification === 'CONFIRMED' ? '' : 'problem'}>
          {RECERTIFICATION[recertification]}
          {recertifyOn}
          {recertification === 'DUE' ? '到期' : recertification === 'LAPSED' ? '起不能登录' : ''}
        </span>
      </td>
      {acts.length > 0 ? (
        <td data-label="操作">
          {asked ? (
            <AskInPlace
              sentence={asked.sentence}
              doIt={asked.doIt}
              busy={busy !== null}
              problem={problem?.message}
              onDo={() => void act(member.membershipId, asked.path, undefined).then((isDone) => isDone && setAsked(null))}
              onCancel={() => setAsked(null)}
            />
          ) : (
            <div className="members-acts">
              {acts.map((one) => (
                <Button key={one.doIt} onClick={() => setAsked(one)}>
                  {one.doIt}
                </Button>
              ))}
            </div>
          )}
        </td>
      ) : hasActs ? (
        <td />
      ) : null}
    </tr>
  );
}
