/** Code lists of DOMAIN.md with the words people read. Codes are stored, labels are shown. */
export const PUBLISHER_TYPE = { DEPARTMENT: '政府部门', STATE_OWNED: '国有企事业单位', KEY_INDUSTRY: '重点行业' } as const;
export const LIST_TYPE = { SCENARIO: '场景清单', OPPORTUNITY: '机会清单' } as const;
export const VISIBILITY = { PUBLIC: '公开', INTERNAL: '内部' } as const;
export const SOURCING_MODE = { COLLECTED: '征集', DEVELOPED: '开发', EXPANDED: '拓展' } as const;
export const ENGAGEMENT_MODE = { DIRECT: '直接对接', OPEN_CALL: '揭榜挂帅', HORSE_RACE: '赛马制' } as const;
export const SCENARIO_LEVEL = { DISTRICT: '区级', MUNICIPAL: '市级' } as const;
export const CAPABILITY_KIND = { TECHNOLOGY: '技术', PRODUCT: '产品', SOLUTION: '解决方案', SERVICE: '服务' } as const;
export const SIZE_BAND = { MICRO: '微型', SMALL: '小型', MEDIUM: '中型', LARGE: '大型' } as const;
export const FUNDING_STATUS = {
  BUDGETED: '已列入年度预算',
  APPROVED: '已批复',
  SELF_RAISED: '自筹已落实',
  APPLYING: '正在申请',
  NONE: '尚未落实',
} as const;
/** 资金落实 means one of these; the others belong on the opportunity list. */
export const FUNDING_SECURED: readonly (keyof typeof FUNDING_STATUS)[] = ['BUDGETED', 'APPROVED', 'SELF_RAISED'];
export const FUNDING_SOURCE = {
  DISTRICT_BUDGET: '区级财政预算',
  MUNICIPAL_FUND: '市级专项资金',
  CENTRAL_FUND: '中央资金',
  OWN_FUNDS: '单位自有资金',
  BOND: '专项债',
  COOPERATION: '合作共建',
  OTHER: '其他',
} as const;

export const SCENARIO_STATUS = {
  DRAFT: '草稿',
  SUBMITTED: '待审核',
  RETURNED: '已退回',
  APPROVED: '待发布',
  PUBLISHED: '对接中',
  /** To people the same: that somebody was introduced is for the parties to tell. */
  IN_TALKS: '对接中',
  WITHDRAWN: '已撤回',
  EXPIRED: '已到期',
  NOT_LANDED: '未落地',
  DISCARDED: '已删除',
} as const;
export const CAPABILITY_STATUS = {
  DRAFT: '草稿',
  PUBLISHED: '已发布',
  PAUSED: '已暂停',
  STALE: '待确认',
  RETIRED: '已退出',
  DISCARDED: '已删除',
} as const;
export const SUGGESTION_STATUS = {
  OPEN: '待审核',
  HELD: '未审阅（名额已满）',
  APPROVED: '已通过',
  REJECTED: '已驳回',
  LAPSED: '已失效',
} as const;
export const PAIRING_STATUS = {
  ASKING: '征询中',
  STALLED: '逾期未答复',
  INTENT: '已引荐',
  DECLINED: '暂不对接',
  NOT_LANDED: '未落地',
  LAPSED: '已失效',
  UNDONE: '已撤销',
} as const;
export const CONSENT_STATUS = {
  ASKED: '待答复',
  AGREED: '同意对接',
  DECLINED: '暂不对接',
  EXPIRED: '逾期未答复',
  REVOKED: '已撤回同意',
  VOID: '已作废',
} as const;

/** Reject codes of PORTAL.md section 4, in the order of their keys. */
export const REJECT_REASON = {
  NEED_NOT_COVERED: '未覆盖主要需求',
  OTHER_DOMAIN: '应用领域不同',
  SCALE: '规模或性能不符',
  QUALIFICATION_MISSING: '必需资质暂缺',
  TECHNOLOGY: '技术路线或适配不符',
  DELIVERY: '交付时间或方式不符',
  FUNDING: '资金区间不符',
  DUPLICATE: '与在建或已有项目重复',
  TOO_LITTLE_INFORMATION: '现有信息不足',
  OTHER: '其他（请写明）',
} as const;

/** Demand-side domains offered in forms and facets; entries may carry another word of their own. */
export const SECTORS = [
  '政务服务', '城市治理', '应急消防', '公共安全', '交通出行', '住房城建', '生态环保', '水利水务', '农业农村',
  '医疗健康', '养老民政', '教育', '文旅', '商贸物流', '金融', '工业制造', '能源', '园区楼宇', '企业服务',
  '市场监管', '司法法治', '人力社保', '数据要素', '网络安全', '信创与基础软件', '协同办公', '数字内容',
] as const;

/** Qualification types of DOMAIN.md F, by the name offices write; `levels` from weak to strong where graded. */
export const QUALIFICATIONS: Record<string, { label: string; levels?: readonly string[] }> = {
  HNTE: { label: '高新技术企业' },
  TECH_BASED_FIRM: { label: '科技型企业' },
  INNOVATIVE_SME: { label: '创新型中小企业' },
  SRDI_SME: { label: '专精特新' },
  LITTLE_GIANT: { label: '专精特新小巨人' },
  GAZELLE: { label: '瞪羚企业' },
  CMMI: { label: 'CMMI', levels: ['1', '2', '3', '4', '5'] },
  ITSS: { label: 'ITSS', levels: ['4', '3', '2', '1'] },
  DCMM: { label: 'DCMM', levels: ['1', '2', '3', '4', '5'] },
  MLPS: { label: '等保', levels: ['一级', '二级', '三级', '四级'] },
  ISO27001: { label: 'ISO27001' },
  ISO9001: { label: 'ISO9001' },
  CCRC: { label: 'CCRC', levels: ['三级', '二级', '一级'] },
};

/** 财办库〔2021〕14号: the directory is never a gate to procurement; every page, export and mail says so. */
export const DISCLAIMER = '信息供对接参考，不作为政府采购资格条件。';
export const PRODUCT_NAME = '应用场景供需对接平台';
export const PRODUCT_SHORT_NAME = '场景对接';
