import type { SampleCapability } from './sample-entry';

/** 政务服务、热线、基层 */
export const GOVERNMENT_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-guide',
    firm: 'firm-yunque',
    content: {
      kind: 'PRODUCT',
      name: '政务智能导办助手',
      summary: '以多轮问答帮办事人选定情形，生成个性化办事清单，接入小程序、自助机和窗口。',
      description:
        '把办事指南拆成“事项—情形—条件—材料”的决策图，大模型只负责听懂口语和组织追问，情形结论由决策图得出，因而每一步都能说清依据。遇到指南未覆盖的问法转人工，并记入待补问题单。后台由业务科室维护，调整条件后可先在沙箱里回放历史对话再上线。已沉淀市场监管、卫生健康、城市管理等领域380个事项模板，可直接修改使用。',
      technologyTags: ['智能导办', '大语言模型', '决策图', '多轮对话'],
      sectors: ['政务服务'],
      adaptedPlatforms: ['鲲鹏', '昇腾', '银河麒麟', '达梦'],
      firstVersion: false,
      cases: ['某主城区政务大厅（2025年）', '某县级政务服务中心（2024年）'],
      deliveryDays: 100,
    },
  },
  {
    key: 'cap-precheck',
    firm: 'firm-langshi',
    content: {
      kind: 'SOLUTION',
      name: '申办资料智能预审',
      summary: '问答式确定办理情形，再用OCR与规则对证照、表单逐项审验，窗口可复核。',
      description:
        '前半段用五六句问答锁定办理情形，后半段对拍照或扫描上传的文件做版面分析：分页归类，查漏页、模糊、倒置，抽取证号、有效期、地址、法定代表人等字段，与表单及已共享的证照数据比对。审验结论挂接条文，窗口人员点选同意或改判，改判样本进入规则优化队列。规则以表格方式配置，业务科室培训半天即可上手。识别与推理均可在本地服务器完成。',
      technologyTags: ['OCR', '智能预审', '规则引擎', '版面分析'],
      sectors: ['政务服务', '市场监管'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '银河麒麟'],
      firstVersion: false,
      cases: ['某区行政审批部门26个事项（2025年）'],
      deliveryDays: 80,
    },
  },
  {
    key: 'cap-onething',
    firm: 'firm-yunque',
    content: {
      kind: 'SOLUTION',
      name: '“一件事”集成审批协同平台',
      summary: '多部门联办事项的统一受理、并联流转与进度跟踪。',
      description:
        '以申请人视角合并多张申请表，同一字段只填一次，受理后拆分给各部门业务系统并行办理，任何一家补正都回到同一入口。牵头部门可看到各环节用时，超时自动提醒。平台与省市两级统一受理平台对接，支持综窗、网办和移动端三种来源。流程建模采用图形方式，新增一件事平均5个工作日完成配置。',
      technologyTags: ['并联审批', '流程编排', '统一受理', '电子表单'],
      sectors: ['政务服务'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '银河麒麟', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某区开餐馆、新生儿等12个“一件事”（2024年）'],
      deliveryDays: 120,
    },
  },
  {
    key: 'cap-licence',
    firm: 'firm-zhenglian',
    content: {
      kind: 'PRODUCT',
      name: '电子证照共享核验服务',
      summary: '对接省市证照库，为业务系统提供证照调用、真伪核验和有效期比对接口。',
      description:
        '一次接入即可按统一社会信用代码或身份证号查询本人授权的证照，返回结构化字段和加盖电子印章的版式文件。调用前弹出授权页，调用后向持证人发送用途提醒，所有记录留存三年备查。针对存量纸质证照，提供扫描件与库内数据的一致性比对。并发能力每秒300次，已用于市场监管、人社、公积金等部门的业务系统。',
      technologyTags: ['电子证照', '授权核验', '接口服务'],
      sectors: ['政务服务', '数据要素'],
      adaptedPlatforms: ['飞腾', '银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某区证照共享专区（2024年）'],
      deliveryDays: 45,
    },
  },
  {
    key: 'cap-knowledge',
    firm: 'firm-wenyuan',
    content: {
      kind: 'PRODUCT',
      name: '政策知识库与问答引擎',
      summary: '把文件、指南、案例整理成可追溯的知识库，供坐席、窗口和公众查询。',
      description:
        '自动拆分文件条款，标注施行日期、适用对象和废止关系，问答时只引用现行有效条款，并给出原文链接。同一问题面向公众与面向工作人员可返回详略两种口径。对于无法回答的问题如实说明，不作推断。内容更新走“拟稿、审核、发布”三步，审核记录可导出。可作为独立站点，也可通过接口嵌入坐席系统和办事页面。',
      technologyTags: ['知识库', '检索增强生成', '政策问答'],
      sectors: ['政务服务', '企业服务'],
      adaptedPlatforms: ['昇腾', '银河麒麟', '达梦'],
      firstVersion: true,
      cases: ['某开发区惠企政策问答（2025年）'],
      deliveryDays: 50,
    },
  },
  {
    key: 'cap-dispatch',
    firm: 'firm-zhongheng',
    content: {
      kind: 'SOLUTION',
      name: '12345热线工单智能转办与督办系统',
      summary: '工单要素抽取、智能转办、重复合并、办理质量评价与热点预警一体化。',
      description:
        '模型在部门权责清单、历史转派和退单记录上训练，给出首选单位、备选单位和同类先例，派单员确认或更改后即时学习。地名模块收录俗称、老地名和楼盘别名，能把方位式描述落到社区网格。工单之间按事由、位置、时间比对，自动归为同一事件；增速异常时推送热点预警单。回访前先评估办理答复与原诉求是否对应，套话和避答会被标出。支持政务外网全量本地部署，提供驻场调优。',
      technologyTags: ['工单转办', '自然语言处理', '热点预警', '办理质效'],
      sectors: ['政务服务', '城市治理'],
      adaptedPlatforms: ['鲲鹏', '昇腾', '银河麒麟', '达梦'],
      firstVersion: false,
      cases: ['某市辖区热线平台（2025年，月均3万件）', '某县热线与网格融合项目（2024年）'],
      deliveryDays: 120,
    },
  },
  {
    key: 'cap-opinion',
    firm: 'firm-ciyuan',
    content: {
      kind: 'TECHNOLOGY',
      name: '社情民意文本聚类与趋势分析',
      summary: '对工单、信箱、意见征集等短文本做主题聚类、相似归集和异常增长检测。',
      description:
        '采用层次主题模型处理口语短文本，不需要预先定义类目，每日自动形成主题树并给主题命名。相似文本归集兼顾语义、地点和时间三个维度，可把“水管爆了”“楼道淌水”归到一起。对每个主题建立基线，偏离时提示起点、扩散范围和代表性原话。结果以接口和周报两种形式提供，人工可合并、拆分主题，调整会被记住。',
      technologyTags: ['文本聚类', '主题模型', '异常检测', '语义相似'],
      sectors: ['政务服务', '城市治理'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟'],
      firstVersion: true,
      cases: ['某区人民建议征集分析（2025年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-agentassist',
    firm: 'firm-lingchuan',
    content: {
      kind: 'PRODUCT',
      name: '川渝方言语音识别与坐席助手',
      summary: '实时转写川渝方言通话，自动填写登记要素，提示追问要点。',
      description:
        '声学模型使用约9000小时川渝各地授权语料训练，嘈杂环境下重庆话字准确率93%左右。通话过程中实时显示双方文字，来电人提到时间、地点、人员、诉求时自动填入登记项，缺项在挂机前提示坐席追问。挂机后几秒内给出摘要，坐席改动会用于个性化热词。只需从话务系统旁路取得语音流，不改变原有呼叫流程，可在两台国产服务器上支撑60路并发。',
      technologyTags: ['语音识别', '方言识别', '坐席辅助', '通话摘要'],
      sectors: ['政务服务', '企业服务'],
      adaptedPlatforms: ['鲲鹏', '昇腾', '银河麒麟'],
      firstVersion: false,
      cases: ['某供水企业客服中心（2024年）', '某区热线坐席（2025年）'],
      deliveryDays: 45,
    },
  },
  {
    key: 'cap-onetable',
    firm: 'firm-zhongheng',
    content: {
      kind: 'PRODUCT',
      name: '基层报表“一表通”',
      summary: '村社数据一次采集、多次复用，自动生成上级所需报表。',
      description:
        '把常用报表拆成人、房、企、事四类基础数据项，谁掌握谁更新，报送时系统自动取数，只需补充差异项。报表任务由街道统一准入，重复或无依据的要表会被拦下并提示。手机端支持语音录入和批量修改，离线可用。数据变更留痕，镇街可按村社查看更新率。与基层智治平台的人员、网格编码保持一致。',
      technologyTags: ['报表减负', '数据复用', '移动采集'],
      sectors: ['城市治理', '政务服务'],
      adaptedPlatforms: ['飞腾', '银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某区9个街道（2025年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-wordofmouth',
    firm: 'firm-ciyuan',
    content: {
      kind: 'SERVICE',
      name: '网络口碑与公开信息监测服务',
      summary: '持续采集点评、论坛、短视频评论等互联网公开内容，形成口碑与舆情简报。',
      description:
        '服务团队按委托主题配置来源和关键词，每日两次人工核校，剔除营销与重复内容。简报列出声量走势、正负面观点、传播账号类型和需要回应的具体问题；突发情况1小时内电话提示。适合景区、商圈、品牌企业了解外部评价，也可用于活动前后对比。全部采集公开内容，遵守网站协议，不涉及个人账号信息的收集。',
      technologyTags: ['舆情监测', '口碑分析', '互联网采集'],
      sectors: ['文旅', '商贸物流', '企业服务'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某商圈促消费活动监测（2025年）'],
      deliveryDays: 10,
    },
  },
];
