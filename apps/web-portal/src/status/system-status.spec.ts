import { systemStatus, type Part } from './system-status';

const now = new Date('2026-11-23T02:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const up: Part[] = ['database', 'queue', 'search'].map((name) => ({ name, label: name, up: true, note: '' }));
const without = (name: string) => up.map((part) => (part.name === name ? { ...part, up: false } : part));
const lists = { publishing: true, directory: true };
const idle = { waiting: 0, oldestDueAt: null };

describe('the state of matching', () => {
  it('is current when nothing waits, up to this moment', () => {
    expect(systemStatus({ backlog: idle, workerParts: up, ...lists, now })).toMatchObject({ matching: 'current', processedUpTo: now.toISOString(), waiting: 0 });
  });

  it('is current while changes wait no longer than usual', () => {
    expect(systemStatus({ backlog: { waiting: 3, oldestDueAt: ago(4) }, workerParts: up, ...lists, now }).matching).toBe('current');
  });

  it('catches up when the oldest change has waited longer, and says up to when', () => {
    const backlog = { waiting: 40, oldestDueAt: ago(90) };
    expect(systemStatus({ backlog, workerParts: up, ...lists, now })).toMatchObject({ matching: 'catching-up', processedUpTo: ago(90).toISOString(), waiting: 40 });
  });

  it('catches up while the queue is being worked off, without claiming a moment', () => {
    const busy = (waiting: number) => up.map((part) => (part.name === 'queue' ? { ...part, waiting } : part));
    expect(systemStatus({ backlog: idle, workerParts: busy(77), ...lists, now })).toMatchObject({ matching: 'catching-up', processedUpTo: null, waiting: 77 });
    expect(systemStatus({ backlog: idle, workerParts: busy(6), ...lists, now })).toMatchObject({ matching: 'current', waiting: 6 });
  });

  it.each(['queue', 'search', 'database'])('has stopped without its %s', (name) => {
    expect(systemStatus({ backlog: idle, workerParts: without(name), ...lists, now })).toMatchObject({ matching: 'stopped', processedUpTo: null });
  });

  it('has stopped when the worker does not answer, and names it first', () => {
    const { matching, processedUpTo, parts } = systemStatus({ backlog: { waiting: 2, oldestDueAt: ago(9) }, workerParts: undefined, ...lists, now });
    expect([matching, processedUpTo]).toEqual(['stopped', ago(9).toISOString()]);
    expect(parts[0]).toEqual({ name: 'worker', label: '匹配服务', up: false, note: '暂时联系不上，恢复后自动追赶' });
    expect(parts.slice(1).map(({ name, up }) => [name, up])).toEqual([['publishing', true], ['directory', true]]);
  });

  it('does not stop for a part that matching can do without', () => {
    const parts = [...up, { name: 'mail', label: '邮件', up: false, note: '暂时联系不上' }];
    expect(systemStatus({ backlog: idle, workerParts: parts, ...lists, now }).matching).toBe('current');
  });

  it('names the app behind a list that cannot be written just now, while matching goes on', () => {
    const { matching, parts } = systemStatus({ backlog: idle, workerParts: up, publishing: false, directory: true, now });
    expect(matching).toBe('current');
    expect(parts.filter((part) => !part.up)).toEqual([
      { name: 'publishing', label: '场景发布服务', up: false, note: '暂时联系不上，场景暂不能填写和修改' },
    ]);
  });
});
