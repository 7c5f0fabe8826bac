import { Test } from '@nestjs/testing';
import { AuditChain, AuditModule, AuditTrail } from '@mantianxing/audit';
import { DatabaseModule } from '@mantianxing/database';
import { PlatformModule } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../database';
import { testEnv } from './market';

export interface AuditedDatabase {
  chain: AuditChain;
  trail: AuditTrail;
  databaseUrl: string;
  sql<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** Writes as the database's owner with all triggers off, as somebody would who wants to leave no trace. */
  tamper(text: string, values?: unknown[]): Promise<void>;
  /** That many entries, each of its own transaction, all sealed in rounds of `round`. */
  sealed(count: number, round?: number): Promise<void>;
  close(): Promise<void>;
}

/** An empty audited database with the log's doors. */
export async function openAuditedDatabase(): Promise<AuditedDatabase> {
  const database = await freshDatabase();
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(testEnv(database.url)), DatabaseModule.forRoot({ entities: [] }), AuditModule],
  }).compile();
  const dataSource = app.get(DataSource);
  const [chain, trail] = [app.get(AuditChain), app.get(AuditTrail)];
  return {
    chain,
    trail,
    databaseUrl: database.url,
    sql: (text, values = []) => dataSource.query(text, values),
    tamper: (text, values = []) =>
      dataSource.transaction(async (manager) => {
        await manager.query(`set local session_replication_role = 'replica'`);
        await manager.query(text, values);
      }),
    async sealed(count, round = 3) {
      for (let made = 1; made <= count; made += 1) {
        await trail.record({ action: 'exported', subjectKind: 'test', subjectId: `${made}`, facts: { made } });
        if (made % round === 0) await chain.seal();
      }
      while ((await chain.seal()) > 0);
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
