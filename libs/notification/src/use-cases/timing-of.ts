import type { Env } from '@mantianxing/platform';
import { minutesOf, quietHours, type TimingRules } from '../domain/timing';

const NINE = 540;

/** The rules of this deployment. `at-once` knows no quiet hours; what a person chose holds there too. */
export function timingOf(env: Pick<Env, 'MESSAGE_TIMING' | 'QUIET_HOURS' | 'DIGEST_AT'>): TimingRules {
  const atOnce = env.MESSAGE_TIMING === 'at-once';
  return { atOnce, quiet: atOnce ? null : quietHours(env.QUIET_HOURS), digestAt: minutesOf(env.DIGEST_AT) ?? NINE };
}
