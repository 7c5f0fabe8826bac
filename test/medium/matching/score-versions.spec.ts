import { MATCH_WEIGHTS, ScoreVersionShelf, scoreVersionName } from '@mantianxing/matching';
import { runCalibrate } from '../../../apps/local-stack/src/calibrate';
import { MatcherInForce } from '../../../apps/matcher-worker/src/statistics/matcher-in-force';
import { decide, openDecidedMarket, type DecidedMarket } from '../../support/builders/decided-market';
import { aCapability, aScenario } from '../../support/builders/matching-profiles';
import { theOffice } from '../../support/builders/organizations';

const SCENARIO = aScenario({ title: '老旧小区火灾隐患监测', need: '对火灾隐患早发现' });
const CAPABILITY = aCapability({ name: '视频烟火识别系统' });

describe('score versions', () => {
  let market: DecidedMarket;
  let logins: { matchmaker: string; coordinator: string };
  beforeAll(async () => {
    market = await openDecidedMarket();
    await decide(market, 600);
    const { matchmaker, coordinator } = await theOffice(market);
    const loginOf = async ({ accountId }: { accountId: string }) =>
      (await market.sql<{ login: string }>('select login from account.account where id = $1', [accountId]))[0]?.login as string;
    logins = { matchmaker: await loginOf(matchmaker), coordinator: await loginOf(coordinator) };
  });
  afterAll(() => market.close());

  async function calibrate(...argv: string[]): Promise<string> {
    const lines: string[] = [];
    await runCalibrate({ argv, dataHome: '/nowhere', env: { DATABASE_URL: market.databaseUrl }, say: (line) => lines.push(line) });
    return lines.join('\n');
  }
  const drafted = async (): Promise<number> => JSON.parse(await calibrate('--json')).id;
  const refusal = (attempt: Promise<unknown>) => attempt.then(() => ({ message: 'was not refused' }), (error: Error) => error);
  const workerScores = async () => {
    const worker = market.get(MatcherInForce);
    const changed = await worker.refresh();
    const matcher = worker.now();
    const { score, scoreVersion } = matcher.explain(matcher.evidenceFor(matcher.distil(SCENARIO)), matcher.digest(CAPABILITY), '2026-11-22');
    return { changed, score, scoreVersion, version: matcher.version };
  };
  const activate = (id: number | 'built-in', by = logins.coordinator) => calibrate('--activate', String(id), '--by', by);

  it('say to a person what a refit would change, and change nothing by themselves', async () => {
    const before = await workerScores();
    const text = await calibrate();
    for (const part of [/决定：可用600条（通过\d+，驳回\d+/, /留出3个场景180条/, /AUC（高为好）/, /“可用于解决”的关系 +1\.\d+ +1\.\d+ +\+/, /待审核建议60条/, /--activate 1 --by/]) {
      expect(text).toMatch(part);
    }
    expect(await market.sql('select status, based_on, activated_by from matching.score_version')).toEqual([
      { status: 'DRAFT', based_on: MATCH_WEIGHTS.version, activated_by: null },
    ]);
    expect(await workerScores()).toEqual({ ...before, changed: false });
  });

  it('reach the scores of every worker once a coordinator has put one into force, and leave them when sent back', async () => {
    const builtIn = await workerScores();
    const id = await drafted();
    expect(await activate(id)).toContain(`罗勇已启用评分版本${id}`);
    const calibrated = await workerScores();
    expect(calibrated.changed).toBe(true);
    expect(calibrated.scoreVersion).toBe(calibrated.version);
    expect(calibrated.version.split('/')[0]).toBe(scoreVersionName(id));
    expect(calibrated.score).not.toBe(builtIn.score);
    const another = market.get(MatcherInForce);
    await another.load();
    expect(another.now().version).toBe(calibrated.version);
    await activate('built-in');
    expect(await workerScores()).toEqual({ ...builtIn, changed: true });
  });

  it('are in force one at a time, with who and when of every change', async () => {
    const [first, second] = [await drafted(), await drafted()];
    await activate(first);
    await activate(second);
    const states = await market.sql(
      'select v.status, l.login from matching.score_version v join account.account l on l.id = v.activated_by where v.id in ($1, $2) order by v.id',
      [first, second],
    );
    expect(states).toEqual([
      { status: 'RETIRED', login: logins.coordinator },
      { status: 'ACTIVE', login: logins.coordinator },
    ]);
    const twice = market.sql(`update matching.score_version set status = 'ACTIVE' where id = $1`, [first]);
    await expect(twice).rejects.toThrow('one_active_score_version');
    const [last] = await market.sql('select score_version_id, at is not null as dated from matching.score_version_history order by id desc limit 1');
    expect(last).toEqual({ score_version_id: second, dated: true });
    expect((await calibrate('--list')).split('\n').filter((line) => line.includes('使用中'))).toHaveLength(1);
    await activate('built-in');
    expect(await market.get(ScoreVersionShelf).active()).toBeNull();
  });

  it('come out one when several are activated at once', async () => {
    const ids = [await drafted(), await drafted(), await drafted()];
    await Promise.allSettled(ids.map((id) => activate(id)));
    expect(await market.sql(`select count(*)::int as n from matching.score_version where status = 'ACTIVE'`)).toEqual([{ n: 1 }]);
    await activate('built-in');
  });

  it('are put into force by coordinators only', async () => {
    const id = await drafted();
    expect(await refusal(activate(id, logins.matchmaker))).toMatchObject({ name: 'PlainError', message: '只有统筹角色可以启用评分版本。' });
    expect(await refusal(activate(id, 'nobody'))).toMatchObject({ message: '没有可用的账号“nobody”。' });
    expect(await refusal(activate(99_999))).toMatchObject({ message: '没有评分版本99999。' });
    expect(await refusal(activate('built-in'))).toMatchObject({ message: '这个评分版本已在使用。' });
    expect(await market.get(ScoreVersionShelf).activeId()).toBeNull();
  });

  it('never change afterwards, because scores name them', async () => {
    const id = await drafted();
    const changed = market.sql(`update matching.score_version set weights = weights || '{"tag": 9}' where id = $1`, [id]);
    await expect(changed).rejects.toThrow('append-only: matching.score_version');
    await expect(market.sql('delete from matching.score_version where id = $1', [id])).rejects.toThrow('append-only');
  });

  it('are refused with one sentence where decisions are too few', async () => {
    const versions = async () => (await market.get(ScoreVersionShelf).list()).length;
    const before = await versions();
    expect(await refusal(calibrate('--min', '601'))).toMatchObject({ message: '可用的审核决定只有600条，不足601条，没有校准。' });
    expect(await versions()).toBe(before);
  });

  it('are refitted from the weights in force, by decisions of whichever version', async () => {
    const id = await drafted();
    await activate(id);
    const { basedOn, decisions } = JSON.parse(await calibrate('--json'));
    expect({ basedOn, used: decisions.used }).toEqual({ basedOn: scoreVersionName(id), used: 600 });
    await activate('built-in');
  });

  it('leave out decisions that were taken back', async () => {
    await market.sql('update pairing.review set undone_at = now() where id in (select id from pairing.review order by id limit 40)');
    expect(JSON.parse(await calibrate('--json')).decisions.used).toBe(560);
  });
});
