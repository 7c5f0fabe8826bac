import type { StaffConsentView, StaffPairingView } from '@mantianxing/contracts';
import { useState } from 'react';
import { useLetters } from '../api/session';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { Problem } from '../elements/problem';
import { StateMark } from '../elements/state-mark';
import type { useAction } from '../elements/use-action';
import { clockOf, dayOf, dueIn, firmsOf, momentOf } from '../elements/wording';
import { Contacts } from './contacts';
import { TakeIn } from './take-in';

interface Props {
  item: StaffPairingView;
  now: number;
  isNamed: boolean;
  action: ReturnType<typeof useAction>;
  /** Said over the list: the row may have left it. */
  onSaid: (sentence: string) => void;
}

/** One pairing on the desk: who has answered, until when, and the ways on. */
export function PairingRow({ item, now, isNamed, action, onSaid }: Props) {
  const letters = useLetters();
  const [asking, setAsking] = useState<'REASK' | 'LEAVE_OUT' | 'TAKE_IN' | 'END' | null>(null);
  const problem = action.problem?.id === item.id ? action.problem.message : undefined;
  const busy = action.busy !== null;
  const send = async (path: string, body: object) => {
    if (!(await action.act(item.id, `/api/pairings/${item.id}/${path}`, { version: item.version, ...body }))) return;
    setAsking(null);
    const pair = `《${item.scenarioTitle}》×${firmsOf(item)}`;
    onSaid(path === 'end' ? `已结束${pair}。` : `已再次征询${pair}，各方会收到通知，在“征询中”查看。`);
  };
  const mayAct = letters.has('M');
  return (
    <li id={item.id} tabIndex={-1} className={isNamed ? 'named-row' : undefined}>
      <div className="party-head">
        <h2>
          <a href={`/scenarios/${item.scenarioId}`}>{item.scenarioTitle}</a>×
          <a href={`/capabilities/${item.capabilityId}`}>{firmsOf(item)}</a>
        </h2>
        <StateMark status={item.introductionClosed ? 'STALLED' : item.status} label={item.statusLabel} />
        {item.dueAt ? <span className={Date.parse(item.dueAt) < now ? 'late' : 'aside'}>{dueIn(item.dueAt, now)}</span> : null}
      </div>
      <p className="aside">
        {item.organizationName}·专员{item.matchmaker}·{dayOf(item.formedAt)}通过
        {item.round > 1 ? `·第${item.round}次征询` : ''}
        {item.nextAction ? `·下一步：${item.nextAction}` : ''}
      </p>
      {item.consents.length > 0 ? (
        <ul className="answers" aria-label="各方答复">
          {item.consents.map((consent) => (
            <Answer key={consent.organizationId} consent={consent} isJoint={item.partners !== undefined} />
          ))}
        </ul>
      ) : null}
      {item.endReason ? <p>原因：{item.endReason}。</p> : null}
      <Problem text={asking === null ? problem : undefined} />
      {asking === null ? (
        <div className="row-of-buttons">
          {item.contactsOpen && mayAct ? <Contacts pairingId={item.id} /> : null}
          {item.canReask && mayAct ? <Button onClick={() => setAsking('REASK')}>再次征询</Button> : null}
          {item.mayLeaveOut.length > 0 && mayAct ? <Button onClick={() => setAsking('LEAVE_OUT')}>去掉成员，再次征询</Button> : null}
          {item.canTakeIn && mayAct ? <Button onClick={() => setAsking('TAKE_IN')}>加入成员</Button> : null}
          {item.canEnd && mayAct ? (
            <Button look="danger" onClick={() => setAsking('END')}>
              结束
            </Button>
          ) : null}
        </div>
      ) : asking === 'TAKE_IN' ? (
        <TakeIn
          {...{ item, busy, problem }}
          onDo={(takeIn, leaveOut) => void send('members', { takeIn, ...(leaveOut.length > 0 && { leaveOut }) })}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <AskInPlace
          {...wordsOf(asking, item)}
          {...{ busy, problem }}
          onDo={(reason) => {
            const leaveOut = asking === 'LEAVE_OUT' ? item.mayLeaveOut.map(({ firmId }) => firmId) : undefined;
            void (asking === 'END' ? send('end', { reason }) : send('reask', { ...(reason && { reason }), ...(leaveOut && { leaveOut }) }));
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </li>
  );
}

function wordsOf(asking: 'REASK' | 'LEAVE_OUT' | 'END', item: StaffPairingView) {
  if (asking === 'END') {
    const sentence = item.status === 'INTENT' ? '结束后记为“未落地”，各方会看到原因。' : '结束后记为“暂不对接”，各方会看到原因。';
    return { sentence, doIt: '确认结束', reasonLabel: '原因（各方可见，请用中性表述）' };
  }
  const all = '所有各方会重新收到征询，上一次的答复不再有效。';
  if (asking === 'LEAVE_OUT')
    return { sentence: `去掉${item.mayLeaveOut.map(({ firmName }) => firmName).join('、')}后，${all}`, doIt: '去掉并再次征询' };
  return { sentence: all, doIt: '确认再次征询', ...(item.status === 'DECLINED' && { reasonLabel: '为何再次征询' }) };
}

function Answer({ consent, isJoint }: { consent: StaffConsentView; isJoint: boolean }) {
  const { side, isLead, organizationName, status, statusLabel, answeredAt, changeUntil, remindedAt, reason } = consent;
  const part = side === 'DEMAND' ? '单位' : isJoint ? (isLead ? '牵头企业' : '成员企业') : '企业';
  return (
    <li>
      <span className="answer-side">{part}</span>
      <span>{organizationName}</span>
      <StateMark status={status} label={statusLabel} />
      <span className="aside">
        {answeredAt ? momentOf(answeredAt) : remindedAt ? `已于${momentOf(remindedAt)}提醒` : ''}
        {changeUntil ? `·${clockOf(changeUntil)}前可改，之后生效` : ''}
        {reason ? `·原因：${reason}` : ''}
      </span>
    </li>
  );
}
