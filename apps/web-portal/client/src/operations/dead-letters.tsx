import type { DeadLettersView, DeadLetterView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deadLettersQuery } from '../api/queries';
import { AskInPlace } from '../elements/ask-in-place';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Problem } from '../elements/problem';
import { useAction } from '../elements/use-action';
import { momentOf } from '../elements/wording';

const STALE = ['dead-letters', 'operations'];

/** Jobs set aside after their last try: what about, why, what to do. */
export function DeadLetters() {
  const query = useQuery(deadLettersQuery);
  const [done, setDone] = useState('');
  return (
    <section aria-label="需要人处理的任务">
      <h2>需要人处理的任务</h2>
      {done ? (
        <p className="notice notice-good" role="status">
          {done}
        </p>
      ) : null}
      <Loaded query={query} lines={3}>
        {(view) => (view.total === 0 ? <p className="aside">没有。任务失败会自动重试，仍不成功的会列在这里。</p> : <Letters view={view} onDone={setDone} />)}
      </Loaded>
    </section>
  );
}

function Letters({ view, onDone }: { view: DeadLettersView; onDone: (sentence: string) => void }) {
  const { act, busy, problem } = useAction(STALE);
  const retryAll = async () => {
    if (await act('all', '/api/dead-letters/retry-all', {})) onDone('已交回队列重试，稍后刷新可看结果。');
  };
  return (
    <>
      <div className="operations-standing">
        <p>
          共<b className="figure">{view.total}</b>件{view.total > view.items.length ? `，显示最近${view.items.length}件` : ''}。
        </p>
        {view.total > 1 ? (
          <Button disabled={busy !== null} onClick={() => void retryAll()}>
            全部重试
          </Button>
        ) : null}
      </div>
      <Problem text={problem?.message} />
      <table className="list">
        <thead>
          <tr>
            <th scope="col">任务</th>
            <th scope="col">所涉内容</th>
            <th scope="col">原因与建议</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((letter) => (
            <Letter key={letter.id} letter={letter} mayDiscard={view.mayDiscard} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface LetterProps {
  letter: DeadLetterView;
  mayDiscard: boolean;
  onDone: (sentence: string) => void;
}

function Letter({ letter, mayDiscard, onDone }: LetterProps) {
  const { id, jobLabel, queueLabel, subject, reason, advice, technical, attempts, since } = letter;
  const { act, busy, problem } = useAction(STALE);
  const [asksWhy, setAsksWhy] = useState(false);
  const retry = async () => {
    if (await act(id, `/api/dead-letters/${id}/retry`, {})) onDone(`已把“${jobLabel}”交回队列重试。`);
  };
  const discard = async (why: string) => {
    if (await act(id, `/api/dead-letters/${id}/discard`, { reason: why })) onDone(`已放弃“${jobLabel}”，理由已记录。`);
  };
  return (
    <tr>
      <td className="title-cell">
        <b>{jobLabel}</b>
        <span className="aside operations-since">
          {queueLabel}，{momentOf(since)}起，试过{attempts}次
        </span>
      </td>
      <td data-label="所涉内容">{subject.href ? <a href={subject.href}>{subject.title}</a> : subject.title}</td>
      <td>
        {reason}。{advice}
        <details>
          <summary>技术信息</summary>
          <code className="operations-technical">{technical}</code>
        </details>
      </td>
      <td>
        {asksWhy ? (
          <AskInPlace
            sentence="放弃后这项任务不再执行，其余不受影响。"
            doIt="确认放弃"
            reasonLabel="放弃理由"
            busy={busy !== null}
            problem={problem?.message}
            onDo={(why) => void discard(why)}
            onCancel={() => setAsksWhy(false)}
          />
        ) : (
          <div className="row-of-buttons">
            <Button disabled={busy !== null} onClick={() => void retry()}>
              重试
            </Button>
            {mayDiscard ? (
              <Button look="quiet" disabled={busy !== null} onClick={() => setAsksWhy(true)}>
                放弃
              </Button>
            ) : null}
            {problem ? <span className="problem">{problem.message}</span> : null}
          </div>
        )}
      </td>
    </tr>
  );
}
