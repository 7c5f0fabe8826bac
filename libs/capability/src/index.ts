export * from './domain/capability';
export * from './domain/capability-reader';
export * from './domain/capability-status';
