import { FUNDING_SECURED, FUNDING_SOURCE, FUNDING_STATUS } from '@mantianxing/contracts';
import type { ContactPerson, Demand, ScenarioBody } from './scenario';
import { checkableCriteria, isStated } from './wording';

export const GATE_LABEL = {
  BOUNDARY: '边界清晰',
  OWNER: '业主明确',
  FUNDING: '资金落实',
  UNITS: '责任单位',
  SECRECY: '保密声明',
  DEADLINE: '截止日期',
} as const;
export type GateElementCode = keyof typeof GATE_LABEL;

export interface GateElement {
  element: GateElementCode;
  label: string;
  passed: boolean;
  /** What is still wanted, with the sentences of PORTAL.md section 4. */
  missing: Demand[];
}

/** What the gate reads: the entry and its contact person. */
export type GateInput = ScenarioBody & { contact: ContactPerson };

/** Fields whose change in a published entry has to be checked by staff. */
export const GATE_FIELDS = [
  'listType',
  'visibility',
  'inScope',
  'outOfScope',
  'acceptance',
  'ownerUnit',
  'leadUnits',
  'responsibleUnits',
  'fundingSource',
  'fundingMinFen',
  'fundingMaxFen',
  'fundingStatus',
  'fundingProof',
  'deadline',
  'secrecyDeclared',
] as const satisfies readonly (keyof ScenarioBody)[];

/** The publish gate 边界清晰 · 业主明确 · 资金落实 and the rules beside it. `today`: a day in Asia/Shanghai. */
export function publishGate(input: GateInput, today: string): GateElement[] {
  return [
    element('BOUNDARY', boundary(input)),
    element('OWNER', owner(input)),
    element('FUNDING', funding(input)),
    element('UNITS', units(input)),
    element('SECRECY', secrecy(input)),
    element('DEADLINE', deadline(input, today)),
  ];
}

/** Everything missing, each sentence with the name of its element. */
export const missingOf = (gate: readonly GateElement[]): Demand[] =>
  gate.flatMap(({ label, missing }) =>
    missing.map(({ field, message }) => ({ field, message: `${label}：${message}` })),
  );

function element(code: GateElementCode, demands: (Demand | false)[]): GateElement {
  const missing = demands.filter((demand): demand is Demand => demand !== false);
  return { element: code, label: GATE_LABEL[code], passed: missing.length === 0, missing };
}

function boundary(input: GateInput): (Demand | false)[] {
  return [
    !isStated(input.inScope) && { field: 'inScope', message: '请写明范围内的工作' },
    // 无 is an answer here: the publisher says that nothing is left out.
    !input.outOfScope.trim() && { field: 'outOfScope', message: '请写明不包括的内容（没有请写“无”）' },
    checkableCriteria(input.acceptance).length === 0 && {
      field: 'acceptance',
      message: '请至少写1条可检验的验收标准',
    },
  ];
}

function owner({ ownerUnit, contact }: GateInput): (Demand | false)[] {
  const absent = (['name', 'post', 'phone'] as const).find((part) => !contact[part].trim());
  return [
    !ownerUnit.trim() && { field: 'ownerUnit', message: '请选择使用并签约的单位' },
    absent !== undefined && {
      field: { name: 'contactName', post: 'contactPost', phone: 'contactPhone' }[absent],
      message: '请填写联系人姓名、职务和电话',
    },
    Boolean(contact.phone.trim()) &&
      !isPhone(contact.phone) && { field: 'contactPhone', message: '请填写11位手机号，或带区号的座机号' },
  ];
}

/** A mobile number, or a landline with its area code and perhaps an extension. */
export function isPhone(phone: string): boolean {
  const digits = phone.normalize('NFKC').replace(/[\s()]/g, '');
  return /^(\+?86-?)?1[3-9]\d{9}$/.test(digits) || /^0\d{2,3}[-—]?\d{7,8}((转|-)\d{1,6})?$/.test(digits);
}

function funding(input: GateInput): (Demand | false)[] {
  const { fundingSource, fundingMinFen: min, fundingMaxFen: max, fundingStatus } = input;
  const banded = min !== null && max !== null && max > 0;
  const known = fundingStatus !== null && fundingStatus in FUNDING_STATUS;
  return [
    (fundingSource === null || !(fundingSource in FUNDING_SOURCE)) && {
      field: 'fundingSource',
      message: '请选择资金来源',
    },
    !banded && { field: min === null ? 'fundingMinFen' : 'fundingMaxFen', message: '请选择金额区间' },
    banded && min > max && { field: 'fundingMinFen', message: '金额下限不能高于上限' },
    known &&
      !FUNDING_SECURED.includes(fundingStatus) && {
        field: 'fundingStatus',
        message: '资金未落实的，可先列入机会清单',
      },
    (!known || !isStated(input.fundingProof)) && {
      field: known ? 'fundingProof' : 'fundingStatus',
      message: '请选择落实情况并注明依据',
    },
  ];
}

function units({ leadUnits, responsibleUnits }: GateInput): (Demand | false)[] {
  const named = (list: string[]) => list.some((unit) => unit.trim());
  return [
    (!named(leadUnits) || !named(responsibleUnits)) && {
      field: named(leadUnits) ? 'responsibleUnits' : 'leadUnits',
      message: '请填写牵头单位和责任单位',
    },
  ];
}

function secrecy({ secrecyDeclared, visibility }: GateInput): (Demand | false)[] {
  return [
    !secrecyDeclared && { field: 'secrecyDeclared', message: '请确认“不涉密、可公开”' },
    visibility !== 'PUBLIC' && { field: 'visibility', message: '内部场景不能公开发布' },
  ];
}

function deadline(input: GateInput, today: string): (Demand | false)[] {
  return [
    (input.deadline === null || input.deadline <= today) && {
      field: 'deadline',
      message: '截止日期须晚于今天',
    },
  ];
}
