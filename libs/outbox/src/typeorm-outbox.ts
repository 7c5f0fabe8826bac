import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, DomainEvent, EventIds, EventName, StoredEvent } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { Outbox } from './outbox';
import { OutboxFeed } from './outbox-feed';

interface EventRow {
  id: string;
  name: string;
  subject_id: string;
  revision: number;
  ids: Record<string, unknown>;
  actor_account_id: string | null;
  at: Date;
}

const stored = (row: EventRow): StoredEvent =>
  ({
    eventId: row.id,
    name: row.name,
    subjectId: row.subject_id,
    revision: row.revision,
    ids: row.ids,
    actorAccountId: row.actor_account_id,
    at: row.at.toISOString(),
  }) as StoredEvent;

@Injectable()
export class TypeormOutbox extends Outbox {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async record(event: DomainEvent, actor: Actor, options: { holdSeconds?: number } = {}): Promise<string> {
    const { manager } = this.unitOfWork;
    if (!manager.queryRunner?.isTransactionActive) throw new Error(`${event.name} recorded outside a transaction`);
    const [{ id }] = await manager.query<{ id: string }[]>(
      `with written as (
         insert into outbox.event (name, subject_id, revision, ids, actor_account_id)
         values ($1, $2, $3, $4, $5) returning id)
       insert into outbox.dispatch (event_id, available_at)
       select id, now() + make_interval(secs => $6) from written returning event_id as id`,
      [
        event.name,
        event.subjectId,
        event.revision,
        JSON.stringify(event.ids),
        actor.isSystem ? null : actor.accountId,
        options.holdSeconds ?? 0,
      ],
    );
    return id;
  }

  override async held<N extends EventName>(subjectId: string, name: N): Promise<EventIds[N] | null> {
    const [row] = await this.unitOfWork.manager.query<{ ids: EventIds[N] }[]>(
      `select e.ids from outbox.dispatch d join outbox.event e on e.id = d.event_id
       where e.subject_id = $1 and e.name = $2 order by e.id desc limit 1`,
      [subjectId, name],
    );
    return row?.ids ?? null;
  }

  override async withdraw(subjectId: string, name: DomainEvent['name']): Promise<number> {
    // Skip locked: a row the relay holds is on its way and counts as gone.
    const rows = await this.unitOfWork.manager.query<unknown[]>(
      `with mine as (
         select d.event_id from outbox.dispatch d join outbox.event e on e.id = d.event_id
         where e.subject_id = $1 and e.name = $2 for update of d skip locked),
       gone as (delete from outbox.dispatch d using mine where d.event_id = mine.event_id returning 1)
       select * from gone`,
      [subjectId, name],
    );
    return rows.length;
  }
}

@Injectable()
export class TypeormOutboxFeed extends OutboxFeed {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override drain(limit: number, deliver: (events: StoredEvent[]) => Promise<void>, only?: readonly EventName[]): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<EventRow[]>(
        `select e.* from outbox.dispatch d join outbox.event e on e.id = d.event_id
         where d.available_at <= now() ${only ? 'and e.name = any($2)' : ''}
         order by d.available_at, e.id limit $1 for update of d skip locked`,
        only ? [limit, only] : [limit],
      );
      if (rows.length === 0) return 0;
      await deliver(rows.map(stored));
      await manager.query('delete from outbox.dispatch where event_id = any($1)', [rows.map((row) => row.id)]);
      return rows.length;
    });
  }

  override async backlog(): Promise<{ waiting: number; oldestDueAt: Date | null }> {
    const [row] = await this.dataSource.query<{ waiting: number; oldest: Date | null }[]>(
      'select count(*)::int as waiting, min(available_at) as oldest from outbox.dispatch where available_at <= now()',
    );
    return { waiting: row?.waiting ?? 0, oldestDueAt: row?.oldest ?? null };
  }

  override async waitingSubjects(subjectIds: string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'select distinct e.subject_id as id from outbox.dispatch d join outbox.event e on e.id = d.event_id where e.subject_id = any($1)',
      [subjectIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  override async eventsOf(subjectIds: string[]): Promise<StoredEvent[]> {
    const rows = await this.dataSource.query<EventRow[]>(
      'select * from outbox.event where subject_id = any($1) order by at, id',
      [subjectIds],
    );
    return rows.map(stored);
  }

  override async onWritten(wake: () => void): Promise<() => Promise<void>> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as {
      on(name: string, listener: () => void): void;
      removeAllListeners(name: string): void;
    };
    client.on('notification', wake);
    try {
      await runner.query('listen outbox');
    } catch (error) {
      await runner.release();
      throw error;
    }
    return async () => {
      client.removeAllListeners('notification');
      await runner.query('unlisten outbox').catch(() => undefined);
      await runner.release();
    };
  }
}
