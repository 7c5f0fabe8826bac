import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { AskConsents, ReadPairings } from '@mantianxing/pairing';
import { JobHandler } from '@mantianxing/queue';
import { ScenarioReader } from '@mantianxing/scenario';
import { present } from '../notifications/notice-writer';

/** Step 9 of the journey: each side of an approved pairing is asked whether it agrees. */
@Injectable()
export class AskConsentsHandler extends JobHandler<'ask-consents'> {
  override readonly name = 'ask-consents';

  constructor(
    private readonly pairings: ReadPairings,
    private readonly scenarios: ScenarioReader,
    private readonly askConsents: AskConsents,
  ) {
    super();
  }

  override async handle({ pairingId, round }: JobPayloads['ask-consents']): Promise<Job[]> {
    const { scenarioId } = present(await this.pairings.byId(pairingId), `pairing ${pairingId}`);
    const { organizationId } = present(await this.scenarios.byId(scenarioId), `scenario ${scenarioId}`);
    await this.askConsents.execute({ pairingId, round, demandOrganizationId: organizationId });
    return [];
  }
}
