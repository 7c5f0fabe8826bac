import {
  ENGAGEMENT_MODE,
  FUNDING_SOURCE,
  FUNDING_STATUS,
  LIST_TYPE,
  SCENARIO_LEVEL,
  SOURCING_MODE,
  VISIBILITY,
  type GateElementView,
} from '@mantianxing/contracts';
import { problemsByField, type FieldSpec } from '../drafting/field-spec';

export const SCENARIO_SECTIONS = [
  '基本情况',
  '边界',
  '业主与责任',
  '资金与期限',
  '资质与资源',
  '保密声明',
] as const;

const section = (
  name: (typeof SCENARIO_SECTIONS)[number],
  fields: Omit<FieldSpec, 'section'>[],
): FieldSpec[] => fields.map((field) => ({ ...field, section: name }));

export const SCENARIO_FIELDS: FieldSpec[] = [
  ...section('基本情况', [
    {
      name: 'title',
      label: '场景名称',
      kind: 'text',
      max: 80,
      isNeeded: true,
      placeholder: '例：老旧小区电动车充电安全监测',
    },
    {
      name: 'need',
      label: '需求',
      kind: 'area',
      max: 5000,
      isNeeded: true,
      hint: '要解决什么问题，在哪里，达到什么效果。写数字，不写口号。',
    },
    { name: 'background', label: '背景', kind: 'area', max: 3000 },
    { name: 'sector', label: '行业', kind: 'sector', max: 20, placeholder: '例：城市治理' },
    {
      name: 'technologyTags',
      label: '技术方向',
      kind: 'words',
      hint: '每写一个词按回车，例：物联网、视频识别',
    },
    {
      name: 'listType',
      label: '列入',
      kind: 'choice',
      choices: LIST_TYPE,
      hint: '资金未落实的，可先列入机会清单。',
    },
    { name: 'sourcingMode', label: '来源方式', kind: 'choice', choices: SOURCING_MODE },
    { name: 'engagementMode', label: '对接方式', kind: 'choice', choices: ENGAGEMENT_MODE },
    { name: 'level', label: '级别', kind: 'choice', choices: SCENARIO_LEVEL },
  ]),
  ...section('边界', [
    {
      name: 'inScope',
      label: '范围内的工作',
      kind: 'area',
      max: 3000,
      isNeeded: true,
      placeholder: '例：40个小区的充电棚布点、告警推送、月度分析',
    },
    {
      name: 'outOfScope',
      label: '不包括的内容',
      kind: 'area',
      max: 3000,
      isNeeded: true,
      hint: '没有请写“无”。',
    },
    {
      name: 'acceptance',
      label: '验收标准',
      kind: 'area',
      max: 3000,
      isNeeded: true,
      hint: '至少1条可检验的，例：隐患发现率不低于95%。',
    },
  ]),
  ...section('业主与责任', [
    { name: 'ownerUnit', label: '业主单位（使用并签约）', kind: 'text', max: 60, isNeeded: true },
    { name: 'leadUnits', label: '牵头单位', kind: 'words', isNeeded: true, hint: '每写一个单位按回车。' },
    {
      name: 'responsibleUnits',
      label: '责任单位',
      kind: 'words',
      isNeeded: true,
      hint: '每写一个单位按回车。',
    },
    {
      name: 'contactName',
      label: '联系人姓名',
      kind: 'text',
      max: 20,
      isNeeded: true,
      hint: '联系人不公开，双方同意对接后才互见。',
    },
    { name: 'contactPost', label: '联系人职务', kind: 'text', max: 30, isNeeded: true },
    {
      name: 'contactPhone',
      label: '联系人电话',
      kind: 'text',
      max: 20,
      isNeeded: true,
      hint: '11位手机号，或带区号的座机号。',
    },
    { name: 'contactEmail', label: '联系人邮箱', kind: 'text', max: 100 },
    { name: 'officeContact', label: '公开的办公电话', kind: 'text', max: 30 },
  ]),
  ...section('资金与期限', [
    { name: 'fundingSource', label: '资金来源', kind: 'choice', choices: FUNDING_SOURCE, isNeeded: true },
    { name: 'fundingMinFen', label: '资金下限', kind: 'money', isNeeded: true },
    { name: 'fundingMaxFen', label: '资金上限', kind: 'money', isNeeded: true, hint: '公开的只有区间。' },
    { name: 'fundingStatus', label: '落实情况', kind: 'choice', choices: FUNDING_STATUS, isNeeded: true },
    {
      name: 'fundingProof',
      label: '落实依据',
      kind: 'text',
      max: 200,
      isNeeded: true,
      placeholder: '例：2026年部门预算，文号',
    },
    { name: 'deadline', label: '截止日期', kind: 'date', isNeeded: true },
  ]),
  ...section('资质与资源', [
    {
      name: 'requiredQualifications',
      label: '必需资质',
      kind: 'qualifications',
      hint: '没有的企业最高列为候选，请只写确实必需的。',
    },
    { name: 'preferredQualifications', label: '加分资质', kind: 'qualifications' },
    {
      name: 'requiredPlatforms',
      label: '须适配的平台',
      kind: 'words',
      hint: '例：麒麟、达梦。每写一个按回车。',
    },
    { name: 'localOnly', label: '只面向本地企业', kind: 'check' },
    {
      name: 'resourcesOffered',
      label: '可提供的资源',
      kind: 'area',
      max: 1000,
      placeholder: '例：脱敏数据、试点场地、算力',
    },
  ]),
  ...section('保密声明', [
    { name: 'visibility', label: '公开范围', kind: 'choice', choices: VISIBILITY },
    {
      name: 'secrecyDeclared',
      label: '不涉密、可公开',
      kind: 'check',
      isNeeded: true,
      hint: '本平台不接收涉密内容，请停止填写并按保密规定处理。',
    },
  ]),
];

const SECTION_OF_ELEMENT: Record<GateElementView['element'], (typeof SCENARIO_SECTIONS)[number]> = {
  BOUNDARY: '边界',
  OWNER: '业主与责任',
  UNITS: '业主与责任',
  FUNDING: '资金与期限',
  DEADLINE: '资金与期限',
  SECRECY: '保密声明',
};

/** What a new form holds already. */
export const NEW_SCENARIO = { listType: 'SCENARIO', visibility: 'PUBLIC' };
export const fieldsOf = (name: string): FieldSpec[] =>
  SCENARIO_FIELDS.filter((field) => field.section === name);
export const gatePasses = (name: string, gate: readonly GateElementView[]): boolean =>
  gate.filter(({ element }) => SECTION_OF_ELEMENT[element] === name).every(({ passed }) => passed);
/** The field a gate sentence points to; the first of its section when it names no field of the form. */
export function targetOf(element: GateElementView['element'], field: string): FieldSpec {
  const known = SCENARIO_FIELDS.find(({ name }) => name === field);
  return known ?? fieldsOf(SECTION_OF_ELEMENT[element])[0]!;
}

/** The field a problem is about: named itself (`content.title`), by element (`gate.boundary`), or by a gate sentence. */
export function specOfProblem(field: string, gate: readonly GateElementView[]): FieldSpec | undefined {
  const [name = ''] = Object.keys(problemsByField([{ field, message: '' }]));
  const known = SCENARIO_FIELDS.find((spec) => spec.name === name);
  if (known) return known;
  const element = Object.keys(SECTION_OF_ELEMENT).find((key) => field.toUpperCase() === `GATE.${key}`);
  if (element) return fieldsOf(SECTION_OF_ELEMENT[element as GateElementView['element']])[0];
  const says = gate.find((one) => one.missing.some((missing) => missing.field === field));
  return says && targetOf(says.element, field);
}
