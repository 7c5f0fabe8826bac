import { QUEUE_OF, type JobName } from '@mantianxing/contracts';
import type { JobHandler } from '@mantianxing/queue';
import { handlersByQueue } from './handler-registry';

const handlerOf = (name: JobName): JobHandler => ({ name, handle: async () => [] });
const all = () => (Object.keys(QUEUE_OF) as JobName[]).map(handlerOf);

describe('the handler registry', () => {
  it('gives every queue the handlers of its jobs', () => {
    const { matching } = handlersByQueue(all());
    expect(matching.map(({ name }) => name).sort()).toEqual([
      'lapse-pairings',
      'lapse-suggestions',
      'match-capability',
      'match-scenario',
    ]);
  });

  it('refuses to start when a job has no handler, and names it', () => {
    const missing = all().filter(({ name }) => name !== 'notify');
    expect(() => handlersByQueue(missing)).toThrow('no handler for job notify');
  });

  it('refuses to start when a job has two handlers', () => {
    expect(() => handlersByQueue([...all(), handlerOf('deliver')])).toThrow('2 handlers for job deliver');
  });
});
