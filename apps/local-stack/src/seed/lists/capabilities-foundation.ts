import type { SampleCapability } from './sample-entry';

/** 信创、公文、安全与通用能力 */
export const FOUNDATION_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-xcmigrate',
    firm: 'firm-dingqian',
    content: {
      kind: 'SERVICE',
      name: '信创应用改造与平滑切换服务',
      summary: '存量政务应用的评估、代码改造、适配验证、双轨运行和切换保障。',
      description:
        '先用扫描工具盘点源代码、存储过程、浏览器控件和第三方组件，形成改造清单与工作量；再分批替换中间件、控件和接口，旧系统与新环境双轨运行，数据增量同步，比对无误后切换。每次切换前制定倒回脚本并演练，历史流程与审批意见逐条核对。团队68人，其中40人持有国产操作系统或数据库认证，可驻场。近三年完成政务和国企应用改造112个。',
      technologyTags: ['信创迁移', '应用适配', '双轨运行', '切换演练'],
      sectors: ['信创与基础软件', '协同办公'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '龙芯', '银河麒麟', '统信UOS', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某区级机关19套业务系统（2025年）', '某国有集团办公系统（2024年）'],
      deliveryDays: 150,
    },
  },
  {
    key: 'cap-oa',
    firm: 'firm-wenshu',
    content: {
      kind: 'PRODUCT',
      name: '文枢机关协同办公平台（信创版）',
      summary: '收发文、会议、督查、值班等机关办公业务，支持电脑与移动端签批。',
      description:
        '按党政机关公文处理规范内置办文单、红头模板和流程，跨单位发文直达，办理痕迹全程保留。签批支持原笔迹，意见可语音录入；督查事项自动分解、催办和销号。版式文件与电子印章调用国家标准接口，历史库迁入后可做全文检索。集群部署在千人并发下首页响应1.2秒左右。提供旧系统数据迁入工具和组织权限映射，已有多个区县党政机关长期使用。',
      technologyTags: ['协同办公', '公文流转', '移动签批', '督查督办'],
      sectors: ['协同办公', '信创与基础软件', '政务服务'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '龙芯', '银河麒麟', '统信UOS', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某区党政机关81个单位（2025年）', '某市直部门（2024年）'],
      deliveryDays: 180,
    },
  },
  {
    key: 'cap-proofread',
    firm: 'firm-langshi',
    content: {
      kind: 'PRODUCT',
      name: '公文智能校对',
      summary: '检查错别字、格式、层级序号、称谓职务、引文和数字用法，逐处说明依据。',
      description:
        '以插件方式嵌入WPS和办公系统拟稿界面，也提供批量检查。格式按党政机关公文国家标准核对版心、字体、编号；内容查用字用词、标点、前后数据不一致、机构简称不当、领导职务与次序有误、引用文件名称或文号错误。人名职务库由单位自行维护，及时更新。所有提示可忽略并记住，程序不自动改写。离线词库与模型全部安装在单位内部，文稿不外传。',
      technologyTags: ['公文校对', '自然语言处理', '格式检查', '内容安全'],
      sectors: ['协同办公', '政务服务', '数字内容'],
      adaptedPlatforms: ['飞腾', '鲲鹏', '银河麒麟', '统信UOS', '达梦'],
      firstVersion: false,
      cases: ['某市级机关秘书部门（2025年）'],
      deliveryDays: 20,
    },
  },
  {
    key: 'cap-ofd',
    firm: 'firm-zhenglian',
    content: {
      kind: 'PRODUCT',
      name: 'OFD版式转换与电子签章套件',
      summary: '流式文档批量转OFD，加盖国密电子印章，提供阅读、批注和验章。',
      description:
        '服务端每小时可转换约2万页，表格、公式、修订痕迹保持原样，旧版文档也能处理。签章符合国密算法要求，支持骑缝章、多页章，验章结果在阅读器中直接显示。阅读器支持手写笔批注并与原件分层保存。提供接口和控件两种集成方式，已与多家办公系统厂商完成互认。对历史图片公文可做双层OFD，便于复制和检索。',
      technologyTags: ['OFD', '电子签章', '国密', '版式阅读'],
      sectors: ['协同办公', '信创与基础软件'],
      adaptedPlatforms: ['飞腾', '鲲鹏', '龙芯', '银河麒麟', '统信UOS', '达梦'],
      firstVersion: false,
      cases: ['某区机关存量公文转换90万件（2024年）'],
      deliveryDays: 40,
    },
  },
  {
    key: 'cap-dbmigrate',
    firm: 'firm-dingqian',
    content: {
      kind: 'PRODUCT',
      name: '异构数据库迁移与一致性校验工具',
      summary: '从国外商业数据库迁往国产数据库，结构、存储过程与数据自动转换并比对。',
      description:
        '支持Oracle、SQL Server、DB2到达梦、人大金仓等目标库。对象转换率一般在九成以上，不能自动转换的列出改写建议。数据采用全量加日志增量同步，停机窗口可压缩到1小时内；附件和大字段分片校验，逐行比对后出具一致性报告。支持反向同步，发现问题时可回到原库。面向数据库管理员使用，不改造业务代码和界面。',
      technologyTags: ['数据库迁移', '增量同步', '一致性校验'],
      sectors: ['信创与基础软件', '数据要素'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '银河麒麟', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某社保业务库（2024年，12TB）'],
      deliveryDays: 45,
    },
  },
  {
    key: 'cap-mlps',
    firm: 'firm-panjia',
    content: {
      kind: 'SERVICE',
      name: '等级保护建设整改与安全运营',
      summary: '定级备案、差距分析、整改加固、日常监测和应急响应。',
      description:
        '协助单位完成定级、备案和测评准备，对照等级保护要求逐条出具差距表，给出制度、配置、设备三方面整改方案并实施加固。运营阶段提供日志集中分析、漏洞扫描、弱口令核查和季度攻防演练，发现高危事件30分钟内电话通报。测评由具备资质的独立机构承担，公司不出具测评结论。可按系统数量或年度打包。',
      technologyTags: ['等级保护', '安全加固', '安全运营', '漏洞管理'],
      sectors: ['网络安全', '政务服务'],
      adaptedPlatforms: ['银河麒麟', '统信UOS'],
      firstVersion: false,
      cases: ['某区政务云租户32个系统（2025年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-agent',
    firm: 'firm-wenyuan',
    content: {
      kind: 'PRODUCT',
      name: '智能体编排与模型服务平台',
      summary: '统一接入多种大模型，以图形方式搭建业务智能体，带权限与审计。',
      description:
        '业务人员用拖拽方式组合知识检索、表格计算、接口调用和人工确认等节点，测试通过后发布为网页、接口或即时通信应用。平台统一管理模型版本、并发配额和敏感词策略，问答全程留痕。自带提示词评测工具，可用单位自己的问题集比较不同模型。本身不含具体行业流程和业务数据，需由用户或集成商二次开发。',
      technologyTags: ['智能体', '大模型平台', '流程编排', '模型管理'],
      sectors: ['企业服务', '政务服务', '数据要素'],
      adaptedPlatforms: ['鲲鹏', '昇腾', '银河麒麟', '达梦'],
      firstVersion: true,
      cases: ['某国有企业内部助手（2025年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-datagov',
    firm: 'firm-qiluo',
    content: {
      kind: 'SOLUTION',
      name: '公共数据归集与质量治理',
      summary: '数据目录编制、汇聚清洗、质量核查和共享接口发布。',
      description:
        '从业务系统梳理字段和责任部门，编制目录并与市级目录对齐；按主题建立人口、法人、空间基础库，质量规则覆盖完整、唯一、及时、一致四个方面，问题数据退回源头部门整改。共享接口统一登记、限流和计量，敏感字段脱敏后提供。交付物含数据标准、质量月报和运维手册。适用于区县数据主管部门，也可服务单个委办局的专题库建设。',
      technologyTags: ['数据治理', '数据目录', '质量核查', '共享交换'],
      sectors: ['数据要素', '政务服务'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某区法人专题库（2024年）'],
      deliveryDays: 120,
    },
  },
  {
    key: 'cap-testing',
    firm: 'firm-cedu',
    content: {
      kind: 'SERVICE',
      name: '软件验收测试与性能评估',
      summary: '功能、性能、兼容性第三方测试，出具测试报告。',
      description:
        '依据合同和需求说明编写测试大纲，经双方确认后执行，缺陷分级登记并跟踪复测。性能测试可模拟最高5000并发，给出瓶颈位置和调优建议；兼容性覆盖主流国产操作系统、浏览器和移动终端。一般项目7至15个工作日完成。公司保持独立，不参与被测系统的开发和销售。另可为企业提供测试人员外派与测试体系咨询。',
      technologyTags: ['软件测试', '性能测试', '兼容性测试'],
      sectors: ['企业服务', '信创与基础软件'],
      adaptedPlatforms: ['银河麒麟', '统信UOS'],
      firstVersion: false,
      cases: ['某区信息化项目验收测试17个（2025年）'],
      deliveryDays: 15,
    },
  },
  {
    key: 'cap-harmony',
    firm: 'firm-hongzhan',
    content: {
      kind: 'SERVICE',
      name: '开源鸿蒙终端系统定制与应用移植',
      summary: '为行业终端裁剪系统、开发驱动，并把现有安卓应用移植到开源鸿蒙。',
      description:
        '面向自助机、工业平板、手持终端和家电厂商，完成开源鸿蒙系统裁剪、板级驱动、外设适配和兼容性测评送检。应用移植先做接口差异扫描，界面层重写、业务逻辑复用，一般中等规模应用八至十二周完成。提供系统安全补丁三年维护。已有五种国产芯片平台的适配经验，可与设备厂商联合申报首版次产品。',
      technologyTags: ['开源鸿蒙', '系统裁剪', '驱动开发', '应用移植'],
      sectors: ['信创与基础软件', '工业制造', '企业服务'],
      adaptedPlatforms: ['开源鸿蒙'],
      firstVersion: true,
      cases: ['某政务自助终端厂商（2025年）'],
      deliveryDays: 80,
    },
  },
];
