import type { PartyPairingView } from '@mantianxing/contracts';
import { useId, useState } from 'react';
import { AskFrame } from '../elements/ask-frame';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { Problem } from '../elements/problem';
import { StateMark } from '../elements/state-mark';
import type { useAction } from '../elements/use-action';
import { clockOf, dueIn, momentOf } from '../elements/wording';
import { Contacts } from './contacts';

type Action = ReturnType<typeof useAction>;
type Asking = 'AGREE' | 'DECLINE' | 'REVOKE';

interface Props {
  item: PartyPairingView;
  now: number;
  isNamed: boolean;
  action: Action;
  /** The answer is in: the row goes to where answered ones stand. */
  onDone: () => void;
}

/** One pairing as its unit or firm sees it: the question, what was answered, whom to ring up. */
export function OwnPairing({ item, now, isNamed, action, onDone }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const key = `${item.id}${item.organizationId}`;
  const send = async (path: string, body: object) => {
    const { organizationId, round } = item;
    if (!(await action.act(key, `/api/pairings/${item.id}/${path}`, { organizationId, round, ...body }))) return;
    setAsking(null);
    onDone();
  };
  const problem = action.problem?.id === key ? action.problem.message : undefined;
  const busy = action.busy !== null;
  const isChangeable = item.changeUntil !== null && Date.parse(item.changeUntil) > now;
  return (
    <li id={item.id} tabIndex={-1} className={isNamed ? 'named-row' : undefined}>
      <div className="party-head">
        <h2>{item.side === 'DEMAND' ? <Firms item={item} /> : <a href={`/scenarios/${item.scenarioId}`}>{item.scenarioTitle}</a>}</h2>
        <StateMark status={lookOf(item)} label={item.statusLabel} />
        {item.canAnswer && item.dueAt ? <span className="aside">{dueIn(item.dueAt, now)}</span> : null}
      </div>
      <p className="aside">
        {item.side === 'DEMAND'
          ? `贵单位《${item.scenarioTitle}》`
          : `${item.organizationName}·对应贵公司“${item.capabilityName}”${withPartners(item)}`}
      </p>
      {item.canAnswer && item.reasons.length > 0 ? (
        <ul className="party-reasons">
          {item.reasons.slice(0, 3).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <Story item={item} />
      <Problem text={asking === null ? problem : undefined} />
      {asking === null ? (
        <div className="row-of-buttons">
          {item.canAnswer ? (
            <>
              <Button look="main" disabled={busy} onClick={() => setAsking('AGREE')}>
                同意对接
              </Button>
              <Button disabled={busy} onClick={() => setAsking('DECLINE')}>
                暂不对接
              </Button>
            </>
          ) : null}
          {isChangeable ? (
            <Button disabled={busy} onClick={() => void send('take-back', {})}>
              改答复
            </Button>
          ) : null}
          {item.contactsOpen ? <Contacts pairingId={item.id} /> : null}
          {item.canRevoke ? (
            <Button look="quiet" disabled={busy} onClick={() => setAsking('REVOKE')}>
              撤回同意
            </Button>
          ) : null}
        </div>
      ) : asking === 'AGREE' ? (
        <AskInPlace
          sentence="同意后，对方也同意时即互见联系人。以本单位先答复的为准，之后可撤回。"
          doIt="确认同意对接"
          {...{ busy, problem }}
          onDo={() => void send('answer', { answer: 'AGREE' })}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <WithReason
          {...{ busy, problem, isRevoking: asking === 'REVOKE' }}
          onDo={(reason) => void (asking === 'REVOKE' ? send('revoke', { reason }) : send('answer', { answer: 'DECLINE', reason }))}
          onCancel={() => setAsking(null)}
        />
      )}
    </li>
  );
}

/** An introduction whose contacts are closed again is no success any more. */
function lookOf({ status, own, contactsOpen }: PartyPairingView): string {
  if (status === 'ASKING' || status === 'STALLED') return own.status;
  return status === 'INTENT' && !contactsOpen ? 'CLOSED' : status;
}

/** What has happened so far, as far as this side may know. */
function Story({ item }: { item: PartyPairingView }) {
  const { own, introducedAt, endReason, changeUntil } = item;
  const lines = [
    own.answeredAt ? `${own.answeredBy ?? ''}于${momentOf(own.answeredAt)}答复“${own.status === 'DECLINED' ? '暂不对接' : '同意对接'}”` : '',
    changeUntil ? `${clockOf(changeUntil)}前可改，之后生效` : '',
    introducedAt ? `${momentOf(introducedAt)}双方已同意对接` : '',
    own.status === 'REVOKED' ? '本单位已撤回同意' : '',
    endReason ? `原因：${endReason}` : '',
  ].filter(Boolean);
  return lines.length > 0 ? <p>{lines.join('；')}。</p> : null;
}

interface WithReasonProps {
  isRevoking: boolean;
  busy: boolean;
  problem?: string;
  onDo: (reason: string) => void;
  onCancel: () => void;
}

/** A no, or a yes taken back, with a reason for whoever wants to give one. */
function WithReason({ isRevoking, busy, problem, onDo, onCancel }: WithReasonProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <AskFrame
      doIt={isRevoking ? '确认撤回同意' : '确认暂不对接'}
      look={isRevoking ? 'danger' : 'main'}
      {...{ busy, problem, onCancel }}
      onDo={() => onDo(reason.trim())}
    >
      <p>{isRevoking ? '撤回后，双方立即不能再查看联系人，对方会收到通知。' : '答复后本次征询结束，不影响今后的推荐。'}</p>
      <label htmlFor={id}>原因（可不填，会转告对方）</label>
      <textarea id={id} rows={2} maxLength={500} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
    </AskFrame>
  );
}

function Firms({ item }: { item: PartyPairingView }) {
  const members = [item, ...(item.partners ?? [])];
  return (
    <>
      {item.partners ? <span className="joint-mark">联合体</span> : null}
      {members.map(({ capabilityId, firmName, capabilityName }, index) => (
        <span key={capabilityId}>
          {index > 0 ? '＋' : null}
          <a href={`/capabilities/${capabilityId}`}>
            {firmName} {capabilityName}
          </a>
        </span>
      ))}
    </>
  );
}

const withPartners = ({ partners = [] }: PartyPairingView): string =>
  partners.length > 0 ? `·与${partners.map(({ firmName }) => firmName).join('、')}组成联合体` : '';
