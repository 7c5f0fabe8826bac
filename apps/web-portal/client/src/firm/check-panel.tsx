import type { CapabilityCheckView } from '@mantianxing/contracts';
import { useEffect, useState } from 'react';
import { call } from '../api/client';
import { compact, type Content, type FieldProblem } from '../drafting/field-spec';
import { SimilarList } from '../drafting/similar-list';
import type { Saved } from '../drafting/use-draft';

/** A pause in typing after which the server is asked again, in milliseconds. */
const PAUSE_MS = 700;

/**
 * What the content as typed lacks and resembles; the last answer stays while a new one is under way.
 * `savedNow` names the entry being written, which is not similar to itself.
 */
export function useCapabilityCheck(
  content: Content,
  isReadable: boolean,
  savedNow: () => Saved | null,
): CapabilityCheckView | null {
  const [check, setCheck] = useState<CapabilityCheckView | null>(null);
  useEffect(() => {
    if (!isReadable) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const entry = savedNow()?.id;
      call<CapabilityCheckView>(
        'POST',
        `/api/capabilities/check${entry ? `?entry=${entry}` : ''}`,
        compact(content),
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
  }, [content, isReadable, savedNow]);
  return check;
}

interface PanelProps {
  check: CapabilityCheckView | null;
  onGo: (problem: FieldProblem) => void;
}

/** What is missing before it can be listed, and 相近能力. */
export function CheckPanel({ check, onGo }: PanelProps) {
  const missing = check?.missing ?? [];
  return (
    <aside className="gate-panel" aria-label="发布检查">
      <h2>发布检查</h2>
      {check ? (
        <p>{missing.length === 0 ? '必需项已齐，可以发布。' : `还差${missing.length}项，暂不能发布：`}</p>
      ) : (
        <p className="aside">写好名称和类型后开始检查。</p>
      )}
      <ul className="gate-list">
        {missing.map((problem) => (
          <li key={problem.field}>
            <button type="button" className="link-button" onClick={() => onGo(problem)}>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
      <SimilarList title="相近能力" similar={check?.similar} />
    </aside>
  );
}
