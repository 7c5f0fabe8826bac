import { FUNDING_SOURCE, FUNDING_STATUS, type PublicScenarioView } from '@mantianxing/contracts';
import { paragraphs, proseDay, qualificationName, tableDay, wordFor } from './formats';

/** 三要素; the gate's other rules are not shown as badges. */
const ELEMENTS = ['BOUNDARY', 'OWNER', 'FUNDING'];

/** A scenario as its page shows it; empty slots are dropped. */
export function scenarioEntry(view: PublicScenarioView) {
  return {
    title: view.title,
    statusLabel: view.statusLabel,
    organizationName: view.organizationName,
    revision: view.revision,
    publishedDay: tableDay(view.publishedAt),
    publishedOn: proseDay(view.publishedAt),
    ...elementsOf(view),
    parts: [
      { label: '需求', paragraphs: paragraphs(view.need) },
      { label: '背景', paragraphs: paragraphs(view.background) },
      { label: '范围内', paragraphs: paragraphs(view.inScope) },
      { label: '不包括', paragraphs: paragraphs(view.outOfScope) },
      { label: '验收标准', paragraphs: paragraphs(view.acceptance) },
      { label: '可提供的资源', paragraphs: paragraphs(view.resourcesOffered) },
    ].filter((part) => part.paragraphs.length > 0),
    facts: factsOf(view),
  };
}

/** The elements passed, and by whom they were checked: once when it was the same office on the same day. */
function elementsOf({ gate }: PublicScenarioView): { elements: string[]; checks: string[] } {
  const passed = gate.filter(({ element, passed }) => passed && ELEMENTS.includes(element));
  const checks = passed.map(({ checkedBy, checkedAt }) => [checkedBy, proseDay(checkedAt ?? null)].filter(Boolean).join('，'));
  return { elements: passed.map(({ label }) => label), checks: [...new Set(checks)].filter(Boolean) };
}

function factsOf(view: PublicScenarioView): { label: string; values: string[] }[] {
  const required = view.requiredQualifications.map(qualificationName);
  const preferred = view.preferredQualifications.map(qualificationName);
  return [
    { label: '业主单位', values: [view.ownerUnit] },
    { label: '牵头单位', values: view.leadUnits },
    { label: '责任单位', values: view.responsibleUnits },
    { label: '资金区间', values: [view.fundingBand] },
    { label: '资金来源', values: [wordFor(FUNDING_SOURCE, view.fundingSource)] },
    { label: '资金落实', values: [wordFor(FUNDING_STATUS, view.fundingStatus)] },
    { label: '截止', values: [proseDay(view.deadline)] },
    { label: '行业', values: [view.sector] },
    { label: '技术方向', values: view.technologyTags },
    { label: '必需资质', values: required },
    { label: '加分资质', values: preferred },
    { label: '适配平台', values: view.requiredPlatforms },
    { label: '企业范围', values: [view.localOnly ? '限本地企业' : ''] },
    { label: '公开电话', values: [view.officeContact] },
  ]
    .map(({ label, values }) => ({ label, values: values.filter(Boolean) }))
    .filter(({ values }) => values.length > 0);
}
