import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Actor, type AddGroupRobot, type EventName, type GroupRobotView, type RobotTrialView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { ChannelTargetRepository, SecretBox, type ChannelTarget, type ChannelTargetRow } from '../domain/channel-target';
import { checkWebhook } from '../domain/robot-address';
import { FAULT_WORDS, SendFault } from '../domain/send-fault';
import { trialText } from '../templates/group-text';
import { Dispatch } from './dispatch';

type Step = 'paused' | 'resumed' | 'deleted';
const STATUS_AFTER = { paused: 'PAUSED', resumed: 'ACTIVE', deleted: 'DELETED' } as const;

/** 群机器人 of a district: address and secret go in sealed and never come out again. */
@Injectable()
export class ManageGroupRobots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: ChannelTargetRepository,
    private readonly box: SecretBox,
    private readonly dispatch: Dispatch,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async list({ districtCode }: Actor): Promise<GroupRobotView[]> {
    return (await this.targets.list(districtCode)).map(viewOf);
  }

  /** Throws 422 for an address that is not the vendor's, 409 for a name in use. Answers its id. */
  add(actor: Actor, { kind, name, webhook, secret = '', events }: AddGroupRobot): Promise<string> {
    const problem = checkWebhook(kind, webhook, this.env.OUTBOUND_ALLOWED_HOSTS);
    if (problem) throw new DomainError('ROBOT_REFUSED', 422, problem, [{ field: 'webhook', message: problem }]);
    return this.unitOfWork.run(async () => {
      const id = await this.targets.add({
        ...{ districtCode: actor.districtCode, kind, name, host: new URL(webhook).host, events: [...new Set(events)] },
        ...{ sealedWebhook: this.box.seal(webhook), sealedSecret: secret && kind !== 'WECOM' ? this.box.seal(secret) : '' },
        ...{ createdBy: actor.accountId, createdAt: this.clock.now() },
      });
      if (!id) throw new DomainError('ROBOT_NAME_TAKEN', 409, '已有同名的群机器人，请换个名称。', [{ field: 'name', message: '此名称已在使用。' }]);
      await this.told(actor, 'channel-target.added', id, 1);
      return id;
    });
  }

  /** Writes one line into the group now, paused or not, and says how that went. Throws 404. */
  async try(actor: Actor, id: string): Promise<RobotTrialView> {
    const target = await this.present(actor, id);
    await this.unitOfWork.run(() => this.told(actor, 'channel-target.tried', id, target.version));
    try {
      await this.dispatch.say(target, trialText(target.name));
      return { arrived: true, message: '已发出，请到群里查看。' };
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      return { arrived: false, message: FAULT_WORDS[error.code].replace('，系统会自动重试。', '，请稍后再试。') };
    }
  }

  /** Throws 404, 409 where somebody else was quicker. */
  async step(actor: Actor, id: string, version: number, step: Step): Promise<void> {
    await this.present(actor, id);
    await this.unitOfWork.run(async () => {
      if (!(await this.targets.setStatus(id, version, STATUS_AFTER[step]))) {
        throw new DomainError('ROBOT_CHANGED', 409, '此群机器人刚被他人修改，请刷新后再试。');
      }
      await this.told(actor, `channel-target.${step}`, id, version + 1);
    });
  }

  private async told(actor: Actor, name: EventName & `channel-target.${string}`, subjectId: string, revision: number): Promise<void> {
    await this.outbox.record({ name, subjectId, revision, ids: {} }, actor);
  }

  private async present({ districtCode }: Actor, id: string): Promise<ChannelTarget> {
    const found = await this.targets.find(id);
    if (!found || found.status === 'DELETED' || found.districtCode !== districtCode) {
      throw new DomainError('ROBOT_NOT_FOUND', 404, '没有找到这个群机器人。');
    }
    return found;
  }
}

const viewOf = (row: ChannelTargetRow): GroupRobotView => ({
  ...{ id: row.id, kind: row.kind, name: row.name, host: row.host, events: row.events, version: row.version },
  status: row.status === 'PAUSED' ? 'PAUSED' : 'ACTIVE',
  hasSecret: row.kind !== 'WECOM' && row.sealedSecret !== null && row.sealedSecret !== '',
  createdAt: row.createdAt.toISOString(),
  lastSentAt: row.lastSentAt?.toISOString() ?? null,
});
