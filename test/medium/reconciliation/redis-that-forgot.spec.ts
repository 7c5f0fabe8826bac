import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobQueue } from '@mantianxing/queue';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { openQueuedMarket, type QueuedMarket } from '../../support/builders/queued-market';
import { aScenario } from '../../support/builders/scenario';
import { freePort } from '../../support/free-port';
import { openMailBox, type MailBox } from '../../support/mail-box';
import { startRedis, type TestRedis } from '../../support/redis';
import { describeWith } from '../../support/servers';
import { waitUntil } from '../../support/wait-until';

/** Real servers: a Redis of this spec's own that may lose what it knows. */
describeWith.redis('a Redis that forgot', () => {
  let redis: TestRedis | undefined;
  let mailBox: MailBox;
  let market: QueuedMarket;
  let unit: BuiltUnit;
  let port: number;
  let folder: string;
  const restart = async () => {
    redis = await startRedis(port, folder);
    // The market's own connections come back by themselves.
    if (market) await waitUntil(() => market.get(JobQueue).ping().then(() => true), { timeoutMs: 20_000, what: 'the queue to answer again' });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mantianxing-redis-'));
    port = await freePort();
    await restart();
    mailBox = await openMailBox();
    market = await openQueuedMarket(redis?.url, mailBox.url);
    unit = await aUnit(market, { name: '区住房城乡建委' });
    await theOffice(market);
    await market.sql(`update account.person set email = 'p' || id || '@example.test'`);
    await aCapability(market).of(await aFirm(market, { name: '山城安联科技有限公司' })).published();
    await market.workOff();
  });
  afterAll(async () => {
    await market?.close();
    await mailBox?.close();
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What each scenario must have led to: a pair before the reviewer, and each person told once, in the inbox and by mail. */
  const outcome = async (title: string) => {
    const [row] = await market.sql<Record<string, string>>(
      `select count(distinct g.id) as pairs, count(distinct n.id) as notices, count(distinct d.id) filter (where d.status = 'SENT') as sent,
         count(distinct (n.event_id, n.recipient_id)) filter (where n.id is not null) as told
       from scenario.scenario s left join pairing.suggestion g on g.scenario_id = s.id
       left join outbox.event e on e.subject_id = s.id left join notification.notification n on n.event_id = e.id
       left join notification.delivery d on d.notification_id = n.id where s.title = $1`,
      [title],
    );
    const mails = mailBox.mails.filter(({ text, subject }) => `${subject}${text}`.includes(title));
    return {
      pairs: Number(row?.pairs),
      toldOnceEach: row?.notices === row?.told && Number(row?.told) > 0,
      sent: row?.sent === row?.notices,
      mails: mails.length === Number(row?.notices),
      doubles: mails.length - new Set(mails.map(({ messageId }) => messageId)).size,
    };
  };
  const AS_PROMISED = { pairs: 1, toldOnceEach: true, sent: true, mails: true, doubles: 0 };

  it('emptied right after events were handed over: every job is brought back, and each person told once', async () => {
    for (let n = 1; n <= 5; n += 1) await aScenario(market).with({ title: `清空之后${n}` }).of(unit).published();
    await market.handOver();
    await redis?.stop();
    await restart();
    const { mended, checks } = await market.reconcile();
    expect(mended).toBe(Number(checks.find(({ name }) => name === 'bring-back-jobs')?.mended));
    expect(mended).toBeGreaterThanOrEqual(10);
    await market.workOff();
    for (let n = 1; n <= 5; n += 1) expect(await outcome(`清空之后${n}`)).toEqual(AS_PROMISED);
    expect((await market.reconcile()).mended).toBe(0);
  });

  it('rolled back to an older file: what it lost is brought back, what it does again changes nothing', async () => {
    await aScenario(market).with({ title: '存盘之前' }).of(unit).published();
    await market.handOver();
    // The file holds jobs that will be done by the time it comes back.
    await redis?.save();
    copyFileSync(join(folder, 'dump.rdb'), join(folder, 'older.rdb'));
    await market.workOff();
    await aScenario(market).with({ title: '存盘之后' }).of(unit).published();
    await market.handOver();
    await redis?.stop();
    copyFileSync(join(folder, 'older.rdb'), join(folder, 'dump.rdb'));
    await restart();
    expect((await market.reconcile()).mended).toBeGreaterThanOrEqual(2);
    await market.workOff();
    expect(await outcome('存盘之前')).toEqual(AS_PROMISED);
    expect(await outcome('存盘之后')).toEqual(AS_PROMISED);
    expect((await market.reconcile()).mended).toBe(0);
  });
});
