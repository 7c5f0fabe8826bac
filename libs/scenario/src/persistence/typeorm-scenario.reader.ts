import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { ScenarioRecord } from '../domain/scenario';
import { ScenarioReader, type ScenarioMark } from '../domain/scenario-reader';
import { LISTED, LIVE, recordsOf, scenarioQuery } from './scenario-records';

@Injectable()
export class TypeormScenarioReader extends ScenarioReader {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async byId(id: string): Promise<ScenarioRecord | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  override async byIds(ids: string[]): Promise<ScenarioRecord[]> {
    if (ids.length === 0) return [];
    return recordsOf(scenarioQuery(this.unitOfWork.manager).where('scenario.id = any(:ids)', { ids }));
  }

  override publishedPage(afterId: string | null, limit: number): Promise<ScenarioRecord[]> {
    const query = scenarioQuery(this.unitOfWork.manager).where(LISTED).orderBy('scenario.id').limit(limit);
    return recordsOf(afterId === null ? query : query.andWhere('scenario.id > :afterId', { afterId }));
  }

  override liveMarks(): Promise<ScenarioMark[]> {
    return this.unitOfWork.manager.query<ScenarioMark[]>(
      `select id, status, to_char(deadline, 'YYYY-MM-DD') as deadline, shut_at as "shutAt", revision, match_digest as "matchDigest", (${LISTED}) as "isListed", updated_at as "updatedAt"
       from scenario.scenario as scenario where ${LIVE}`,
    );
  }

  override countPublished(): Promise<number> {
    return scenarioQuery(this.unitOfWork.manager).where(LISTED).getCount();
  }
}
