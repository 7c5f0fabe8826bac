import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { DUE_WITHIN_MS, GIVE_UP_AFTER_MS, mayCancel, mayResend } from '../domain/delivery-status';
import { DeliveryLog, type LogRow } from '../domain/delivery-log';
import { DeliveryRepository } from '../domain/delivery.repository';
import { mailDomainOf } from './record-notifications';

/** What a person does to a delivery: have it sent again, or give it up. Who did it stands in the event log. */
@Injectable()
export class MendDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: DeliveryLog,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * A new delivery of the same message under a Message-ID of its own; what became of the first stays readable. Answers
   * its id. Throws 404, 409 where it is not settled, was already sent again, or somebody was quicker.
   */
  resend(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async () => {
      const found = await this.present(id);
      if (!mayResend(found.status)) throw new DomainError('NOT_TO_RESEND', 409, '此消息还在发送或按设置不发，不能重发。');
      if (found.isReplaced) throw resentAlready();
      const at = this.clock.now();
      const [dueAt, giveUpAt] = [DUE_WITHIN_MS, GIVE_UP_AFTER_MS].map((ms) => new Date(at.getTime() + ms)) as [Date, Date];
      const repeated = await this.log.repeat(id, actor.accountId, mailDomainOf(this.env.MAIL_FROM), { at, dueAt, giveUpAt });
      if (!repeated) throw resentAlready();
      await this.outbox.record({ name: 'delivery.resent', subjectId: repeated, revision: 1, ids: { previousId: id } }, actor);
      return repeated;
    });
  }

  /** Nobody is to be told any more. Throws 404, 409 where it is being sent or settled. */
  cancel(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const found = await this.present(id);
      if (!mayCancel(found.status) || !(await this.deliveries.cancel(id))) {
        throw new DomainError('NOT_TO_CANCEL', 409, '此消息已发出或正在发送，不能取消。');
      }
      await this.outbox.record({ name: 'delivery.cancelled', subjectId: id, revision: found.attempts + 1, ids: {} }, actor);
    });
  }

  private async present(id: string): Promise<LogRow> {
    const found = await this.log.find(id);
    if (!found) throw new DomainError('DELIVERY_NOT_FOUND', 404, '没有找到这条投递记录。');
    return found;
  }
}

const resentAlready = (): DomainError => new DomainError('RESENT_ALREADY', 409, '此消息已有人重发，请看最新一条记录。');
