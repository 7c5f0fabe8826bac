import { Injectable } from '@nestjs/common';
import { LinkTokens } from '@mantianxing/account';
import { UnitOfWork } from '@mantianxing/database';
import { consentToAnswer, type Notification } from '@mantianxing/notification';
import { ReadConsents } from '@mantianxing/pairing';
import { Clock } from '@mantianxing/platform';

/** The page a mail's button opens where it is not the inbox's: a question is answered without signing in. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly links: LinkTokens,
    private readonly consents: ReadConsents,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Made at the moment of sending and the same at every try; null where the portal's own page will do. */
  async of(notification: Notification): Promise<string | null> {
    const consentId = consentToAnswer(notification);
    const consent = consentId && (await this.consents.byId(consentId));
    if (!consent || consent.status !== 'ASKED' || !consent.dueAt) return null;
    const key = { purpose: 'CONSENT' as const, subjectId: consent.id, accountId: notification.recipientId };
    const left = consent.dueAt.getTime() - this.clock.now().getTime();
    if (left <= 0) return null;
    await this.unitOfWork.run(() => this.links.issueOnce(key, left));
    const token = await this.links.tokenFor(key);
    return token ? `/answer/${token}` : null;
  }
}
