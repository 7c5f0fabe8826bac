import { Injectable } from '@nestjs/common';
import type { Actor } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { DeadLetters, type DeadLetter } from './dead-letters';

interface Row {
  id: string;
  name: string;
  payload: DeadLetter['job']['payload'];
  queue: DeadLetter['queue'];
  failure: DeadLetter['failure'];
  reason: string;
  attempts: number;
  failed_at: Date;
}

const VERDICT = `
insert into outbox.job_verdict (job_row, key, name, payload, verdict, failure, failure_reason, failed_at, reason, account_id)
select id, key, name, payload, $2, failure, reason, failed_at, $3, $4 from gone`;
const RETRY = `update outbox.job set failed_at = null, failure = null, queued_at = null, retry_asked_at = now()`;

@Injectable()
export class TypeormDeadLetters extends DeadLetters {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async list(limit: number): Promise<{ total: number; items: DeadLetter[] }> {
    const rows = await this.unitOfWork.manager.query<(Row & { total: number })[]>(
      `select id, name, payload, queue, failure, reason, attempts, failed_at, count(*) over ()::int as total
       from outbox.job where failed_at is not null order by failed_at desc, id limit $1`,
      [limit],
    );
    const items = rows.map(({ name, payload, failed_at: failedAt, total: _total, ...rest }) => ({
      ...rest,
      failedAt,
      job: { name, payload } as DeadLetter['job'],
    }));
    return { total: rows[0]?.total ?? 0, items };
  }

  override async retry(actor: Actor, id: string): Promise<boolean> {
    return (await this.settle(actor, 'RETRIED', '', 'id = $1', id)) === 1;
  }

  override retryAll(actor: Actor): Promise<number> {
    return this.settle(actor, 'RETRIED', '', '$1::text is null', null);
  }

  override async discard(actor: Actor, id: string, reason: string): Promise<boolean> {
    return (await this.settle(actor, 'DISCARDED', reason, 'id = $1', id)) === 1;
  }

  private settle(actor: Actor, verdict: 'RETRIED' | 'DISCARDED', reason: string, which: string, id: string | null): Promise<number> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const dead = await manager.query<{ key: string }[]>(
        `with gone as (select * from outbox.job where failed_at is not null and ${which} for update), kept as (${VERDICT} returning 1)
         select key from gone`,
        [id, verdict, reason, actor.accountId],
      );
      const keys = dead.map(({ key }) => key);
      if (verdict === 'RETRIED') {
        await manager.query(`${RETRY} where key = any($1)`, [keys]);
        await manager.query(`select pg_notify('outbox', '')`);
      } else {
        await manager.query('delete from outbox.job where key = any($1) and not is_level', [keys]);
        await manager.query(`update outbox.job set failed_at = null, failure = null, answered = asked, answered_at = now() where key = any($1)`, [keys]);
      }
      return keys.length;
    });
  }
}
