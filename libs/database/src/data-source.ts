import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { watchTables } from './audit/watch-tables';
import * as migrations from './migrations/index';

export type EntityClass = new () => object;

/** Options every process shares. Entities are imported classes, never globs. */
export function dataSourceOptions(url: string, entities: EntityClass[] = [], poolSize = 8): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: Object.values(migrations),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize,
    logging: false,
    extra: { connectionTimeoutMillis: 5000, application_name: 'mantianxing' },
  };
}

export async function openDataSource(url: string, entities: EntityClass[] = [], poolSize = 8): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, poolSize)).initialize();
}

/** Names of all migrations this program knows, as `schema_migration` keeps them, oldest first. */
export const knownMigrations = (): string[] => {
  const age = (name: string) => Number(/\d+$/.exec(name)?.[0]);
  return Object.keys(migrations).sort((one, other) => age(one) - age(other));
};

/**
 * Brings the database at `url` forward, its audit triggers included; answers the names of the migrations it ran.
 * With `only`, no others: a restore first makes the tables as they were when the backup was taken.
 */
export async function runMigrations(url: string, only?: string[]): Promise<string[]> {
  const chosen = Object.values(migrations).filter(({ name }) => !only || only.includes(name));
  const dataSource = await new DataSource({ ...dataSourceOptions(url, [], 2), migrations: chosen }).initialize();
  try {
    // Two processes starting at once must not both migrate: the second waits, then finds nothing to do.
    await dataSource.query('select pg_advisory_lock(723001)');
    const ran = await dataSource.runMigrations();
    await watchTables(dataSource);
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
