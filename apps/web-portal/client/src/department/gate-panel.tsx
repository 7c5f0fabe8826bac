import type { GateCheckView, GateElementView, ScenarioContent } from '@mantianxing/contracts';
import { useEffect, useState } from 'react';
import { call } from '../api/client';
import { compact, type Content } from '../drafting/field-spec';
import { SimilarList } from '../drafting/similar-list';
import type { Saved } from '../drafting/use-draft';
import { dayOf } from '../elements/wording';

/** A pause in typing after which the gate is asked again, in milliseconds. */
const PAUSE_MS = 700;
/** The contract wants two characters of title; the gate itself does not look at it. */
const UNTITLED = '未命名';

/**
 * What the gate says of the content as typed; the last answer stays while a new one is under way.
 * `savedNow` names the entry being written, which is not similar to itself.
 */
export function useGateCheck(
  content: Content,
  start: GateCheckView | null,
  savedNow: () => Saved | null,
): GateCheckView | null {
  const [check, setCheck] = useState(start);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const plain = compact(content) as Partial<ScenarioContent>;
      const title = plain.title && plain.title.length >= 2 ? plain.title : UNTITLED;
      const entry = savedNow()?.id;
      call<GateCheckView>(
        'POST',
        `/api/scenarios/check${entry ? `?entry=${entry}` : ''}`,
        { ...plain, title },
        { signal: asking.signal, stayOnExpiry: true },
      )
        .then(setCheck)
        .catch(() => {
          // The saving beside it reports a lost network or a wrong field; the last verdict stays.
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [content, savedNow]);
  return check;
}

interface GatePanelProps {
  check: GateCheckView | null;
  onGo: (element: GateElementView['element'], field: string) => void;
}

/** The score never blocks; missing elements do. Each open line says what would add how much. */
export function GatePanel({ check, onGo }: GatePanelProps) {
  if (!check) {
    return (
      <aside className="gate-panel" aria-label="发布检查">
        <p className="aside">正在检查</p>
      </aside>
    );
  }
  const missing = check.gate.reduce((sum, element) => sum + element.missing.length, 0);
  const open = check.clarity.lines.filter((line) => line.got < line.of);
  return (
    <aside className="gate-panel" aria-label="发布检查">
      <h2>
        清单得分<b>{check.clarity.score}</b>/100
      </h2>
      <p>{missing === 0 ? '必需项已齐，可以提交审核。' : `还差${missing}项，暂不能发布：`}</p>
      <GateList gate={check.gate} onGo={onGo} />
      <SimilarList title="相近场景" similar={check.similar} />
      {open.length > 0 ? (
        <>
          <h2>还可以更清楚</h2>
          <ul className="clarity-list">
            {open.map((line) => (
              <li key={line.label}>
                {line.label}
                <span className="figure aside">
                  {' '}
                  {line.got}/{line.of}
                </span>
                {line.hint ? <p className="aside">{line.hint}</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

export function GateList({
  gate,
  onGo,
}: {
  gate: readonly GateElementView[];
  onGo?: GatePanelProps['onGo'];
}) {
  return (
    <ul className="gate-list">
      {gate.map(({ element, label, passed, missing, checkedBy, checkedAt }) => (
        <li key={element} className={passed ? 'gate-passed' : 'gate-failed'}>
          <b>
            <span aria-hidden="true">{passed ? '✓' : '✗'}</span>
            {label}
          </b>
          <span className="unseen">{passed ? '已满足' : '未满足'}</span>
          {checkedBy ? (
            <span className="aside">
              {' '}
              核对：{checkedBy}
              {checkedAt ? `，${dayOf(checkedAt)}` : ''}
            </span>
          ) : null}
          {missing.length > 0 ? (
            <ul>
              {missing.map(({ field, message }) => (
                <li key={field + message}>
                  {onGo ? (
                    <button type="button" className="link-button" onClick={() => onGo(element, field)}>
                      {message}
                    </button>
                  ) : (
                    message
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
