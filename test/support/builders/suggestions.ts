import type { CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { ProposePairings, type Proposal } from '@mantianxing/pairing';
import { DISTRICT, type Market } from './market';

/** What a matching run would say of this pair; change what the spec is about. */
export function aProposal(capability: CapabilityView, said: Partial<Proposal> = {}): Proposal {
  return {
    capabilityId: capability.id,
    firmId: capability.firmId,
    capabilityRevision: capability.revision,
    capabilityDigest: `capability ${capability.revision}`,
    score: 0.8,
    band: 'RECOMMENDED',
    reasons: [
      {
        kind: 'SAME_WORD',
        contribution: 0.8,
        sentence: '双方都提到“烟火识别”',
        scenarioMarks: [],
        capabilityMarks: [],
      },
    ],
    missing: [],
    toVerify: [],
    scoreVersion: 'spec',
    ...said,
  };
}

/** Runs the writing step of a match for one scenario. */
export const propose = (
  market: Market,
  scenario: Pick<ScenarioView, 'id' | 'revision'>,
  proposals: Proposal[],
  { complete = true, digest = `scenario ${scenario.revision}` } = {},
) =>
  market
    .get(ProposePairings)
    .execute({ id: scenario.id, districtCode: DISTRICT, revision: scenario.revision, digest }, proposals, { complete });
