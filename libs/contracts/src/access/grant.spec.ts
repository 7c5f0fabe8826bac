import type { RoleLetter } from '../actor';
import { may, mayOn, rowOf, verdictOf } from './grant';

const of = (...letters: RoleLetter[]) => new Set<RoleLetter>(['P', ...letters]);

describe('the access table', () => {
  it.each([
    ['everybody', may('P'), undefined, 'pass'],
    ['nobody in particular', may('M'), undefined, 'sign-in'],
    ['the role named', may('M', 'C'), of('C'), 'pass'],
    ['another role', may('M', 'C'), of('D'), 'forbidden'],
    ['any account', may('SIGNED_IN'), of(), 'pass'],
    ['a role inside its organisation', may('D own'), of('D'), 'pass'],
    ['an office that sees the object', mayOn(['D own', 'M'], 'D own'), of('M'), 'forbidden'],
    ['an owner who may not do this', mayOn(['D own', 'M'], 'M'), of('D'), 'pass'],
    ['a side that never sees it', mayOn(['D own', 'M'], 'M'), of('F', 'FA'), 'not-found'],
    ['nobody signed in, for an object', mayOn(['D own', 'M'], 'M'), undefined, 'sign-in'],
  ])('meets %s', (_who, row, letters, verdict) => expect(verdictOf(row, letters)).toBe(verdict));

  it('takes HEAD for GET, and a row for any method where there is none for this one', () => {
    const table = { 'GET /a': may('P'), 'ANY /b': may('M') };
    expect([rowOf(table, 'HEAD', '/a'), rowOf(table, 'PATCH', '/b'), rowOf(table, 'POST', '/a')]).toEqual([may('P'), may('M'), undefined]);
  });
});
