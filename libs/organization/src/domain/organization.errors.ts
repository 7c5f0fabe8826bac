import { DomainError, type Problem } from '@mantianxing/contracts';

/** Every code this lib throws; clients and tests may rely on them. */
export const ORGANIZATION_ERRORS = {
  FORBIDDEN: 'ORGANIZATION_FORBIDDEN',
  INVALID: 'ORGANIZATION_INVALID',
  EXISTS: 'ORGANIZATION_EXISTS',
} as const;

export const organizationForbidden = (): DomainError =>
  new DomainError(ORGANIZATION_ERRORS.FORBIDDEN, 403, '您暂无此操作权限，如需开通请联系管理员。');

export const organizationInvalid = (problems: Problem[]): DomainError =>
  new DomainError(ORGANIZATION_ERRORS.INVALID, 422, '提交的内容有误，请按提示修改。', problems);

/** `field`: `uscc` or `name`, whichever another organisation already has. */
export const organizationExists = (
  field: 'uscc' | 'name',
  organizationId: string,
  firm: boolean,
): DomainError => {
  const message = firm ? '该企业已登记，可申请认领。' : '该单位已登记，请直接选用。';
  return new DomainError(ORGANIZATION_ERRORS.EXISTS, 409, message, [{ field, message }], { organizationId });
};
