export * from './outbox';
export * from './outbox-feed';
export * from './outbox.module';
