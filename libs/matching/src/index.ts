export * from './domain/profile';
