import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Delivery } from '../domain/delivery';
import type { DeliveryStatus } from '../domain/delivery-status';
import type { Notification } from '../domain/notification';

@Entity({ schema: 'notification', name: 'notification' })
@Unique(['eventId', 'recipientId'])
@Index('inbox', ['recipientId', 'createdAt'])
export class NotificationEntity implements Notification {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'recipient_id', type: 'uuid' }) recipientId: string;
  @Column({ type: 'text' }) template: string;
  @Column({ type: 'jsonb', default: {} }) params: object;
  @Column({ type: 'text', default: '' }) link: string;
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true }) readAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity({ schema: 'notification', name: 'delivery' })
@Unique(['notificationId', 'channel', 'resendNo'])
export class DeliveryEntity implements Delivery {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ name: 'notification_id', type: 'uuid' }) notificationId: string;
  @Column({ type: 'text' }) channel: 'EMAIL';
  @Column({ name: 'resend_no', type: 'smallint', default: 0 }) resendNo: number;
  @Column({ name: 'message_id', type: 'text', unique: true }) messageId: string;
  @Column({ type: 'text' }) status: DeliveryStatus;
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil: Date | null;
  @Column({ type: 'int', default: 0 }) attempts: number;
  @Column({ name: 'last_error', type: 'text', default: '' }) lastError: string;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt: Date | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

/** Hand these to `DatabaseModule.forRoot` in every app that imports `NotificationModule`. */
export const NOTIFICATION_ENTITIES = [NotificationEntity, DeliveryEntity];
