import { Module } from '@nestjs/common';
import { SmtpMailer } from './delivery/smtp-mailer';
import { Mailer } from './domain/mailer';
import { DeliveryRepository, NotificationRepository } from './domain/notification.repository';
import { TypeormDeliveryRepository } from './persistence/typeorm-delivery.repository';
import { TypeormNotificationRepository } from './persistence/typeorm-notification.repository';
import { MarkRead } from './use-cases/mark-read';
import { ReadInbox } from './use-cases/read-inbox';
import { RecordNotifications } from './use-cases/record-notifications';
import { SendDelivery } from './use-cases/send-delivery';
import { WhoWasTold } from './use-cases/who-was-told';

const USE_CASES = [RecordNotifications, SendDelivery, WhoWasTold, ReadInbox, MarkRead];

/** Needs `DatabaseModule` (with `NOTIFICATION_ENTITIES`) and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    { provide: NotificationRepository, useClass: TypeormNotificationRepository },
    { provide: DeliveryRepository, useClass: TypeormDeliveryRepository },
    { provide: Mailer, useClass: SmtpMailer },
  ],
  exports: USE_CASES,
})
export class NotificationModule {}
