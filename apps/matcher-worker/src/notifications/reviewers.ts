import { Injectable } from '@nestjs/common';
import { RecipientDirectory, type Recipient } from '@mantianxing/account';
import { Recusals, type Parties } from '@mantianxing/pairing';

/** Matchmakers who may be told of these parties; where everybody is recused, the coordinators, who have to find somebody. */
@Injectable()
export class Reviewers {
  constructor(
    private readonly directory: RecipientDirectory,
    private readonly recusals: Recusals,
  ) {}

  async of(parties: Parties, districtCode: string): Promise<Recipient[]> {
    const free = await this.recusals.others(await this.directory.holdersOf(['MATCHMAKER'], districtCode), parties);
    return free.length > 0 ? free : this.directory.holdersOf(['COORDINATOR'], districtCode);
  }
}
