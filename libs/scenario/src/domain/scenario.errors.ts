import {
  DomainError,
  NEAR_DUPLICATE_CODE,
  SCENARIO_STATUS,
  type NearDuplicateFacts,
  type Problem,
} from '@mantianxing/contracts';
import type { ScenarioRecord } from './scenario';
import type { ScenarioStatus } from './scenario-status';

/** Every code this lib throws; clients and tests may rely on them. */
export const SCENARIO_ERRORS = {
  NOT_FOUND: 'SCENARIO_NOT_FOUND',
  FORBIDDEN: 'SCENARIO_FORBIDDEN',
  AUTHOR_MAY_NOT_APPROVE: 'SCENARIO_AUTHOR_MAY_NOT_APPROVE',
  GATE_FIELD_LOCKED: 'SCENARIO_GATE_FIELD_LOCKED',
  CONFLICT: 'SCENARIO_CONFLICT',
  GATE_INCOMPLETE: 'SCENARIO_GATE_INCOMPLETE',
  INVALID: 'SCENARIO_INVALID',
  NEAR_DUPLICATE: NEAR_DUPLICATE_CODE,
} as const;

export const scenarioNotFound = (): DomainError =>
  new DomainError(SCENARIO_ERRORS.NOT_FOUND, 404, '没有找到此场景，可能已撤回或地址有误。');

export const scenarioForbidden = (): DomainError =>
  new DomainError(SCENARIO_ERRORS.FORBIDDEN, 403, '您暂无此操作权限，如需开通请联系管理员。');

export const authorMayNotApprove = (): DomainError =>
  new DomainError(SCENARIO_ERRORS.AUTHOR_MAY_NOT_APPROVE, 403, '审核人不能是填报人。');

export const gateFieldLocked = (fields: string[]): DomainError =>
  new DomainError(
    SCENARIO_ERRORS.GATE_FIELD_LOCKED,
    403,
    '已发布场景的三要素须由专员核对后修改，请联系专员；其他内容可直接修改。',
    fields.map((field) => ({ field, message: '此项由专员核对后修改。' })),
  );

export const gateIncomplete = (missing: Problem[], act = '发布'): DomainError =>
  new DomainError(SCENARIO_ERRORS.GATE_INCOMPLETE, 422, `还差${missing.length}项，暂不能${act}。`, missing);

export const scenarioInvalid = (problems: Problem[]): DomainError =>
  new DomainError(SCENARIO_ERRORS.INVALID, 422, '提交的内容有误，请按提示修改。', problems);

type Alike = readonly { entry: ScenarioRecord; percent: number }[];

/** Asks whether the entry is another one than these; `named` are those among `found` the actor may see. */
export const scenarioDuplicates = (named: Alike, found: Alike): DomainError => {
  const hidden = found.length - named.length;
  const first = named[0] ?? found[0];
  const what = named[0] ? `《${named[0].entry.title}》` : `${hidden}个尚未公开的场景`;
  const facts: NearDuplicateFacts = {
    duplicates: named.map(({ entry: { id, title, organizationName }, percent }) => ({
      id,
      name: title,
      percent,
      organizationName,
    })),
    hidden,
  };
  const message = `与${what}相似${first?.percent}%，请确认不是重复。`;
  return new DomainError(SCENARIO_ERRORS.NEAR_DUPLICATE, 409, message, [], { ...facts });
};

export interface ScenarioStanding {
  status: ScenarioStatus;
  version: number;
  /** When and, for staff, by whom the row was last changed. */
  changedAt?: string;
  changedBy?: string;
}

/** The row moved on, or its state does not allow this step; `facts` say how it stands now. */
export const scenarioConflict = (standing: ScenarioStanding, edited: boolean): DomainError => {
  const statusLabel = statusLabelOf(standing.status);
  const message = edited
    ? `此场景刚被他人修改，现为“${statusLabel}”，请刷新后重试。`
    : `此场景现为“${statusLabel}”，不能进行这项操作。`;
  return new DomainError(SCENARIO_ERRORS.CONFLICT, 409, message, [], { ...standing, statusLabel });
};

export const statusLabelOf = (status: ScenarioStatus): string => SCENARIO_STATUS[status];
