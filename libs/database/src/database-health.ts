import { probe, type HealthProbe } from '@mantianxing/platform';
import type { DataSource } from 'typeorm';

/** Names of this program's migrations that the database has not had yet. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>('select name from schema_migration');
  const had = new Set(rows.map(({ name }) => name));
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name).filter((name) => !had.has(name));
}

/** Whether the database answers, and whether it is of this program's version: no app works without both. */
export function databaseProbes(dataSource: DataSource): HealthProbe[] {
  return [
    () => probe({ name: 'database', label: '数据库' }, () => dataSource.query('select 1')),
    async () => {
      let pending: string[] = [];
      const part = await probe({ name: 'migrations', label: '数据库结构' }, async () => {
        pending = await pendingMigrations(dataSource);
      });
      return pending.length > 0 ? { ...part, up: false, note: `还有${pending.length}项数据库升级没有执行` } : part;
    },
  ];
}
