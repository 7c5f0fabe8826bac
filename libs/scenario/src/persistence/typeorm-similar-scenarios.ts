import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { signatureOf } from '@mantianxing/platform';
import type { ScenarioRecord } from '../domain/scenario';
import {
  comparedText,
  SimilarScenarios,
  type LikenessFilter,
  type ScenarioText,
} from '../domain/similar-scenarios';
import { recordsOf, scenarioQuery } from './scenario-records';

/** Comparing that many costs a few milliseconds. */
const MOST = 50;
/** Rows signed in one go. */
const BATCH = 200;
const ASKED = 'cast(:signature as int[])';

@Injectable()
export class TypeormSimilarScenarios extends SimilarScenarios {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async inTurn(districtCode: string): Promise<void> {
    const key = `scenario duplicates ${districtCode}`;
    await this.unitOfWork.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  override candidates(text: ScenarioText, filter: LikenessFilter): Promise<ScenarioRecord[]> {
    const { districtCode, statuses, besides } = filter;
    const query = scenarioQuery(this.unitOfWork.manager)
      .addSelect(
        `(select count(*) from unnest(scenario.text_signature) key where key = any(${ASKED}))`,
        'met',
      )
      .where(`scenario.text_signature && ${ASKED}`, { signature: signatureOf(text) })
      .andWhere('scenario.district_code = :districtCode', { districtCode })
      .andWhere('scenario.status = any(:statuses)', { statuses });
    if (besides) query.andWhere('scenario.id <> :besides', { besides });
    return recordsOf(query.orderBy('met', 'DESC').addOrderBy('scenario.id').limit(MOST));
  }

  override async signUnsigned(mayGoOn: () => boolean): Promise<number> {
    const { manager } = this.unitOfWork;
    let signed = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    while (mayGoOn()) {
      const rows = await scenarioQuery(manager)
        .where("scenario.text_signature = '{}' and scenario.id > :after", { after })
        .orderBy('scenario.id')
        .limit(BATCH)
        .getMany();
      const last = rows.at(-1);
      if (!last) break;
      // A row changed meanwhile has signed itself.
      await manager.query(
        `update scenario.scenario entry set text_signature = signed.signature::int[]
         from unnest($1::uuid[], $2::text[]) signed (id, signature)
         where entry.id = signed.id and entry.text_signature = '{}'`,
        [rows.map(({ id }) => id), rows.map((row) => `{${signatureOf(comparedText(row)).join(',')}}`)],
      );
      signed += rows.length;
      after = last.id;
    }
    return signed;
  }
}
