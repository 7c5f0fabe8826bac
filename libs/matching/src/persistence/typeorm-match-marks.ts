import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { MatchMarks, type MatchMark } from '../domain/match-marks';

@Injectable()
export class TypeormMatchMarks extends MatchMarks {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async record({ kind, subjectId, revision, digest, madeBy }: MatchMark): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into matching.matched as m (kind, subject_id, revision, digest, made_by) values ($1, $2, $3, $4, $5)
       on conflict (kind, subject_id) do update set revision = excluded.revision, digest = excluded.digest,
         made_by = excluded.made_by, matched_at = now()
       where m.revision <= excluded.revision`,
      [kind, subjectId, revision, digest, madeBy],
    );
  }

  override all(kind: MatchMark['kind']): Promise<MatchMark[]> {
    return this.unitOfWork.manager.query<MatchMark[]>(
      `select kind, subject_id as "subjectId", revision, digest, made_by as "madeBy" from matching.matched where kind = $1`,
      [kind],
    );
  }
}
