import { Global, Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters';
import { DueNotices } from './due-notices';
import { JobLedger } from './job-ledger';
import { Outbox } from './outbox';
import { TypeormDeadLetters } from './typeorm-dead-letters';
import { TypeormJobLedger } from './typeorm-job-ledger';
import { OutboxFeed } from './outbox-feed';
import { TypeormOutbox, TypeormOutboxFeed } from './typeorm-outbox';

@Global()
@Module({
  providers: [
    { provide: Outbox, useClass: TypeormOutbox },
    { provide: OutboxFeed, useClass: TypeormOutboxFeed },
    { provide: JobLedger, useClass: TypeormJobLedger },
    { provide: DeadLetters, useClass: TypeormDeadLetters },
    DueNotices,
  ],
  exports: [Outbox, OutboxFeed, JobLedger, DeadLetters, DueNotices],
})
export class OutboxModule {}
