import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { signatureOf } from '@mantianxing/platform';
import type { CapabilityRecord } from '../domain/capability';
import {
  comparedText,
  SimilarCapabilities,
  type CapabilityText,
  type LikenessFilter,
} from '../domain/similar-capabilities';
import { capabilityQuery, recordsOf } from './capability-records';

/** Comparing that many costs a few milliseconds. */
const MOST = 50;
/** Rows signed in one go. */
const BATCH = 200;
const ASKED = 'cast(:signature as int[])';

@Injectable()
export class TypeormSimilarCapabilities extends SimilarCapabilities {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async inTurn(districtCode: string): Promise<void> {
    const key = `capability duplicates ${districtCode}`;
    await this.unitOfWork.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  override candidates(text: CapabilityText, filter: LikenessFilter): Promise<CapabilityRecord[]> {
    const { manager } = this.unitOfWork;
    const { districtCode, statuses, besides } = filter;
    // Signed as the row is: without the firm's name, which is not the capability's own.
    const query = capabilityQuery(manager)
      .addSelect(
        `(select count(*) from unnest(capability.text_signature) key where key = any(${ASKED}))`,
        'met',
      )
      .where(`capability.text_signature && ${ASKED}`, { signature: signatureOf({ ...text, names: [] }) })
      .andWhere('capability.district_code = :districtCode', { districtCode })
      .andWhere('capability.status = any(:statuses)', { statuses });
    if (besides) query.andWhere('capability.id <> :besides', { besides });
    return recordsOf(manager, query.orderBy('met', 'DESC').addOrderBy('capability.id').limit(MOST));
  }

  override async signUnsigned(mayGoOn: () => boolean): Promise<number> {
    const { manager } = this.unitOfWork;
    let signed = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    while (mayGoOn()) {
      const rows = await capabilityQuery(manager)
        .where("capability.text_signature = '{}' and capability.id > :after", { after })
        .orderBy('capability.id')
        .limit(BATCH)
        .getMany();
      const last = rows.at(-1);
      if (!last) break;
      // A row changed meanwhile has signed itself.
      await manager.query(
        `update capability.capability entry set text_signature = signed.signature::int[]
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
