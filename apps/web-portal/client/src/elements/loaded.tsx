import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Refusal, sentenceOf } from '../api/client';
import { Button } from './button';
import { NotFound, NotPermitted } from './dead-ends';
import { momentOf } from './wording';

/** Shows a skeleton only after this long, in milliseconds: quick answers should not flicker. */
const PATIENCE_MS = 300;

/** Holds the final height from the start, so that nothing jumps. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" aria-busy="true" style={{ minHeight: `${lines * 2.5}rem` }}>
      {isLong ? (
        <>
          <span className="unseen" role="status">
            正在载入
          </span>
          {Array.from({ length: lines }, (_, line) => (
            <div key={line} className="bone" />
          ))}
        </>
      ) : null}
    </div>
  );
}

export function Failed({ error, retry, upTo }: { error: unknown; retry?: () => void; upTo?: number }) {
  return (
    <div className="notice notice-bad" role="alert">
      <p>
        {upTo ? `数据截至${momentOf(new Date(upTo).toISOString())}。` : ''}
        {sentenceOf(error)}
      </p>
      {retry ? <Button onClick={retry}>重试</Button> : null}
    </div>
  );
}

/** 404, and an address that cannot be one (a read has no body: what is wrong is the address itself). */
const namesNothing = (error: unknown): boolean =>
  error instanceof Refusal &&
  (error.status === 404 || (error.status === 422 && error.problem.problems.every(({ field }) => field === 'body')));

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T, Error>, 'data' | 'isError' | 'error' | 'failureReason' | 'dataUpdatedAt'> & { refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}

/**
 * One answer of the server in each of its states; the last data stays when a later request is refused. What is wrong is
 * said after the first try that failed, while further ones are under way.
 */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError ? (
          <Failed error={query.error} retry={() => void query.refetch()} upTo={query.dataUpdatedAt} />
        ) : null}
        {children(query.data)}
      </>
    );
  }
  const problem = query.error ?? query.failureReason;
  if (!problem) return <Waiting lines={lines} />;
  if (namesNothing(problem)) return <NotFound />;
  if (problem instanceof Refusal && problem.status === 403) return <NotPermitted />;
  return <Failed error={problem} retry={() => void query.refetch()} />;
}
