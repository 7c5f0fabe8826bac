import { Injectable, Logger } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { KnownDevices, LinkTokens, Members, RecipientDirectory } from '@mantianxing/account';
import { SendSecurityMail, type SecurityMailRequest } from '@mantianxing/notification';
import { JobHandler } from '@mantianxing/queue';
import { Clock } from '@mantianxing/platform';

type Payload = JobPayloads['send-account-mail'];
type Letter = Pick<SecurityMailRequest, 'to' | 'mail' | 'path'>;

const INVITATION_DAYS = 7;
const RESET_MINUTES = 30;

/**
 * Mails about an account itself. A link's token is made here, at the moment of sending, from the row the event names:
 * every try carries the same one, and a link that was used or withdrawn meanwhile is not sent at all.
 */
@Injectable()
export class SendAccountMailHandler extends JobHandler<'send-account-mail'> {
  override readonly name = 'send-account-mail';
  private readonly logger = new Logger('account-mail');

  constructor(
    private readonly links: LinkTokens,
    private readonly members: Members,
    private readonly directory: RecipientDirectory,
    private readonly devices: KnownDevices,
    private readonly sendMail: SendSecurityMail,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async handle(payload: Payload): Promise<Job[]> {
    const letter = await this.letterOf(payload);
    if (!letter) return [];
    const at = this.clock.now();
    const fault = await this.sendMail.execute({ ...letter, eventId: payload.eventId, at });
    if (fault) this.logger.warn(`${payload.event} ${payload.subjectId}: ${fault}`);
    if (payload.event === 'invitation.sent') await this.members.mailed(payload.subjectId, at, fault);
    return [];
  }

  private async letterOf({ event, subjectId, linkId, deviceId }: Payload): Promise<Letter | null> {
    if (event === 'invitation.sent') return this.invitation(subjectId, linkId);
    const reach = await this.directory.reach(subjectId);
    if (!reach?.email) return null;
    const to = { name: reach.name, email: reach.email };
    if (event === 'password.changed') return { to, mail: { kind: 'PASSWORD_CHANGED' }, path: '/sign-in' };
    if (event === 'account.device-new') {
      const seen = await this.devices.find(deviceId ?? '');
      if (!seen) return null;
      const { device, address, seenAt } = seen;
      return { to, mail: { kind: 'NEW_DEVICE', at: seenAt, device, address }, path: '/me/security' };
    }
    const token = await this.links.tokenOf(linkId);
    return token === null ? null : { to, mail: { kind: 'PASSWORD_RESET', minutes: RESET_MINUTES }, path: `/reset/${token}` };
  }

  private async invitation(id: string, linkId: string): Promise<Letter | null> {
    const [invitation, token] = await Promise.all([this.members.invitation(id), this.links.tokenOf(linkId)]);
    if (!token || invitation?.status !== 'OPEN' || !invitation.email) return null;
    const home = await this.members.home(invitation.organizationId);
    const { name, email, role, accountId } = invitation;
    return {
      to: { name, email },
      mail: { kind: 'INVITATION', unit: home?.name ?? '', role, days: INVITATION_DAYS, hasAccount: accountId !== null },
      path: `/join/${token}`,
    };
  }
}
