import { basename } from 'node:path';
import { QUEUE_OF, QUEUES, RETRY, ROUTES, type EventName } from '@mantianxing/contracts';
import { read, repositoryFiles } from './tree';

const handlers = repositoryFiles().filter((path) => path.startsWith('apps/matcher-worker/src/') && /\.handlers?\.ts$/.test(path));
const handled = handlers.flatMap((path) => [...read(path).matchAll(/override readonly name = '([^']+)'/g)].map(([, name]) => name));
const jobs = Object.keys(QUEUE_OF);
const anEvent = (name: EventName) => ({ name, eventId: 'e', subjectId: 's', revision: 1, ids: {}, actorAccountId: null, at: '' });

describe('the road from event to handler', () => {
  it('has exactly one handler at the end of every job', () => {
    expect([...handled].sort()).toEqual([...jobs].sort());
  });

  it('leads from every event to jobs that are known', () => {
    const led = (Object.keys(ROUTES) as EventName[]).flatMap((name) => ROUTES[name](anEvent(name) as never));
    expect(led.map(({ name }) => name).filter((name) => !jobs.includes(name))).toEqual([]);
  });

  it('gives every job an id that BullMQ takes', () => {
    const led = (Object.keys(ROUTES) as EventName[]).flatMap((name) => ROUTES[name](anEvent(name) as never));
    expect(led.filter(({ id }) => id.includes(':') || /^\d+$/.test(id))).toEqual([]);
  });

  it('keeps a handler in a file of its job’s name, so that a log line leads to it', () => {
    const single = handlers.filter((path) => path.endsWith('.handler.ts'));
    const misplaced = single.filter((path) => !jobs.includes(basename(path, '.handler.ts')));
    expect(misplaced).toEqual([]);
  });

  it('has a retry policy for every queue', () => {
    expect(QUEUES.filter((queue) => !(RETRY[queue].attempts > 1))).toEqual([]);
  });
});
