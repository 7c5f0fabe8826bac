export * from './outbox';
export * from './outbox-feed';
export * from './dead-letters';
export * from './due-notices';
export * from './job-ledger';
export * from './outbox.module';
