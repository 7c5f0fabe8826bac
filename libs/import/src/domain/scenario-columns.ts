import type { ColumnRule, ListRules } from './column-rule';

export type ScenarioField =
  | 'serial' | 'ref' | 'title' | 'background' | 'need' | 'inScope' | 'outOfScope' | 'acceptance' | 'sector'
  | 'technologyTags' | 'resourcesOffered' | 'requiredQualifications' | 'preferredQualifications'
  | 'requiredPlatforms' | 'localOnly' | 'publisher' | 'ownerUnit' | 'leadUnits' | 'responsibleUnits'
  | 'contactName' | 'contactPost' | 'contactPhone' | 'contactEmail' | 'contact' | 'fundingSource'
  | 'amount' | 'amountMin' | 'amountMax' | 'fundingStatus' | 'deadline' | 'engagementMode' | 'sourcingMode'
  | 'level' | 'listType' | 'visibility' | 'remarks';

const NO_UNIT = /联系|电话|手机|邮箱|邮件|负责人|地址|性质|类型|类别|代码|规模|数量|金额/;

const MONEY = /资金|金额|预算|投资|经费/;

const rules: ColumnRule<ScenarioField>[] = [
  { field: 'serial', label: '序号', names: ['序号', '序', '行号', 'no.', 'no'] },
  { field: 'ref', label: '编号', names: ['编号', '场景编号', '项目编号', '需求编号', '场景编码', '清单编号', '原编号'], keys: ['id', 'ref', 'sourceref'], not: /信用|联系|电话/ },
  { field: 'title', label: '场景名称', names: ['场景名称', '应用场景名称', '场景', '应用场景', '项目名称', '需求名称', '场景标题', '标题', '名称', '需求标题', '题目', '任务名称', '课题名称', '榜单名称', '场景需求名称', '机会名称', '场景项目名称', '需求项目'], keys: ['title', 'name'], not: /单位|企业|公司|部门|编号|类型|类别|联系|代码|产品|能力|领域|简介|描述|背景|内容|数量|级别|来源/, inGroup: { group: /场景|项目|需求/, leaf: /^名称$|^标题$/ } },
  { field: 'background', label: '场景背景', names: ['场景背景', '建设背景', '背景', '项目背景', '需求背景', '痛点', '痛点问题', '业务痛点', '现状', '现状与问题', '存在问题', '主要问题', '问题描述', '建设现状', '基本情况', '拟解决问题', '解决的问题', '背景及痛点', '现状及痛点', '必要性'], keys: ['background'], many: true },
  { field: 'need', label: '建设需求', names: ['建设需求', '需求描述', '主要需求', '需求内容', '需求', '场景描述', '场景需求', '具体需求', '场景简介', '需求说明', '功能需求', '技术需求', '业务需求', '场景内容', '项目需求', '需求概述', '场景介绍', '场景概述', '主要内容', '需求简介', '应用需求', '任务需求', '研究内容', '榜单内容', '希望解决', '项目简介', '项目概况', '主要任务', '描述', '内容', '简介', '详细需求', '正文'], keys: ['need', 'body', 'description', 'content'], not: /单位|部门|企业|编号|联系|不含|不包|资金|人员|数据需求|名称/, many: true },
  { field: 'inScope', label: '建设内容（范围内）', names: ['建设内容', '建设范围', '范围', '边界', '范围内', '边界内', '包括内容', '包含内容', '实施范围', '实施内容', '项目范围', '场景边界', '建设任务', '工作内容', '应用范围', '建设内容及规模', '包括'], keys: ['inscope', 'scope'], not: /不含|不包|除外|范围外|边界外|不在|排除/, many: true },
  { field: 'outOfScope', label: '不包括的内容', names: ['不包括内容', '不包含内容', '不含内容', '不包括', '不包含', '不含', '范围外', '边界外', '不在范围', '排除内容', '除外内容', '不包括的内容', '不建设内容', '不涉及内容'], keys: ['outofscope'], many: true },
  { field: 'acceptance', label: '验收标准', names: ['验收标准', '验收指标', '验收要求', '验收', '预期成效', '成效', '预期目标', '考核指标', '建设目标', '预期效果', '绩效目标', '目标', '成效指标', '技术指标', '性能指标', '主要指标', '预期成果', '建设成效', '验收条件', '目标成效', '指标要求'], keys: ['acceptance'], many: true },
  { field: 'sector', label: '所属领域', names: ['所属领域', '领域', '行业', '所属行业', '应用领域', '行业领域', '场景领域', '场景类别', '场景分类', '场景类型', '类别', '分类', '所属类别', '方向', '板块', '应用行业', '需求领域', '专业领域', '赛道'], keys: ['sector', 'industry'], not: /资金|技术|企业|单位|对接|清单|发布/ },
  { field: 'technologyTags', label: '技术关键词', names: ['技术关键词', '技术标签', '关键技术', '关键词', '技术方向', '涉及技术', '所需技术', '标签', '技术领域', '主要技术', '应用技术', '技术类别', '技术要求关键词', '核心技术'], keys: ['technologytags', 'tags', 'keywords'], many: true },
  { field: 'resourcesOffered', label: '可提供的条件', names: ['可提供的条件', '提供条件', '开放资源', '可提供资源', '数据资源', '配套条件', '支持条件', '保障条件', '可开放数据', '提供的支持', '配套支持'], keys: ['resourcesoffered'], not: /资金/, many: true },
  { field: 'requiredQualifications', label: '资质要求', names: ['资质要求', '必需资质', '企业资质要求', '资质条件', '资格要求', '所需资质', '企业资质', '准入条件', '资质', '供应商资质', '合作方要求', '对企业要求'], keys: ['requiredqualifications', 'qualifications'], not: /优先|加分/, many: true },
  { field: 'preferredQualifications', label: '优先资质', names: ['优先资质', '优先条件', '加分资质', '资质优先', '加分项'], keys: ['preferredqualifications'], many: true },
  { field: 'requiredPlatforms', label: '适配要求', names: ['适配要求', '信创要求', '国产化要求', '适配平台', '信创适配要求', '国产化适配要求', '技术路线要求', '部署环境'], keys: ['requiredplatforms'], many: true },
  { field: 'localOnly', label: '是否限本地企业', names: ['是否限本地企业', '是否限本地', '限本地企业', '仅限本地', '本地企业', '是否仅限本地企业', '是否限区内企业', '限区内企业', '本地化要求'], keys: ['localonly', 'local'] },
  { field: 'publisher', label: '发布单位', names: ['发布单位', '需求单位', '申报单位', '填报单位', '提出单位', '报送单位', '发榜单位', '征集单位', '需求方', '发布部门', '需求部门', '推荐单位', '单位名称', '单位', '部门', '主管部门', '出题单位', '提报单位'], keys: ['publisher', 'owner', 'department'], not: NO_UNIT, inGroup: { group: /发布|需求|申报|填报/, leaf: /^(单位|名称|单位名称|部门)$/ } },
  { field: 'ownerUnit', label: '业主单位', names: ['业主单位', '业主', '使用单位', '建设单位', '应用单位', '项目业主', '场景业主', '业主部门', '实施单位', '用户单位'], keys: ['ownerunit'], not: NO_UNIT },
  { field: 'leadUnits', label: '牵头单位', names: ['牵头单位', '牵头部门', '牵头', '牵头责任单位', '主办单位'], keys: ['leadunits'], not: NO_UNIT, many: true },
  { field: 'responsibleUnits', label: '责任单位', names: ['责任单位', '责任部门', '配合单位', '协同单位', '参与单位', '协办单位', '配合部门'], keys: ['responsibleunits'], not: NO_UNIT, many: true },
  { field: 'contact', label: '联系方式', names: ['联系方式', '联系人及电话', '联系人及联系方式', '联系人和电话', '联系人电话', '联系人及联系电话', '联系人/电话', '联系人、电话', '联系人姓名及电话'], keys: ['contact'], not: /邮箱/ },
  { field: 'contactName', label: '联系人', names: ['联系人', '联络人', '联系人姓名', '负责人', '经办人', '项目负责人', '姓名'], keys: ['contactname'], not: /电话|手机|方式|邮箱|职务/ },
  { field: 'contactPost', label: '联系人职务', names: ['联系人职务', '职务', '职位'], keys: ['contactpost'] },
  { field: 'contactPhone', label: '联系电话', names: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系手机', '办公电话', '电话号码'], keys: ['contactphone', 'phone'] },
  { field: 'contactEmail', label: '电子邮箱', names: ['电子邮箱', '邮箱', '电子邮件', 'email', 'e-mail'], keys: ['contactemail', 'email'] },
  { field: 'fundingSource', label: '资金来源', names: ['资金来源', '经费来源', '资金渠道', '经费渠道', '投资来源', '资金来源及落实情况', '资金性质'], keys: ['fundingsource'], inGroup: { group: MONEY, leaf: /^(?:来源|渠道)/ } },
  { field: 'amountMin', label: '金额下限', names: ['金额下限', '预算下限', '投资下限', '最低金额', '最低预算'], keys: ['fundingmin'], inGroup: { group: MONEY, leaf: /^(下限|最低|最小)/ } },
  { field: 'amountMax', label: '金额上限', names: ['金额上限', '预算上限', '投资上限', '最高金额', '最高预算', '最高限价', '控制价'], keys: ['fundingmax'], inGroup: { group: MONEY, leaf: /^(上限|最高|最大)/ } },
  { field: 'amount', label: '投资估算', names: ['投资估算', '预算金额', '预算', '资金预算', '投资额', '总投资', '投资规模', '资金规模', '项目预算', '经费预算', '预计投资', '估算投资', '资金额度', '投资金额', '项目金额', '资金', '金额', '经费', '资金需求', '投入资金', '拟投入资金', '项目总投资', '计划投资', '资金安排', '榜单金额', '预算区间', '资金区间'], keys: ['fundingband', 'budget', 'amount'], not: /来源|落实|渠道|状态|情况|保障方式|下限|上限|性质/, inGroup: { group: MONEY, leaf: /^(?:金额|额度|规模|估算|总额|总投资)/ } },
  { field: 'fundingStatus', label: '资金落实情况', names: ['资金落实情况', '资金落实', '落实情况', '资金情况', '资金状态', '经费落实情况', '资金到位情况', '预算落实情况', '资金是否落实'], keys: ['fundingstatus'], not: /来源/, inGroup: { group: MONEY, leaf: /落实|到位|状态|情况/ } },
  { field: 'deadline', label: '截止时间', names: ['截止时间', '截止日期', '对接截止时间', '报名截止', '期限', '完成时间', '完成时限', '截止', '有效期', '计划完成时间', '建设周期', '建设期限', '时限', '完成日期', '交付时间', '时间要求', '实施期限', '预计完成时间', '征集截止时间'], keys: ['deadline'], not: /发布|填报|开始|启动/ },
  { field: 'engagementMode', label: '对接方式', names: ['对接方式', '合作方式', '实施方式', '组织方式', '合作模式', '对接模式'], keys: ['engagementmode'], not: /联系/ },
  { field: 'sourcingMode', label: '征集方式', names: ['征集方式', '场景来源方式', '来源方式', '场景来源'], keys: ['sourcingmode'] },
  { field: 'level', label: '场景级别', names: ['场景级别', '级别', '场景层级', '层级'], keys: ['level'], not: /联系|行政|资质/ },
  { field: 'listType', label: '清单类型', names: ['清单类型', '清单类别', '列入清单'], keys: ['listtype'] },
  { field: 'visibility', label: '公开范围', names: ['公开范围', '是否公开', '公开属性', '公开程度', '密级'], keys: ['visibility'] },
  { field: 'remarks', label: '备注', names: ['备注', '说明', '其他', '其他说明', '备注说明', '填报说明'], keys: ['remarks', 'note', 'source'], many: true },
];

/** 应用场景需求清单, in the wordings offices use. */
export const SCENARIO_LIST: ListRules<ScenarioField> = { kind: 'scenario', label: '场景清单', rules, needed: 'title', merged: ['ownerUnit', 'publisher'] };
