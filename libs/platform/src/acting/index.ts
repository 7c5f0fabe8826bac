export * from './acting';
export * from './acting-request';
