export * from './outbox';
export * from './outbox-feed';
export * from './job-ledger';
export * from './outbox.module';
