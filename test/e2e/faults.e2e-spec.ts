import { describeWith } from '../support/servers';
import { faultRun } from '../faults/fault-run';
import { findingsOf } from '../faults/report';
import type { PartSet } from '../faults/stack';

/** A short run of `npm run faults`; the long ones are started by hand. */
function nothingIsLost(set: PartSet, seed: number): void {
  it('loses nothing, doubles nothing and leaves nothing lying', async () => {
    const report = await faultRun({ set, seed, scenarios: 12, kills: 10, minutes: 2, short: true, say: () => undefined });
    expect(findingsOf(report)).toEqual([]);
    expect(report.scenarios).toBeGreaterThanOrEqual(12);
    expect(report.kills).toBeGreaterThanOrEqual(10);
    expect(report.quiet.quiet).toBe(true);
  }, 600_000);
}

describe('the stack on PostgreSQL alone, while its parts are killed', () => nothingIsLost('postgres', 1));

describeWith.redis('the stack with jobs on Redis, while its parts are killed', () => nothingIsLost('redis', 2));
