import { systemStatus, type Part } from './system-status';

const now = new Date('2026-11-23T02:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const up: Part[] = ['database', 'queue', 'search'].map((name) => ({ name, label: name, up: true, note: '' }));
const without = (name: string) => up.map((part) => (part.name === name ? { ...part, up: false } : part));
const idle = { waiting: 0, oldestDueAt: null };

describe('the state of matching', () => {
  it('is current when nothing waits, up to this moment', () => {
    expect(systemStatus({ backlog: idle, workerParts: up, now })).toMatchObject({ matching: 'current', processedUpTo: now.toISOString(), waiting: 0 });
  });

  it('is current while changes wait no longer than usual', () => {
    expect(systemStatus({ backlog: { waiting: 3, oldestDueAt: ago(4) }, workerParts: up, now }).matching).toBe('current');
  });

  it('catches up when the oldest change has waited longer, and says up to when', () => {
    const backlog = { waiting: 40, oldestDueAt: ago(90) };
    expect(systemStatus({ backlog, workerParts: up, now })).toMatchObject({ matching: 'catching-up', processedUpTo: ago(90).toISOString(), waiting: 40 });
  });

  it('catches up while the queue is being worked off, without claiming a moment', () => {
    const busy = (waiting: number) => up.map((part) => (part.name === 'queue' ? { ...part, waiting } : part));
    expect(systemStatus({ backlog: idle, workerParts: busy(77), now })).toMatchObject({ matching: 'catching-up', processedUpTo: null, waiting: 77 });
    expect(systemStatus({ backlog: idle, workerParts: busy(6), now })).toMatchObject({ matching: 'current', waiting: 6 });
  });

  it.each(['queue', 'search', 'database'])('has stopped without its %s', (name) => {
    expect(systemStatus({ backlog: idle, workerParts: without(name), now })).toMatchObject({ matching: 'stopped', processedUpTo: null });
  });

  it('has stopped when the worker does not answer, and names it first', () => {
    const { matching, processedUpTo, parts } = systemStatus({ backlog: { waiting: 2, oldestDueAt: ago(9) }, workerParts: undefined, now });
    expect([matching, processedUpTo]).toEqual(['stopped', ago(9).toISOString()]);
    expect(parts).toEqual([{ name: 'worker', label: '匹配服务', up: false, note: '暂时联系不上，恢复后自动追赶' }]);
  });

  it('does not stop for a part that matching can do without', () => {
    const parts = [...up, { name: 'mail', label: '邮件', up: false, note: '暂时联系不上' }];
    expect(systemStatus({ backlog: idle, workerParts: parts, now }).matching).toBe('current');
  });
});
