import type { Actor, DomainError, ThesaurusEntry } from '@mantianxing/contracts';
import {
  AddThesaurusEntry,
  BuiltInThesaurus,
  ListThesaurus,
  RestoreThesaurusEntry,
  RetireThesaurusEntry,
  ScoreVersionShelf,
  StatisticsShelf,
  ThesaurusShelf,
} from '@mantianxing/matching';
import { MatcherInForce } from '../../../apps/matcher-worker/src/statistics/matcher-in-force';
import { aCapability, aScenario } from '../../support/builders/matching-profiles';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, type TestPortal } from '../../support/builders/portal';

const DAY = '2026-11-23';
const entry = (name: string, said: Partial<ThesaurusEntry> = {}): ThesaurusEntry => ({
  name, synonyms: [], abbreviations: [], variants: [], broader: [], answers: [], ...said,
});
const need = aScenario({ title: '鹊桥夜渡协同', need: '实现鹊桥夜渡协同' });
const product = aCapability({ name: '星汉摆渡仪', summary: '星汉摆渡仪成套供应' });

describe('staff’s changes of the thesaurus', () => {
  let portal: TestPortal;
  let editor: Actor;
  let shelf: ThesaurusShelf;
  let matcher: MatcherInForce;
  beforeEach(async () => {
    portal = await openPortal();
    editor = (await theOffice(portal)).matchmaker;
    shelf = portal.get(ThesaurusShelf);
    matcher = new MatcherInForce(portal.get(StatisticsShelf), portal.get(ScoreVersionShelf), shelf, portal.get(BuiltInThesaurus));
    await matcher.load();
  });
  afterEach(() => portal.close());

  const add = (said: ThesaurusEntry, published: string[] = []) =>
    portal.get(AddThesaurusEntry).execute(editor, { entry: said, note: '' }, published);
  const retire = (name: string) => portal.get(RetireThesaurusEntry).execute(editor, name, '不再使用');
  const restore = (name: string, builtIn = false) =>
    portal.get(RestoreThesaurusEntry).execute(editor, { name, builtIn, reason: '误停' });
  const refusal = (attempt: Promise<unknown>): Promise<DomainError> =>
    attempt.then(
      () => Promise.reject(new Error('was not refused')),
      (error: DomainError) => error,
    );
  const match = () => {
    const now = matcher.now();
    return now.explain(now.evidenceFor(now.distil(need)), now.digest(product), DAY);
  };

  it('are kept version by version', async () => {
    const added = await add(entry('星汉摆渡仪', { synonyms: ['星汉摆渡机'] }));
    const retired = await retire('星汉摆渡仪');
    const restored = await restore('星汉摆渡仪');
    expect((await shelf.at(added)).added).toEqual(['星汉摆渡仪 | ~星汉摆渡机']);
    expect((await shelf.at(retired)).added).toEqual([]);
    expect(await shelf.current()).toEqual({ version: restored, added: ['星汉摆渡仪 | ~星汉摆渡机'], retired: [] });
    expect((await shelf.changes()).map(({ change, note, by }) => [change, note, by])).toEqual([
      ['RESTORED', '误停', editor.name],
      ['RETIRED', '不再使用', editor.name],
      ['ADDED', '', editor.name],
    ]);
  });

  it('let a built-in entry rest and come back', async () => {
    const rests = async () => (await portal.get(ListThesaurus).execute('软件')).items.find(({ entry: { name } }) => name === '软件');
    await retire('软件');
    expect(await rests()).toMatchObject({ builtIn: true, retired: true, last: { change: 'RETIRED', note: '不再使用' } });
    await restore('软件', true);
    expect(await rests()).toMatchObject({ builtIn: true, retired: false, last: { change: 'RESTORED' } });
  });

  it('change what a match finds, and the score names the version', async () => {
    const before = match();
    await add(entry('星汉摆渡仪'));
    const version = await add(entry('鹊桥夜渡', { answers: [{ name: '星汉摆渡仪', weight: 0.9 }] }));
    expect(await matcher.refresh()).toBe(true);
    const after = match();
    expect(before.reasons.filter(({ kind }) => kind === 'ANSWERS')).toEqual([]);
    expect(after.reasons.filter(({ kind }) => kind === 'ANSWERS')).toHaveLength(1);
    expect(after.score).toBeGreaterThan(before.score);
    expect(after.scoreVersion).toContain(`-t${version}/`);
    expect(matcher.now().version).toBe(after.scoreVersion);
    expect(await matcher.refresh()).toBe(false);
  });

  it('bridge nothing any more once retired', async () => {
    await add(entry('星汉摆渡仪'));
    await add(entry('鹊桥夜渡', { answers: [{ name: '星汉摆渡仪', weight: 0.9 }] }));
    await retire('鹊桥夜渡');
    await matcher.refresh();
    expect(match().reasons.filter(({ kind }) => kind === 'ANSWERS')).toEqual([]);
  });

  it('refuse a circle and change nothing', async () => {
    const version = await add(entry('星汉摆渡仪', { broader: [{ name: '软件', weight: 0.5 }] }));
    await retire('软件');
    const error = await refusal(add(entry('软件', { broader: [{ name: '星汉摆渡仪', weight: 0.5 }] })));
    expect([error.status, error.code]).toEqual([422, 'THESAURUS_REFUSED']);
    expect(error.message).toContain('“软件 | <星汉摆渡仪:0.5”');
    expect(error.problems.map(({ field }) => field)).toEqual(['broader']);
    expect(error.problems[0]?.message).toContain('绕成了圈');
    expect(await shelf.current()).toMatchObject({ version: version + 1, added: ['星汉摆渡仪 | <软件:0.5'] });
    expect(await portal.sql('select 1 from matching.thesaurus_version')).toHaveLength(2);
  });

  it('refuse words that stand in more than a tenth of what is published, with the count', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => (i < 5 ? '星汉摆渡仪' : '其他'));
    const error = await refusal(add(entry('星汉摆渡仪'), texts));
    expect(error.problems).toEqual([
      { field: 'name', message: '“星汉摆渡仪”会命中5项能力，超过已发布40项的十分之一，请换成更具体的词' },
    ]);
    expect(await shelf.version()).toBe(0);
  });

  it('come one after the other where two people add the same at once', async () => {
    const outcomes = await Promise.allSettled([add(entry('星汉摆渡仪')), add(entry('星汉摆渡仪'))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const both = await Promise.all([add(entry('鹊桥夜渡')), retire('软件')]);
    expect(await shelf.current()).toMatchObject({ version: Math.max(...both), added: ['星汉摆渡仪', '鹊桥夜渡'], retired: ['软件'] });
  });

  it('cannot be taken back or rewritten in the database', async () => {
    await add(entry('星汉摆渡仪'));
    for (const change of [
      'delete from matching.thesaurus_entry',
      `update matching.thesaurus_entry set line = 'x'`,
      `update matching.thesaurus_version set note = 'x'`,
    ]) {
      await expect(portal.sql(change)).rejects.toThrow('append-only');
    }
  });

  it('refuse to retire twice, or what is not there, or to restore what is in force', async () => {
    await add(entry('星汉摆渡仪'));
    await retire('星汉摆渡仪');
    expect((await refusal(retire('星汉摆渡仪'))).status).toBe(409);
    expect((await refusal(retire('没有这个词'))).status).toBe(404);
    expect((await refusal(restore('软件', true))).status).toBe(409);
  });
});
