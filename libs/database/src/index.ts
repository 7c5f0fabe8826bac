/** The connection's class, which is also its token: for libs that read through it but may not import the vendor. */
export { DataSource } from 'typeorm';
export * from './data-source';
export * from './database-health';
export * from './database.module';
export * from './unit-of-work';
export * from './recurring-ledger';
export * from './reconciliation-log';
export * from './mark-due';
