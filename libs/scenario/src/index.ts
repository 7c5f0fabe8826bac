export * from './domain/scenario';
export * from './domain/scenario-reader';
export * from './domain/scenario-status';
