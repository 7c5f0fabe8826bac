import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, Refusal, sentenceOf } from '../api/client';
import { doubtIn, type DuplicateDoubt } from './duplicates';

/** One step on an entry (POST): busy while it runs, the refusal's sentences when it is refused. */
export function useAction(staleKeys: readonly string[]) {
  const cache = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<{
    id: string;
    message: string;
    doubt: DuplicateDoubt | null;
  } | null>(null);
  const act = async (id: string, path: string, body: unknown): Promise<boolean> => {
    setBusy(id);
    setProblem(null);
    try {
      await call('POST', path, body);
      return true;
    } catch (error) {
      const details = error instanceof Refusal ? error.problem.problems.map((one) => one.message) : [];
      setProblem({
        id,
        doubt: doubtIn(error),
        message: [sentenceOf(error), ...details]
          .filter((text, at, all) => all.indexOf(text) === at)
          .join(' '),
      });
      return false;
    } finally {
      setBusy(null);
      // After a refusal too: another person's change is often the reason.
      await Promise.all(staleKeys.map((key) => cache.invalidateQueries({ queryKey: [key] })));
    }
  };
  return { act, busy, problem, clear: () => setProblem(null) };
}
