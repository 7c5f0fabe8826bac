/** What an entry says was done. The first four are rows that changed, the others what no row shows. */
export const AUDIT_ACTION = {
  created: '新增',
  changed: '修改',
  removed: '删除',
  emptied: '清空',
  'signed-in': '登录',
  'sign-in-failed': '登录失败',
  'signed-out': '退出',
  refused: '被拒绝',
  exported: '查阅或导出',
  'read-contacts': '查看联系方式',
  'removed-entries': '清除过期日志',
} as const;
export const AUDIT_ACTIONS = Object.keys(AUDIT_ACTION) as [keyof typeof AUDIT_ACTION, ...(keyof typeof AUDIT_ACTION)[]];

/** By which way it was done. `direct` is a write past the program. */
export const AUDIT_WAY = {
  portal: '门户',
  publishing: '场景发布',
  directory: '能力目录',
  worker: '匹配服务',
  command: '命令行',
  unnamed: '程序自身',
  direct: '直接写库',
} as const;
