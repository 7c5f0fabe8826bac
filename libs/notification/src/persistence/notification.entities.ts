import type { MessageKind, MessageMode, GroupEvent, RobotKind } from '@mantianxing/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChannelTarget } from '../domain/channel-target';
import type { Channel, Delivery } from '../domain/delivery';
import type { DeliveryStatus } from '../domain/delivery-status';
import type { Notification } from '../domain/notification';
import type { FaultCode } from '../domain/send-fault';

@Entity({ schema: 'notification', name: 'notification' })
@Unique(['eventId', 'recipientId'])
@Unique(['recipientId', 'once'])
@Index('inbox', ['recipientId', 'createdAt'])
export class NotificationEntity implements Notification {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'recipient_id', type: 'uuid' }) recipientId: string;
  @Column({ type: 'text' }) template: string;
  @Column({ type: 'jsonb', default: {} }) params: object;
  @Column({ type: 'text', default: '' }) link: string;
  @Column({ type: 'text', default: '' }) topic: string;
  /** Never loaded with the row: the key alone reads it. */
  @Column({ type: 'text', nullable: true, select: false }) once?: string | null;
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true }) readAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity({ schema: 'notification', name: 'delivery' })
@Unique(['notificationId', 'channel', 'resendNo'])
@Unique(['bundleId', 'resendNo'])
export class DeliveryEntity implements Delivery {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'notification_id', type: 'uuid', nullable: true }) notificationId: string | null;
  @Column({ name: 'bundle_id', type: 'uuid', nullable: true }) bundleId: string | null;
  @Column({ type: 'text' }) channel: Channel;
  @Column({ name: 'resend_no', type: 'smallint', default: 0 }) resendNo: number;
  @Column({ name: 'message_id', type: 'text', unique: true }) messageId: string;
  @Column({ type: 'text' }) status: DeliveryStatus;
  @Column({ name: 'held_for', type: 'text', nullable: true }) heldFor: Delivery['heldFor'];
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil: Date | null;
  @Column({ type: 'int', default: 0 }) attempts: number;
  @Column({ name: 'last_error', type: 'text', default: '' }) lastError: string;
  @Column({ name: 'error_code', type: 'text', default: '' }) errorCode: FaultCode | '';
  /** Kept to resend and to prove where it went; after 90 days a digest of it (MODEL.md section 5). */
  @Column({ type: 'text', nullable: true }) address: string | null;
  @Column({ name: 'address_kept', type: 'text', default: 'NONE' }) addressKept: 'NONE' | 'PLAIN' | 'HASH';
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'give_up_at', type: 'timestamptz', nullable: true }) giveUpAt: Date | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true }) openedAt: Date | null;
  @Column({ name: 'resent_by', type: 'uuid', nullable: true }) resentBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity({ schema: 'notification', name: 'bundle' })
@Unique(['recipientId', 'channel', 'day'])
export class BundleEntity {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'recipient_id', type: 'uuid', nullable: true }) recipientId: string | null;
  @Column({ name: 'target_id', type: 'uuid', nullable: true }) targetId: string | null;
  @Column({ type: 'text' }) channel: Channel;
  @Column({ type: 'date', nullable: true }) day: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity({ schema: 'notification', name: 'preference' })
export class PreferenceEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' }) accountId: string;
  @PrimaryColumn({ type: 'text' }) kind: MessageKind;
  @PrimaryColumn({ type: 'text' }) channel: 'EMAIL';
  @Column({ type: 'text' }) mode: MessageMode;
  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' }) changedAt: Date;
}

@Entity({ schema: 'notification', name: 'channel_target' })
export class ChannelTargetEntity implements ChannelTarget {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'district_code', type: 'char', length: 6 }) districtCode: string;
  @Column({ type: 'text' }) kind: RobotKind;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) host: string;
  @Column({ name: 'sealed_webhook', type: 'text', nullable: true }) sealedWebhook: string | null;
  @Column({ name: 'sealed_secret', type: 'text', nullable: true }) sealedSecret: string | null;
  @Column({ type: 'text', array: true, default: [] }) events: GroupEvent[];
  @Column({ type: 'text' }) status: ChannelTarget['status'];
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

/** Hand these to `DatabaseModule.forRoot` in every app that imports `NotificationModule`. */
export const NOTIFICATION_ENTITIES = [NotificationEntity, DeliveryEntity, BundleEntity, PreferenceEntity, ChannelTargetEntity];
