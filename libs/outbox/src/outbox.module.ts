import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';
import { OutboxFeed } from './outbox-feed';
import { TypeormOutbox, TypeormOutboxFeed } from './typeorm-outbox';

@Global()
@Module({
  providers: [
    { provide: Outbox, useClass: TypeormOutbox },
    { provide: OutboxFeed, useClass: TypeormOutboxFeed },
  ],
  exports: [Outbox, OutboxFeed],
})
export class OutboxModule {}
