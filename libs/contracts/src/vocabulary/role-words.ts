import type { ROLES } from '../actor';

/** What people call a role. */
export const ROLE_LABEL: Record<(typeof ROLES)[number], string> = {
  FIRM_MEMBER: '企业经办',
  FIRM_ADMIN: '企业管理员',
  DEPARTMENT_MEMBER: '部门经办',
  DEPARTMENT_ADMIN: '部门管理员',
  MATCHMAKER: '撮合专员',
  COORDINATOR: '统筹',
  EXPERT: '专家',
  AUDITOR: '审计',
  ADMIN: '系统管理员',
};
