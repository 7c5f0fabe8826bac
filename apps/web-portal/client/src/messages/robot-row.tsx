import { GROUP_EVENT, ROBOT_KIND, type GroupRobotView, type RobotTrialView } from '@mantianxing/contracts';
import { useState } from 'react';
import { call, sentenceOf } from '../api/client';
import { AskInPlace } from '../elements/ask-in-place';
import { Problem } from '../elements/problem';
import { Button } from '../elements/button';
import { useAction } from '../elements/use-action';
import { momentOf } from '../elements/wording';

/** One group's robot: try it, pause it, take it away. Its address and secret are never shown again. */
export function RobotRow({ robot }: { robot: GroupRobotView }) {
  const [isAsked, setAsked] = useState(false);
  const [trial, setTrial] = useState<RobotTrialView | null>(null);
  const [isTrying, setTrying] = useState(false);
  const { act, busy, problem, clear } = useAction(['group-robots']);
  const { id, version, name, status } = robot;
  const step = (word: 'pause' | 'resume' | 'delete') => act(id, `/api/group-robots/${id}/${word}`, { version });
  const tryIt = async () => {
    setTrying(true);
    setTrial(null);
    try {
      setTrial(await call<RobotTrialView>('POST', `/api/group-robots/${id}/try`));
    } catch (error) {
      setTrial({ arrived: false, message: sentenceOf(error) });
    }
    setTrying(false);
  };
  return (
    <tr>
      <td className="title-cell">
        <b>{name}</b>
        <p className="aside">
          {ROBOT_KIND[robot.kind]}·{robot.host}
          {robot.kind === 'WECOM' ? '' : robot.hasSecret ? '·已设签名' : '·未设签名'}
        </p>
        <p role="status" className={trial && !trial.arrived ? 'problem' : undefined}>
          {isTrying ? '正在试发' : (trial?.message ?? '')}
        </p>
        {isAsked ? (
          <AskInPlace
            sentence={`删除后“${name}”不再收到消息，保存的地址和密钥立即清除。`}
            doIt="删除"
            busy={busy !== null}
            problem={problem?.message}
            onDo={() => void step('delete')}
            onCancel={() => {
              setAsked(false);
              clear();
            }}
          />
        ) : (
          <Problem text={problem?.message} />
        )}
      </td>
      <td data-label="告知">{robot.events.map((event) => GROUP_EVENT[event]).join('、')}</td>
      <td data-label="状态">
        <span className={status === 'ACTIVE' ? 'state state-good' : 'state state-warn'}>
          {status === 'ACTIVE' ? '在用' : '已暂停'}
        </span>
        <span className="aside delivery-tries">
          {robot.lastSentAt ? `上次${momentOf(robot.lastSentAt)}` : '还没有发过'}
        </span>
      </td>
      <td>
        {isAsked ? null : (
          <div className="row-of-buttons">
            <Button disabled={isTrying} aria-label={`试发${name}`} onClick={() => void tryIt()}>
              试发
            </Button>
            <Button
              look="quiet"
              disabled={busy !== null}
              aria-label={`${status === 'ACTIVE' ? '暂停' : '恢复'}${name}`}
              onClick={() => void step(status === 'ACTIVE' ? 'pause' : 'resume')}
            >
              {status === 'ACTIVE' ? '暂停' : '恢复'}
            </Button>
            <Button look="quiet" aria-label={`删除${name}`} onClick={() => setAsked(true)}>
              删除
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
