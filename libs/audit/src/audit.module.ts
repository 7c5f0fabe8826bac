import { Global, Module } from '@nestjs/common';
import { AuditChain } from './audit-chain';
import { AuditLog } from './audit-log';
import { AuditTrail } from './audit-trail';
import { TypeormAuditChain } from './persistence/typeorm-audit-chain';
import { TypeormAuditLog } from './persistence/typeorm-audit-log';
import { TypeormAuditTrail } from './persistence/typeorm-audit-trail';

/** The audit log's doors, for every app. Needs DatabaseModule in the app. */
@Global()
@Module({
  providers: [
    { provide: AuditTrail, useClass: TypeormAuditTrail },
    { provide: AuditChain, useClass: TypeormAuditChain },
    { provide: AuditLog, useClass: TypeormAuditLog },
  ],
  exports: [AuditTrail, AuditChain, AuditLog],
})
export class AuditModule {}
