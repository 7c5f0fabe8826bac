import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { acting } from '@mantianxing/platform';

/**
 * One transaction around a use case. Repositories and the outbox ask `manager` and so write
 * through the same transaction; a nested `run` joins the outer one.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: () => Promise<T>): Promise<T>;
}

@Injectable()
export class TypeormUnitOfWork extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** The running transaction's manager, or the plain one outside any. For persistence adapters only. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }

  override run<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    return this.dataSource.transaction(async (manager) => {
      await tellWhoActs(manager);
      return this.current.run(manager, work);
    });
  }
}

/** Until the transaction ends the database knows on whose behalf it writes; its audit triggers ask (`audit.acting`). */
async function tellWhoActs(manager: EntityManager): Promise<void> {
  const who = acting();
  if (who) await manager.query("select set_config('mantianxing.acting', $1, true)", [JSON.stringify(who)]);
}
