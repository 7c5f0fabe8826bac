import type { Actor, RobotKind } from '@mantianxing/contracts';
import { ManageGroupRobots, RecordGroupNews } from '@mantianxing/notification';
import { PostOffice } from '../../support/builders/post-office';
import { openRobotReceiver, ROBOT_SECRET, type RobotReceiver } from '../../support/robot-receiver';

const DISTRICT = '500103';

describe('what groups are told', () => {
  let receiver: RobotReceiver;
  let office: PostOffice;
  let actor: Actor;
  beforeAll(async () => {
    receiver = await openRobotReceiver();
    office = await PostOffice.open({ OUTBOUND_ALLOWED_HOSTS: [receiver.host], MESSAGE_TIMING: 'considerate' });
    const { accountId } = await office.person('罗勇', null);
    actor = { accountId, name: '罗勇', districtCode: DISTRICT, memberships: [] };
  });
  afterAll(async () => {
    await office.close();
    await receiver.close();
  });
  beforeEach(async () => {
    Object.assign(receiver, { texts: [], mood: 'takes' });
    await office.sql(`update notification.channel_target set status = 'DELETED', sealed_webhook = null, sealed_secret = null`);
    office.clock.goTo('2026-11-23T02:00:00Z');
    receiver.now = office.clock.now();
  });

  const aRobot = (kind: RobotKind, name: string = kind) =>
    office.get(ManageGroupRobots).add(actor, { kind, name, webhook: receiver.webhookOf(kind), secret: ROBOT_SECRET, events: ['scenario.published'] });
  const publish = async (title: string, worker = 0) => {
    const event = { eventId: await office.event(), name: 'scenario.published' as const, districtCode: DISTRICT };
    const tell = () => office.getFrom(worker, RecordGroupNews).execute(event, async () => ({ title }));
    await Promise.all([tell(), tell()]);
  };
  const later = async (ms: number) => {
    office.pass(ms);
    receiver.now = office.clock.now();
    await office.sweep();
  };
  const states = () =>
    office.sql<{ status: string; error_code: string }>(
      `select d.status, d.error_code from notification.delivery d join notification.bundle b on b.id = d.bundle_id
       join notification.channel_target t on t.id = b.target_id where t.status <> 'DELETED' order by d.id`,
    );

  it('what happens within seconds is one message for each group, told once however often its job runs', async () => {
    await Promise.all((['WECOM', 'DINGTALK', 'FEISHU'] as const).map((kind) => aRobot(kind)));
    await Promise.all([publish('充电'), publish('公文', 1), publish('烟感')]);
    await later(10_000);
    await later(10_000);
    expect(receiver.texts).toHaveLength(3);
    for (const text of receiver.texts) {
      expect(text).toMatch(/^【场景对接】新发布3个场景：/);
      for (const title of ['充电', '公文', '烟感']) expect(text.split(`《${title}》`)).toHaveLength(2);
    }
    expect(await states()).toEqual(Array(3).fill({ status: 'SENT', error_code: '' }));
  });

  it('the night’s news is one message in the morning', async () => {
    await aRobot('WECOM');
    office.clock.goTo('2026-11-23T13:00:00Z');
    await publish('充电');
    await later(6 * 3_600_000);
    await publish('公文');
    expect(receiver.texts).toEqual([]);
    await later(5 * 3_600_000);
    expect(receiver.texts).toEqual([expect.stringContaining('新发布2个场景')]);
  });

  it('a group that wants fewer messages is given a minute, and told then', async () => {
    await aRobot('FEISHU');
    await publish('充电');
    receiver.mood = 'too-many';
    await later(10_000);
    expect(await states()).toEqual([{ status: 'RETRY', error_code: 'RATE_LIMITED' }]);
    receiver.mood = 'takes';
    await later(30_000);
    expect(receiver.texts).toEqual([]);
    await later(30_000);
    expect([receiver.texts.length, (await states())[0]?.status]).toEqual([1, 'SENT']);
  });

  it('a robot that is gone is set aside with its reason', async () => {
    await aRobot('DINGTALK');
    await publish('充电');
    receiver.mood = 'gone';
    await later(10_000);
    expect(await states()).toEqual([{ status: 'FAILED', error_code: 'ROBOT_GONE' }]);
  });

  it('a paused group hears nothing of what happens meanwhile, and a trial says how it went', async () => {
    const id = await aRobot('WECOM');
    const robots = office.get(ManageGroupRobots);
    await robots.step(actor, id, 1, 'paused');
    await publish('充电');
    await later(10_000);
    expect(receiver.texts).toEqual([]);
    expect(await robots.try(actor, id)).toMatchObject({ arrived: true });
    expect(receiver.texts).toEqual([expect.stringContaining('“WECOM”已接通')]);
    receiver.mood = 'gone';
    expect(await robots.try(actor, id)).toEqual({ arrived: false, message: expect.stringContaining('请在群里重新添加机器人') });
  });
});
