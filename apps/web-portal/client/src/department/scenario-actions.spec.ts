import { nextOf, stepsOf } from './scenario-actions';

const steps = (status: string, publishedAt: string | null = null) =>
  stepsOf({ status, publishedAt }).map(({ step }) => step);

describe('a scenario offers its owner', () => {
  it('deleting a draft that was never public, withdrawing one that was', () => {
    expect(steps('DRAFT')).toEqual(['discard']);
    expect(steps('DRAFT', '2026-01-01')).toEqual(['withdraw']);
  });
  it('recalling what is under review, withdrawing what is public, and nothing at the end', () => {
    expect(steps('SUBMITTED')).toEqual(['recall']);
    expect(steps('PUBLISHED', '2026-01-01')).toEqual(['withdraw']);
    expect(steps('IN_TALKS', '2026-01-01')).toEqual(['withdraw']);
    expect(steps('WITHDRAWN', '2026-01-01')).toEqual(['redraft']);
    for (const over of ['EXPIRED', 'NOT_LANDED']) expect(steps(over, '2026-01-01')).toEqual(['reopen']);
    expect(steps('DISCARDED')).toEqual([]);
  });
  it('one next thing where there is one', () => {
    expect(nextOf({ status: 'RETURNED', id: '7' })).toEqual({
      label: '补充后再提交',
      to: '/dept/scenarios/7/edit',
    });
    expect(nextOf({ status: 'IN_TALKS', id: '7' })).toEqual(nextOf({ status: 'PUBLISHED', id: '7' }));
    expect(nextOf({ status: 'SUBMITTED', id: '7' })).toBeNull();
  });
});
