import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail';
import { TypeormAuditTrail } from './persistence/typeorm-audit-trail';

/** The audit log's door, for every app. Needs DatabaseModule in the app. */
@Global()
@Module({
  providers: [{ provide: AuditTrail, useClass: TypeormAuditTrail }],
  exports: [AuditTrail],
})
export class AuditModule {}
