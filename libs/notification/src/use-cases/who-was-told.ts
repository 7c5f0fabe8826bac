import { Injectable } from '@nestjs/common';
import { NotificationRepository } from '../domain/notification.repository';

/** Accounts that have heard of one of these events: who never heard of a beginning need not hear of its end. */
@Injectable()
export class WhoWasTold {
  constructor(private readonly notifications: NotificationRepository) {}

  async execute(eventIds: readonly string[]): Promise<Set<string>> {
    return new Set(eventIds.length > 0 ? await this.notifications.recipientsOf(eventIds) : []);
  }
}
