import type { CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { ProposePairings, type Proposal, type ProposedMember } from '@mantianxing/pairing';
import { DISTRICT, type Market } from './market';

const aMember = ({ id, firmId, revision }: CapabilityView): ProposedMember => ({
  capabilityId: id,
  firmId,
  capabilityRevision: revision,
  capabilityDigest: `capability ${revision}`,
});

/** 联合体: what a matching run would say of two firms that each cover a part. */
export function aConsortium(lead: CapabilityView, partner: CapabilityView, said: Partial<Proposal> = {}): Proposal {
  const marks = { scenarioMarks: [], capabilityMarks: [] };
  const reasons = [
    { kind: 'CONSORTIUM' as const, contribution: 0, sentence: '甲覆盖“烟火识别”，乙覆盖“充电桩”，合计9/12项', ...marks },
    { kind: 'SAME_WORD' as const, contribution: 0.5, sentence: '双方都提到“烟火识别”', ...marks, capabilityId: lead.id },
    { kind: 'SAME_WORD' as const, contribution: 0.3, sentence: '双方都提到“充电桩”', ...marks, capabilityId: partner.id },
    { kind: 'SECTOR' as const, contribution: 0.1, sentence: '同属“应急消防”', ...marks },
  ];
  return aProposal(lead, { partners: [aMember(partner)], score: 0.9, reasons, ...said });
}

/** What a matching run would say of this pair; change what the spec is about. */
export function aProposal(capability: CapabilityView, said: Partial<Proposal> = {}): Proposal {
  return {
    ...aMember(capability),
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
