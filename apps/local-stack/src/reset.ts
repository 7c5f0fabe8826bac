import { existsSync, rmSync } from 'node:fs';
import { plainFileError } from './plain-error';
import type { Places } from './places';

/**
 * Deletes what this installation keeps, and nothing else that may lie in its folder. Nobody is asked: the
 * switch is the question; what went is told. The caller holds the instance's lock.
 */
export function reset(places: Places, say: (line: string) => void): void {
  const kept = [places.postgres, places.secrets, places.accounts, places.mail, places.logs].filter(existsSync);
  if (kept.length === 0) return say('没有需要删除的数据');
  for (const path of kept) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      throw plainFileError(error, path);
    }
    say(`已删除 ${path}`);
  }
}
