import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { AuditChain, type ChainReport } from '../audit-chain';
import { AuditTrail } from '../audit-trail';
import { ChainWalk, type Anchor, type SealedRow, type SealRow, type SegmentRow } from '../chain/chain-walk';
import { digestOf, GENESIS, SEALED_COLUMNS } from '../chain/entry-digest';

/** One sealer at a time, whichever process it is in; the same lock keeps removal and sealing apart. */
const LOCK = 723_004;
const PAGE = 5000;

interface Head {
  position: string;
  hash: Buffer;
}

@Injectable()
export class TypeormAuditChain extends AuditChain {
  constructor(
    private readonly unitOfWork: TypeormUnitOfWork,
    private readonly trail: AuditTrail,
  ) {
    super();
  }

  override async seal(limit = 2000): Promise<number> {
    // Asked without a lock: most seconds there is nothing to do.
    const [{ waiting }] = await this.query<{ waiting: boolean }>('select exists (select from audit.entry where position is null) as waiting');
    if (!waiting) return 0;
    return this.unitOfWork.run(async () => {
      if (!(await this.lock())) return 0;
      const rows = await this.query<{ id: string; columns: string[] }>(
        `select id, ${SEALED_COLUMNS} as columns from audit.entry where position is null order by id limit $1`,
        [limit],
      );
      if (rows.length === 0) return 0;
      const { position, hash } = await this.lastHead();
      const chain: Buffer[] = [];
      for (const { columns } of rows) chain.push(digestOf(chain.at(-1) ?? hash, position + chain.length + 1, columns));
      await this.query(
        `update audit.entry e set position = $1::bigint + v.place, hash = v.hash
         from unnest($2::uuid[], $3::bytea[]) with ordinality v (id, hash, place) where e.id = v.id`,
        [position, rows.map(({ id }) => id), chain],
      );
      await this.query('insert into audit.seal (last_position, hash, entries) values ($1, $2, $3)', [
        ...[position + rows.length, chain.at(-1), rows.length],
      ]);
      return rows.length;
    });
  }

  override async head(): Promise<{ position: number; hash: string }> {
    const { position, hash } = await this.lastHead();
    return { position, hash: hash.toString('hex') };
  }

  override async verify(anchors: readonly Anchor[] = []): Promise<ChainReport> {
    const walk = new ChainWalk(await this.segments(), await this.seals(), anchors);
    for (let from = 0; ; ) {
      const rows = await this.query<{ position: string; hash: Buffer; columns: string[] }>(
        `select position, hash, ${SEALED_COLUMNS} as columns from audit.entry where position > $1 order by position limit ${PAGE}`,
        [from],
      );
      for (const { position, hash, columns } of rows) walk.row({ position: Number(position), hash, columns } satisfies SealedRow);
      if (rows.length < PAGE) break;
      from = Number(rows.at(-1)?.position);
    }
    walk.end();
    const [{ unsealed }] = await this.query<{ unsealed: number }>('select count(*)::int as unsealed from audit.entry where position is null');
    return { entries: walk.entries, unsealed, head: walk.head, findings: walk.findings };
  }

  override removeBefore(until: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      if (!(await this.lock())) return 0;
      const [last] = await this.query<Head & { at: Date }>(
        `select last_position as position, hash, sealed_at as at from audit.seal where sealed_at < $1 order by last_position desc limit 1`,
        [until],
      );
      if (!last) return 0;
      const before = (await this.segments()).at(-1);
      const first = (before?.lastPosition ?? 0) + 1;
      const to = Number(last.position);
      await this.query(
        `insert into audit.segment (first_position, last_position, previous_hash, last_hash, last_at) values ($1, $2, $3, $4, $5)`,
        [first, to, before?.lastHash ?? GENESIS, last.hash, last.at],
      );
      const facts = { from: first, to, hash: last.hash.toString('hex') };
      await this.trail.record({ action: 'removed-entries', subjectKind: 'audit.entry', facts });
      await this.query('delete from audit.seal where last_position <= $1', [to]);
      await this.query('delete from audit.entry where position <= $1', [to]);
      return to - first + 1;
    });
  }

  /** From the seals, not from the entries: what was cut off the end leaves a gap instead of being written over. */
  private async lastHead(): Promise<{ position: number; hash: Buffer }> {
    const [head] = await this.query<Head>(
      `select position, hash from (select last_position as position, hash from audit.seal
         union all select last_position, last_hash from audit.segment) heads order by position desc limit 1`,
    );
    return head ? { position: Number(head.position), hash: head.hash } : { position: 0, hash: GENESIS };
  }

  private async segments(): Promise<SegmentRow[]> {
    const rows = await this.query<{ first: string; last: string; previous: Buffer; hash: Buffer; at: Date }>(
      `select first_position as first, last_position as last, previous_hash as previous, last_hash as hash, last_at as at
       from audit.segment order by first_position`,
    );
    return rows.map(({ first, last, previous, hash, at }) => ({
      ...{ firstPosition: Number(first), lastPosition: Number(last), previousHash: previous, lastHash: hash, lastAt: at },
    }));
  }

  private async seals(): Promise<SealRow[]> {
    const rows = await this.query<Head & { at: Date }>(
      'select last_position as position, hash, sealed_at as at from audit.seal order by last_position',
    );
    return rows.map(({ position, hash, at }) => ({ lastPosition: Number(position), hash, sealedAt: at }));
  }

  private async lock(): Promise<boolean> {
    const [{ taken }] = await this.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [LOCK]);
    return taken;
  }

  private query<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.unitOfWork.manager.query<T[]>(text, values);
  }
}
