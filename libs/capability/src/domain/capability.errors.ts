import {
  CAPABILITY_STATUS,
  DomainError,
  NEAR_DUPLICATE_CODE,
  type NearDuplicateFacts,
  type Problem,
} from '@mantianxing/contracts';
import type { CapabilityRecord } from './capability';
import type { CapabilityStatus } from './capability-status';

/** Every code this lib throws; clients and tests may rely on them. */
export const CAPABILITY_ERRORS = {
  NOT_FOUND: 'CAPABILITY_NOT_FOUND',
  FORBIDDEN: 'CAPABILITY_FORBIDDEN',
  CONFLICT: 'CAPABILITY_CONFLICT',
  INCOMPLETE: 'CAPABILITY_INCOMPLETE',
  INVALID: 'CAPABILITY_INVALID',
  NEAR_DUPLICATE: NEAR_DUPLICATE_CODE,
} as const;

export const capabilityNotFound = (): DomainError =>
  new DomainError(CAPABILITY_ERRORS.NOT_FOUND, 404, '没有找到此能力，可能已退出或地址有误。');

export const capabilityForbidden = (): DomainError =>
  new DomainError(CAPABILITY_ERRORS.FORBIDDEN, 403, '您暂无此操作权限，如需开通请联系管理员。');

export const capabilityIncomplete = (missing: Problem[]): DomainError =>
  new DomainError(CAPABILITY_ERRORS.INCOMPLETE, 422, `还差${missing.length}项，暂不能发布。`, missing);

export const capabilityInvalid = (problems: Problem[]): DomainError =>
  new DomainError(CAPABILITY_ERRORS.INVALID, 422, '提交的内容有误，请按提示修改。', problems);

type Alike = readonly { entry: CapabilityRecord; percent: number }[];

/** Asks whether the entry is another one than these; `named` are those among `found` the actor may see. */
export const capabilityDuplicates = (named: Alike, found: Alike): DomainError => {
  const hidden = found.length - named.length;
  const first = named[0] ?? found[0];
  const what = named[0] ? `《${named[0].entry.name}》` : `${hidden}个未公开的能力`;
  const facts: NearDuplicateFacts = {
    duplicates: named.map(({ entry: { id, name, firmName }, percent }) => ({
      id,
      name,
      percent,
      organizationName: firmName,
    })),
    hidden,
  };
  const message = `与${what}相似${first?.percent}%，请确认不是重复。`;
  return new DomainError(CAPABILITY_ERRORS.NEAR_DUPLICATE, 409, message, [], { ...facts });
};

export interface CapabilityStanding {
  status: CapabilityStatus;
  version: number;
  /** When and, for staff, by whom the row was last changed. */
  changedAt?: string;
  changedBy?: string;
}

/** The row moved on, or its state does not allow this step; `facts` say how it stands now. */
export const capabilityConflict = (standing: CapabilityStanding, edited: boolean): DomainError => {
  const statusLabel = CAPABILITY_STATUS[standing.status];
  const message = edited
    ? `此能力刚被他人修改，现为“${statusLabel}”，请刷新后重试。`
    : `此能力现为“${statusLabel}”，不能进行这项操作。`;
  return new DomainError(CAPABILITY_ERRORS.CONFLICT, 409, message, [], { ...standing, statusLabel });
};
