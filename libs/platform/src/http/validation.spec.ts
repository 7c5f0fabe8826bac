import { z } from 'zod';
import { problemsOf } from './validation';

describe('a refused request', () => {
  const problemsFor = (given: unknown) => problemsOf(z.strictObject({ title: z.string().optional() }).safeParse(given).error?.issues as never);

  it('is told the name of a field nobody asked for', () => {
    expect(problemsFor({ titel: 'x' })).toEqual([{ field: 'titel', message: '不认识的字段，请删去。' }]);
  });

  it.each(['13912345678', 'li.si@firm.example', '<script>', '电话', 'x'.repeat(61)])('is not given back %s, which is no name of a field', (key) => {
    expect(problemsFor({ [key]: 'x' })).toEqual([{ field: 'body', message: '不认识的字段，请删去。' }]);
  });
});
