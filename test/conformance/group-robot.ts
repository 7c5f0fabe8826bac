import type { RobotKind } from '@mantianxing/contracts';
import { SendFault, type GroupRobot, type RobotAddress } from '@mantianxing/notification';
import { OutboundGuard } from '@mantianxing/platform';
import { openRobotReceiver, ROBOT_SECRET, ROBOT_TOKEN, type RobotReceiver } from '../support/robot-receiver';

const NOW = new Date('2026-11-23T02:00:00Z');
const TEXT = '【场景对接】新发布2个场景：《老旧小区充电安全监测》《公文校核》。\nhttps://mtx.example/scenarios';
type Make = (out: OutboundGuard, allowedHosts: readonly string[]) => GroupRobot;

/** What every group's robot does, against a receiver that checks as its vendor checks. */
export function describeGroupRobot(kind: RobotKind, make: Make): void {
  describe(`the robot of ${kind}`, () => {
    let receiver: RobotReceiver;
    let robot: GroupRobot;
    let address: RobotAddress;
    beforeAll(async () => {
      receiver = await openRobotReceiver();
      robot = make(new OutboundGuard({ allowedHosts: [receiver.host] }), [receiver.host]);
      address = { kind, webhook: receiver.webhookOf(kind), secret: kind === 'WECOM' ? '' : ROBOT_SECRET };
    });
    afterAll(() => receiver.close());
    beforeEach(() => {
      Object.assign(receiver, { texts: [], mood: 'takes', now: NOW });
    });

    const fault = async (changed: Partial<RobotAddress> = {}): Promise<SendFault> => {
      const outcome = await robot.send({ ...address, ...changed }, TEXT, NOW).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(SendFault);
      const found = outcome as SendFault;
      // Whoever has the address can write to the group: no fault may carry it on.
      expect(found.message).not.toContain(ROBOT_TOKEN);
      expect(found.message).not.toContain(ROBOT_SECRET);
      return found;
    };

    it('brings the text to the group as it is, with a proof the vendor accepts', async () => {
      await robot.send(address, TEXT, NOW);
      expect(receiver.texts).toEqual([TEXT]);
    });

    it('waits for the next minute when the vendor wants fewer messages', async () => {
      receiver.mood = 'too-many';
      expect(await fault()).toMatchObject({ permanent: false, code: 'RATE_LIMITED', waitMs: 60_000 });
      expect(receiver.texts).toEqual([]);
    });

    it('gives up when the robot is gone', async () => {
      receiver.mood = 'gone';
      expect(await fault()).toMatchObject({ permanent: true, code: 'ROBOT_GONE' });
    });

    it.each(['busy', 'garbled'] as const)('may try again when the vendor is %s', async (mood) => {
      receiver.mood = mood;
      expect(await fault()).toMatchObject({ permanent: false });
    });

    it('goes where it was sent and nowhere else', async () => {
      receiver.mood = 'moved';
      expect(await fault()).toMatchObject({ permanent: true, code: 'HOST_REFUSED' });
      const elsewhere = receiver.webhookOf(kind).replace('127.0.0.1', 'localhost');
      expect(await fault({ webhook: elsewhere })).toMatchObject({ permanent: true, code: 'HOST_REFUSED' });
      expect(receiver.texts).toEqual([]);
    });

    it('may try again when nobody answers', async () => {
      const gone = await openRobotReceiver();
      const lonely = make(new OutboundGuard({ allowedHosts: [gone.host] }), [gone.host]);
      await gone.close();
      const outcome = await lonely.send({ ...address, webhook: gone.webhookOf(kind) }, TEXT, NOW).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ permanent: false, code: 'SERVER_AWAY' });
    });

    if (kind !== 'WECOM') {
      it('is refused for good with another secret, or with a clock that is more than an hour wrong', async () => {
        expect(await fault({ secret: 'SECother' })).toMatchObject({ permanent: true, code: 'SIGNATURE_REFUSED' });
        receiver.now = new Date(NOW.getTime() + 2 * 3_600_000);
        expect(await fault()).toMatchObject({ permanent: true, code: 'SIGNATURE_REFUSED' });
      });
    }
  });
}
