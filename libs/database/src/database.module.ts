import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { openDataSource, type EntityClass } from './data-source';
import { ReconciliationLog } from './reconciliation-log';
import { RecurringLedger } from './recurring-ledger';
import { TypeormUnitOfWork, UnitOfWork } from './unit-of-work';

/** The connection and the unit of work, for one app with its own list of entities. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(options: { entities: EntityClass[]; poolSize?: number }): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [ENV],
          useFactory: (env: Env) => openDataSource(env.DATABASE_URL, options.entities, options.poolSize),
        },
        TypeormUnitOfWork,
        RecurringLedger,
        ReconciliationLog,
        { provide: UnitOfWork, useExisting: TypeormUnitOfWork },
      ],
      exports: [DataSource, TypeormUnitOfWork, UnitOfWork, RecurringLedger, ReconciliationLog],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
