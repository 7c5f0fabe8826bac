import { runJourney } from '../../../apps/local-stack/src/journey';
import { WithdrawScenario } from '@mantianxing/scenario';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

describe('npm run journey', () => {
  let market: ToldMarket;
  let scenarioId: string;
  let pairingId: string;

  async function journey(...argv: string[]): Promise<string> {
    const lines: string[] = [];
    const env = { DATABASE_URL: market.databaseUrl };
    await runJourney({ argv, dataHome: '/nowhere', env, say: (line) => lines.push(line) });
    return lines.join('\n');
  }
  const only = async (text: string) => (await market.sql<{ id: string }>(text))[0]?.id as string;
  const steps = (text: string) => text.split('\n').filter((line) => /^\d{4}-/.test(line));

  beforeAll(async () => {
    market = await openToldMarket();
    const scenario = await market.inPairing();
    scenarioId = scenario.id;
    pairingId = await only('select id from pairing.pairing');
    await market.tell();
    await market.sql(
      `update notification.delivery set status = 'FAILED', attempts = 2, last_error = '550 <p@example.test> unknown'
       where id = (select id from notification.delivery order by id limit 1)`,
    );
    await market.get(WithdrawScenario).execute(market.unit.member, scenario.id, scenario.version, '预算调整，详询13987654321');
  });
  afterAll(() => market.close());

  it('tells one scenario from draft to the messages of its end, in order of time', async () => {
    const text = await journey(scenarioId);
    expect(text).toMatch(/^场景 《老旧小区充电安全监测》 区住房城乡建委 · 已撤回\n编号 /);
    const lines = steps(text);
    expect([...lines].map((line) => line.slice(0, 23)).sort()).toEqual(lines.map((line) => line.slice(0, 23)));
    for (const part of [
      /状态 .* 发布 待发布 → 对接中（罗勇）/,
      /事件 .* 场景发布（罗勇） 第1版 → index-scenario、notify/,
      /建议 .* 推荐80分，现为“已通过”/,
      /审核 .* 陈静通过/,
      /配对 .* 现为“征询中”，第1轮，下一步：征询双方意愿/,
      /事件 .* 形成配对（陈静） .* → ask-consents/,
      /事件 .* 征询 山城安联科技有限公司.* 征询（系统）/,
      /消息 .* 请在12月7日前答复：是否对接《.*（未读）/,
      /投递 .* 邮件待发送/,
      /投递 .* 邮件未送达，第2次，上次原因：550 <（略）> unknown/,
      /事件 .* 场景撤回（经办人\d+） .* 尚未发出，\d\d:\d\d:\d\d起可发/,
    ]) {
      expect(text).toMatch(part);
    }
  });

  it('joins an event with what it led to by the end of its id', async () => {
    const asked = await only(`select id from outbox.event where name = 'consent.asked' limit 1`);
    const lines = steps(await journey(scenarioId)).filter((line) => line.includes(asked.slice(-8)));
    expect(lines.map((line) => line.slice(25, 27)).sort()).toEqual(['事件', '投递', '消息']);
  });

  it('passes on no telephone number and no address', async () => {
    for (const text of [await journey(scenarioId), await journey(pairingId, '--json')]) {
      expect(text).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])|@|周敏/);
      expect(text).toContain('（略）');
    }
  });

  it('finds the other ends of the same story, and accepts the beginning of an id', async () => {
    const suggestion = await only('select id from pairing.suggestion');
    const capability = await only('select id from capability.capability');
    expect(await journey(pairingId)).toMatch(/^配对 “视频烟火识别与联动平台” 老旧小区充电安全监测 · 征询中/);
    expect(steps(await journey(suggestion))).toEqual(steps(await journey(pairingId)));
    expect(await journey(capability)).toContain('建议 “视频烟火识别与联动平台”×《老旧小区充…');
    expect(await journey(pairingId.slice(0, 30))).toBe(await journey(pairingId));
  });

  it('lists the candidates when a beginning fits several', async () => {
    const error = await journey(scenarioId.slice(0, 8)).catch((caught) => caught);
    expect(error).toMatchObject({ name: 'PlainError', message: expect.stringContaining('不止一个'), remedy: expect.stringContaining(scenarioId) });
  });

  it.each([[[]], [['未知']], [['1234567']], [['00000000-0000-0000-0000-000000000000']], [["' or 1=1 --"]], [['a', 'b']], [['--xml']]])(
    'answers %j with a sentence and a remedy',
    async (argv) => {
      const error = await journey(...(argv as string[])).catch((caught) => caught);
      expect(error).toMatchObject({ name: 'PlainError', message: expect.stringMatching(/。$/), remedy: expect.stringMatching(/.+/) });
    },
  );

  it('says so when nothing was ever started here, and when the database is away', async () => {
    const say = () => undefined;
    const without = runJourney({ argv: [scenarioId], dataHome: '/nowhere', env: {}, say });
    await expect(without).rejects.toMatchObject({ message: '本机还没有启动过满天星。' });
    const away = runJourney({ argv: [scenarioId], dataHome: '/nowhere', env: { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, say });
    await expect(away).rejects.toMatchObject({ message: '连不上数据库。' });
  });
});
