import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { AuditTrail, type AuditNote } from '../audit-trail';

@Injectable()
export class TypeormAuditTrail extends AuditTrail {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override record({ action, subjectKind, subjectId = '', facts = {} }: AuditNote): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.query('select audit.record($1, $2, $3, $4)', [
        ...[action, subjectKind, subjectId],
        JSON.stringify(facts),
      ]);
    });
  }
}
