import { Module } from '@nestjs/common';
import { AesSecretBox } from './delivery/aes-secret-box';
import { VendorRobots } from './delivery/robots/vendor-robots';
import { SmtpMailer } from './delivery/smtp-mailer';
import { ChannelTargetRepository, SecretBox } from './domain/channel-target';
import { DeliveryLog } from './domain/delivery-log';
import { DeliveryRepository } from './domain/delivery.repository';
import { GroupRobots } from './domain/group-robot';
import { Mailer } from './domain/mailer';
import { NotificationRepository, PreferenceRepository } from './domain/notification.repository';
import { TypeormChannelTargetRepository } from './persistence/typeorm-channel-target.repository';
import { TypeormDeliveryLog } from './persistence/typeorm-delivery-log';
import { TypeormDeliveryRepository } from './persistence/typeorm-delivery.repository';
import { TypeormNotificationRepository } from './persistence/typeorm-notification.repository';
import { TypeormPreferenceRepository } from './persistence/typeorm-preference.repository';
import { Dispatch } from './use-cases/dispatch';
import { ManageGroupRobots } from './use-cases/group-robots';
import { MarkRead } from './use-cases/mark-read';
import { MendDelivery } from './use-cases/mend-delivery';
import { MessagePreferences } from './use-cases/message-preferences';
import { ReadDeliveryLog } from './use-cases/read-delivery-log';
import { ReadInbox } from './use-cases/read-inbox';
import { RecordGroupNews } from './use-cases/record-group-news';
import { RecordNotifications } from './use-cases/record-notifications';
import { SendDelivery } from './use-cases/send-delivery';
import { SendSecurityMail } from './use-cases/send-security-mail';
import { SweepDeliveries } from './use-cases/sweep-deliveries';
import { WhoWasTold } from './use-cases/who-was-told';

const USE_CASES = [
  ...[RecordNotifications, RecordGroupNews, SendDelivery, SendSecurityMail, SweepDeliveries, WhoWasTold],
  ...[ReadInbox, MarkRead, MessagePreferences, ReadDeliveryLog, MendDelivery, ManageGroupRobots],
];

/** Needs `DatabaseModule` (with `NOTIFICATION_ENTITIES`), `OutboxModule`, `CalendarModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    Dispatch,
    { provide: NotificationRepository, useClass: TypeormNotificationRepository },
    { provide: DeliveryRepository, useClass: TypeormDeliveryRepository },
    { provide: DeliveryLog, useClass: TypeormDeliveryLog },
    { provide: PreferenceRepository, useClass: TypeormPreferenceRepository },
    { provide: ChannelTargetRepository, useClass: TypeormChannelTargetRepository },
    { provide: SecretBox, useClass: AesSecretBox },
    { provide: Mailer, useClass: SmtpMailer },
    { provide: GroupRobots, useClass: VendorRobots },
  ],
  exports: USE_CASES,
})
export class NotificationModule {}
