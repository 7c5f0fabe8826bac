import type { GateElementView, PublicScenarioView, ScenarioView } from '@mantianxing/contracts';
import { clarityOf } from './clarity';
import { fundingBand } from './funding-band';
import { GATE_LABEL, publishGate, type GateElement, type GateElementCode } from './publish-gate';
import { isScenarioLive, type ContactPerson, type ScenarioRecord } from './scenario';
import { bodyFields, contentOf } from './scenario-content';
import { statusLabelOf } from './scenario.errors';
import type { GateEvidence } from './scenario.repository';

export interface ViewParts {
  contact: ContactPerson;
  evidence: readonly GateEvidence[];
  /** Day in Asia/Shanghai. */
  today: string;
  /** True for the entry's own organisation: nobody else is sent the contact person. */
  own: boolean;
}

/** The publisher's and the staff's view. The gate is judged with the contact even where it is not shown. */
export function scenarioView(
  scenario: ScenarioRecord,
  { contact, evidence, today, own }: ViewParts,
): ScenarioView {
  const input = { ...bodyFields(scenario), contact };
  const checked = ['APPROVED', 'PUBLISHED', 'IN_TALKS'].includes(scenario.status) ? evidence : [];
  return {
    id: scenario.id,
    organizationId: scenario.organizationId,
    organizationName: scenario.organizationName,
    status: scenario.status,
    statusLabel: standingLabel(scenario),
    version: scenario.version,
    revision: scenario.revision,
    content: contentOf(input, own ? contact : undefined),
    gate: publishGate(input, today).map((element) => withChecker(element, checked)),
    clarity: clarityOf(input),
    returnReasons: scenario.returnReasons,
    dueAt: scenario.dueAt?.toISOString() ?? null,
    updatedAt: scenario.updatedAt.toISOString(),
    publishedAt: scenario.publishedAt?.toISOString() ?? null,
  };
}

/** What anyone may see: no person, no proof of funding, the office that checked and when. */
export function publicScenarioView(
  scenario: ScenarioRecord,
  evidence: readonly GateEvidence[],
): PublicScenarioView {
  return {
    id: scenario.id,
    status: scenario.status,
    statusLabel: standingLabel(scenario),
    revision: scenario.revision,
    title: scenario.title,
    background: scenario.background,
    need: scenario.need,
    inScope: scenario.inScope,
    outOfScope: scenario.outOfScope,
    acceptance: scenario.acceptance,
    sector: scenario.sector,
    technologyTags: scenario.technologyTags,
    resourcesOffered: scenario.resourcesOffered,
    requiredQualifications: scenario.requiredQualifications,
    preferredQualifications: scenario.preferredQualifications,
    requiredPlatforms: scenario.requiredPlatforms,
    localOnly: scenario.localOnly,
    organizationName: scenario.organizationName,
    ownerUnit: scenario.ownerUnit,
    leadUnits: scenario.leadUnits,
    responsibleUnits: scenario.responsibleUnits,
    officeContact: scenario.officeContact,
    fundingSource: scenario.fundingSource ?? '',
    fundingBand: fundingBand(scenario.fundingMinFen, scenario.fundingMaxFen),
    fundingStatus: scenario.fundingStatus ?? '',
    deadline: scenario.deadline ?? '',
    publishedAt: scenario.publishedAt?.toISOString() ?? '',
    gate: checkedGate(evidence),
  };
}

export const gateView = (gate: readonly GateElement[]): GateElementView[] =>
  gate.map((element) => withChecker(element, []));

function withChecker(element: GateElement, evidence: readonly GateEvidence[]): GateElementView {
  const check = evidence.find((one) => one.element === element.element);
  return {
    ...element,
    ...(check && { checkedBy: check.checkedBy, checkedAt: check.checkedAt.toISOString() }),
  };
}

function checkedGate(evidence: readonly GateEvidence[]): GateElementView[] {
  return (Object.keys(GATE_LABEL) as GateElementCode[]).flatMap((code) => {
    const check = evidence.find(({ element }) => element === code);
    if (!check) return [];
    const { element, passed, checkedBy, checkedAt } = check;
    return {
      element,
      label: GATE_LABEL[element],
      passed,
      missing: [],
      checkedBy,
      checkedAt: checkedAt.toISOString(),
    };
  });
}

const standingLabel = (scenario: Pick<ScenarioRecord, 'status' | 'shutAt'>): string =>
  isScenarioLive(scenario) && scenario.shutAt ? '已截止' : statusLabelOf(scenario.status);
