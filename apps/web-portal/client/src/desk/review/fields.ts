import {
  FUNDING_SOURCE,
  FUNDING_STATUS,
  QUALIFICATIONS,
  SIZE_BAND,
  type PublicCapabilityView,
  type PublicScenarioView,
  type QualificationView,
} from '@mantianxing/contracts';

/** One field as it stands in a pane. Marks count in `text`, so list fields are joined as the matcher joins them. */
export interface PaneField {
  field: string;
  label: string;
  text: string;
  /** Shown only in the full record, unless a reason rests on it. */
  isExtra?: boolean;
  /** What the publisher excluded. */
  isStruck?: boolean;
}

/** Between the items of a list, as in the matcher's texts. */
const LIST_SEPARATOR = '、';
const labelOf = (labels: Readonly<Record<string, string>>, code: string) => labels[code] ?? code;

export const qualificationLabel = ({ code, level }: { code: string; level?: string }): string =>
  `${QUALIFICATIONS[code]?.label ?? code}${level ?? ''}`;

const heldLabel = (held: QualificationView): string => {
  const state = held.expired ? '已到期' : held.verified ? '已核验' : '企业自述';
  return `${held.label}${held.level}（${held.validUntil ? `有效期至${held.validUntil}，` : ''}${state}）`;
};

const NOTHING = new Set(['', '无', '无。']);

export function needFields(s: PublicScenarioView): PaneField[] {
  const list = (items: readonly string[]) => items.join(LIST_SEPARATOR);
  return withText([
    { field: 'need', label: '需求', text: s.need },
    { field: 'inScope', label: '范围内', text: s.inScope },
    { field: 'outOfScope', label: '不包括', text: s.outOfScope, isStruck: !NOTHING.has(s.outOfScope.trim()) },
    { field: 'acceptance', label: '验收', text: s.acceptance },
    { field: 'technologyTags', label: '技术方向', text: list(s.technologyTags) },
    {
      field: 'requiredQualifications',
      label: '必需资质',
      text: s.requiredQualifications.map(qualificationLabel).join(LIST_SEPARATOR),
    },
    {
      field: 'preferredQualifications',
      label: '加分资质',
      text: s.preferredQualifications.map(qualificationLabel).join(LIST_SEPARATOR),
      isExtra: true,
    },
    { field: 'requiredPlatforms', label: '须适配', text: list(s.requiredPlatforms) },
    { field: 'background', label: '背景', text: s.background, isExtra: true },
    { field: 'resourcesOffered', label: '可提供', text: s.resourcesOffered, isExtra: true },
    { field: 'sector', label: '行业', text: s.sector, isExtra: true },
    { field: 'ownerUnit', label: '业主单位', text: s.ownerUnit, isExtra: true },
    { field: 'leadUnits', label: '牵头单位', text: list(s.leadUnits), isExtra: true },
    { field: 'responsibleUnits', label: '责任单位', text: list(s.responsibleUnits), isExtra: true },
    {
      field: 'fundingSource',
      label: '资金来源',
      text: labelOf(FUNDING_SOURCE, s.fundingSource),
      isExtra: true,
    },
    {
      field: 'fundingStatus',
      label: '资金落实',
      text: labelOf(FUNDING_STATUS, s.fundingStatus),
      isExtra: true,
    },
  ]);
}

export function offerFields(c: PublicCapabilityView): PaneField[] {
  const list = (items: readonly string[]) => items.join(LIST_SEPARATOR);
  return withText([
    { field: 'summary', label: '简介', text: c.summary },
    { field: 'description', label: '说明', text: c.description },
    { field: 'technologyTags', label: '技术方向', text: list(c.technologyTags) },
    { field: 'cases', label: '案例', text: list(c.cases) },
    { field: 'qualifications', label: '资质', text: c.qualifications.map(heldLabel).join('；') },
    { field: 'adaptedPlatforms', label: '已适配', text: list(c.adaptedPlatforms) },
    { field: 'sectors', label: '行业', text: list(c.sectors), isExtra: true },
    {
      field: 'deliveryDays',
      label: '交付',
      text: c.deliveryDays === null ? '' : `${c.deliveryDays}天`,
      isExtra: true,
    },
    { field: 'firstVersion', label: '首版次', text: c.firstVersion ? '是，可首试首用' : '', isExtra: true },
    { field: 'confirmedAt', label: '确认有效', text: c.confirmedAt.slice(0, 10), isExtra: true },
  ]);
}

const withText = (fields: PaneField[]) => fields.filter((field) => field.text.trim() !== '');

/** 需求·区住房城乡建委·80万～120万元·截止2026-12-31 */
export const needMeta = (s: PublicScenarioView): string =>
  ['需求', s.organizationName, s.fundingBand, s.deadline ? `截止${s.deadline}` : '']
    .filter(Boolean)
    .join('·');

/** 能力·解决方案·山城安联·本地企业·微型 */
export const offerMeta = (c: PublicCapabilityView): string =>
  [
    '能力',
    c.kindLabel,
    c.firmName,
    c.isLocal ? '本地企业' : '',
    labelOf(SIZE_BAND, c.sizeBand),
    c.firmVerified ? '' : '企业未核验',
  ]
    .filter(Boolean)
    .join('·');
