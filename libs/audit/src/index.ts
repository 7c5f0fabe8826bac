export * from './audit-trail';
export * from './audit.module';
export * from './audit-chain';
export * from './audit-log';
export type { Anchor, Finding } from './chain/chain-walk';
