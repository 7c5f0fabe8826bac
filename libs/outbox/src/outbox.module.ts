import { Global, Module } from '@nestjs/common';
import { JobLedger } from './job-ledger';
import { Outbox } from './outbox';
import { TypeormJobLedger } from './typeorm-job-ledger';
import { OutboxFeed } from './outbox-feed';
import { TypeormOutbox, TypeormOutboxFeed } from './typeorm-outbox';

@Global()
@Module({
  providers: [
    { provide: Outbox, useClass: TypeormOutbox },
    { provide: OutboxFeed, useClass: TypeormOutboxFeed },
    { provide: JobLedger, useClass: TypeormJobLedger },
  ],
  exports: [Outbox, OutboxFeed, JobLedger],
})
export class OutboxModule {}
