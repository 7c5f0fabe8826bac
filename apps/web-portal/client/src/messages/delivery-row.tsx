import { DELIVERY_STATE, MESSAGE_KIND, type DeliveryRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { useAction } from '../elements/use-action';
import { momentOf } from '../elements/wording';
import { timesOf } from './delivery-words';

const LOOK: Partial<Record<DeliveryRowView['state'], string>> = {
  SENT: 'state-good',
  OPENED: 'state-good',
  FAILED: 'state-warn',
  RETRY: 'state-warn',
};
const QUESTION = {
  resend: { doIt: '重发', sentence: '将按现在的地址重新发出一封；原记录保留，并记下是您重发的。' },
  cancel: { doIt: '不再发送', sentence: '取消后不再发送这条消息；站内消息不受影响。' },
} as const;

/** One delivery: what, to whom, how far, and what can be done. */
export function DeliveryRow({ row }: { row: DeliveryRowView }) {
  const [asked, setAsked] = useState<keyof typeof QUESTION | null>(null);
  const { act, busy, problem, clear } = useAction(['deliveries']);
  const close = () => {
    setAsked(null);
    clear();
  };
  const doIt = async (step: keyof typeof QUESTION) => {
    if (await act(row.id, `/api/deliveries/${row.id}/${step}`, undefined)) close();
  };
  return (
    <tr>
      <td className="title-cell">
        <b>{row.subject}</b>
        <p className="aside">
          {row.channel}
          {row.kind ? `·${MESSAGE_KIND[row.kind]}` : ''}
          {row.resendNo > 0 ? `·第${row.resendNo}次重发${row.resentBy ? `（${row.resentBy}）` : ''}` : ''}
        </p>
        {row.fault ? <p className="delivery-fault">{row.fault}</p> : null}
        {row.faultDetail ? (
          <details className="aside">
            <summary>对方服务器原话</summary>
            {row.faultDetail}
          </details>
        ) : null}
        {asked ? (
          <AskInPlace
            {...QUESTION[asked]}
            busy={busy !== null}
            problem={problem?.message}
            onDo={() => void doIt(asked)}
            onCancel={close}
          />
        ) : null}
      </td>
      <td data-label="收件人">{row.recipient}</td>
      <td data-label="状态">
        <span className={`state ${LOOK[row.state] ?? ''}`}>{DELIVERY_STATE[row.state]}</span>
        {row.attempts > 1 ? <span className="aside delivery-tries">已试{row.attempts}次</span> : null}
      </td>
      <td data-label="时间" className="delivery-times">
        {timesOf(row).map(([word, at]) => (
          <span key={word}>
            {word} <time dateTime={at}>{momentOf(at)}</time>
          </span>
        ))}
      </td>
      <td>
        {asked ? null : (
          <div className="row-of-buttons">
            {row.mayResend ? (
              <Button
                look={row.state === 'FAILED' ? 'plain' : 'quiet'}
                aria-label={`重发${row.subject}，${row.recipient}`}
                onClick={() => setAsked('resend')}
              >
                重发
              </Button>
            ) : null}
            {row.mayCancel ? (
              <Button look="quiet" aria-label={`不再发送${row.subject}，${row.recipient}`} onClick={() => setAsked('cancel')}>
                不再发送
              </Button>
            ) : null}
          </div>
        )}
      </td>
    </tr>
  );
}
