import { Inject, Injectable } from '@nestjs/common';
import { Clock, dayInShanghai, ENV, type Env } from '@mantianxing/platform';
import { addressOf, ChannelTargetRepository, SecretBox, type ChannelTarget } from '../domain/channel-target';
import type { Parcel } from '../domain/delivery';
import { GIVE_UP_AFTER_MS } from '../domain/delivery-status';
import { GroupRobots, type RobotAddress } from '../domain/group-robot';
import { Mailer } from '../domain/mailer';
import type { Notification } from '../domain/notification';
import { SendFault } from '../domain/send-fault';
import { digestMessage } from '../templates/digest-message';
import { groupText } from '../templates/group-text';
import { htmlMail, textMail } from '../templates/mail-frame';
import { messageOf } from '../templates/message-of';

/** How a person is reached now; null where the account is gone. */
export interface Addressee {
  name: string;
  email: string | null;
}

/** Answers how an account is reached; addresses are kept by the account lib alone. */
export type Reach = (accountId: string) => Promise<Addressee | null>;

/** A path on the portal; null for the message's inbox entry. */
export type LinkFor = (notification: Notification) => Promise<string | null>;
interface Desk {
  reach: Reach;
  linkFor?: LinkFor;
  /** See `Mail.latest`. */
  latest?: number;
}

/** Writes a delivery out and hands it to whoever takes it on: the mail server, or a group's robot. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly mailer: Mailer,
    private readonly robots: GroupRobots,
    private readonly targets: ChannelTargetRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Answers where it went, for a person. Throws `SendFault` where it was not taken. */
  async send(parcel: Parcel, { reach, linkFor, latest }: Desk): Promise<{ address?: string }> {
    if (parcel.targetId !== null) {
      await this.toGroup(parcel, parcel.targetId);
      return {};
    }
    const addressee = await reach(parcel.recipientId as string);
    if (!addressee?.email) throw new SendFault('没有可用的邮箱地址', { permanent: true, code: 'NO_ADDRESS' });
    await this.byMail(parcel, { name: addressee.name, address: addressee.email }, { linkFor, latest });
    return { address: addressee.email };
  }

  private async byMail(parcel: Parcel, to: { name: string; address: string }, { linkFor, latest }: Pick<Desk, 'linkFor' | 'latest'>): Promise<void> {
    const [first] = parcel.notifications;
    const isDigest = parcel.bundleId !== null;
    const message = isDigest || !first ? digestMessage(parcel.notifications) : messageOf(first);
    const at = isDigest ? firstDueOf(parcel) : (first?.createdAt ?? parcel.createdAt);
    const path = isDigest || !first ? '/inbox' : ((await linkFor?.(first)) ?? `/inbox/${first.id}`);
    const frame = { name: to.name, base: this.env.PUBLIC_URL, path, day: dayInShanghai(at) };
    await this.mailer.send({
      ...{ to, messageId: parcel.messageId, subject: message.subject, at, latest },
      text: textMail(message, frame),
      html: htmlMail(message, frame),
    });
  }

  private async toGroup({ groupEntries }: Parcel, targetId: string): Promise<void> {
    const target = await this.targets.find(targetId);
    if (target?.status !== 'ACTIVE') throw new SendFault('此群机器人已暂停或删除', { permanent: true, code: 'ROBOT_GONE' });
    await this.say(target, groupText(groupEntries, this.env.PUBLIC_URL));
  }

  /** Writes a text to a group now. Throws `SendFault`. */
  async say(target: ChannelTarget, text: string): Promise<void> {
    await this.robots.of(target.kind).send(this.opened(target), text, this.clock.now());
  }

  private opened(target: ChannelTarget): RobotAddress {
    try {
      return addressOf(target, this.box);
    } catch {
      throw new SendFault('密钥无法解开', { permanent: true, code: 'SECRET_UNREADABLE' });
    }
  }
}

/** The same at every try, as a mail's date should be. */
const firstDueOf = ({ giveUpAt, createdAt }: Parcel): Date => (giveUpAt ? new Date(giveUpAt.getTime() - GIVE_UP_AFTER_MS) : createdAt);
