import type { SampleCapability } from './sample-entry';

/** 楼宇、金融 */
export const BUILDING_FINANCE_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-hvac',
    firm: 'firm-tanji',
    content: {
      kind: 'SOLUTION',
      name: '中央空调群控寻优与机电托管',
      summary: '冷机、水泵、冷却塔和末端协同控制，附机电设备报修、保养与分项能耗管理。',
      description:
        '在原有楼宇自控之上增加寻优控制器，通过BACnet、Modbus读写设定值。以天气预报、历史负荷和人流作为输入，提前计算次日冷负荷，动态选择开机组合、供水温度和水泵频率；末端按温度反馈削减过冷区域。安全边界写在本地控制器，网络中断或数据异常时退回原有逻辑，值班员一键切换手动。随项目提供机电托管模块，含分项能耗日报、住户报修派单和保养计划。节能量按国际通行的测量与验证规程核算，可采用节能分成合作。',
      technologyTags: ['冷站群控', '负荷预测', '节能控制', '机电托管'],
      sectors: ['园区楼宇', '能源'],
      adaptedPlatforms: ['龙芯', '银河麒麟'],
      firstVersion: false,
      cases: ['某商务楼群3座冷站（2025年，核证节电15.3%）', '某医院门诊楼（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-facility',
    firm: 'firm-louyu',
    content: {
      kind: 'PRODUCT',
      name: '楼宇设备台账与工单运维系统',
      summary: '扫码报事、抢派结合、备件与维保计划管理，按响应时限考核物业。',
      description:
        '每台设备贴码建档，图纸、合同、维保记录随码可查。用户报事后依据设备类别和值班表派给工程人员，30分钟未响应转主管，完工须拍照并由报事人评价，用料和工时计入设备成本。年度维保自动拆成周计划，与工单负荷错开。故障知识库按同型号设备归纳常见原因，减少反复维修。多项目、多物业公司可在同一平台分别核算和比较。',
      technologyTags: ['设施运维', '报修工单', '维保计划', '设备台账'],
      sectors: ['园区楼宇', '住房城建'],
      adaptedPlatforms: ['银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某软件园8栋楼宇（2025年）', '某高校后勤（2024年）'],
      deliveryDays: 45,
    },
  },
  {
    key: 'cap-bim',
    firm: 'firm-goujing',
    content: {
      kind: 'PRODUCT',
      name: '轻量化BIM运维可视化引擎',
      summary: '将竣工模型轻量化，在浏览器中按楼层叠加设备、能耗、空间信息。',
      description:
        '没有竣工模型的老楼，可由二维图纸半自动翻模，一栋2万平方米楼宇约需一周。模型按构件编码与设备档案、传感器点位绑定，点击即看实时数值与历史曲线，告警时定位到房间。普通办公电脑无独立显卡也能流畅打开，大屏、电脑、平板共用一套场景。引擎只管展示与空间检索，数据来自客户已有系统，可通过接口二次开发。',
      technologyTags: ['BIM', '数字孪生', '轻量化', '三维可视化'],
      sectors: ['园区楼宇', '住房城建'],
      adaptedPlatforms: ['统信UOS', '银河麒麟'],
      firstVersion: true,
      cases: ['某会展中心运维大屏（2024年）'],
      deliveryDays: 50,
    },
  },
  {
    key: 'cap-leasing',
    firm: 'firm-qigu',
    content: {
      kind: 'PRODUCT',
      name: '园区资产租赁与招商管理软件',
      summary: '房源、客户跟进、合同、租金账单与入驻企业档案管理。',
      description:
        '以楼层销控图管理可租面积，招商人员登记意向、带看和报价，线索按阶段提醒跟进。合同到期、租金递增、免租期自动计算，账单推送到企业并核对到账。入驻企业档案记录行业、人数、纳税和服务诉求，可生成园区运营月报。水电费可按表计读数摊派到租户账单。适合国有平台公司和产业园区运营机构，按房源面积订阅。',
      technologyTags: ['资产租赁', '招商管理', '合同账单', '园区运营'],
      sectors: ['园区楼宇', '企业服务'],
      adaptedPlatforms: ['统信UOS'],
      firstVersion: false,
      cases: ['某区国有平台公司21处物业（2024年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-scorecard',
    firm: 'firm-xinheng',
    content: {
      kind: 'SOLUTION',
      name: '小微企业信贷智能风控平台',
      summary: '首贷、续贷评分卡与可解释决策，配套移动端贷前调查与报告生成。',
      description:
        '提供餐饮、加工制造、科技服务等九个行业的初始评分卡，用机构自有样本微调，逐变量给出加减分原因，可转换成对客说明。移动调查端引导客户经理拍摄经营现场、录入存货与流水要点，交叉核对后自动成文。模型监控按月计算区分度与群体稳定性，漂移即提示重训。可部署在联合计算环境内，以参数方式接入外部数据，不落地原始明细。额度建议仅供审批人参考，审批权限仍由银行流程控制。',
      technologyTags: ['信贷风控', '评分卡', '可解释模型', '移动展业'],
      sectors: ['金融'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟', '达梦'],
      firstVersion: false,
      cases: ['某农商行首贷专项（2025年）', '某融资担保公司（2024年）'],
      deliveryDays: 100,
    },
  },
  {
    key: 'cap-privacy',
    firm: 'firm-michuan',
    content: {
      kind: 'PRODUCT',
      name: '隐私计算一体机与联邦建模平台',
      summary: '多方安全计算、联邦学习和可信执行环境三种方式，原始数据留在各方本地。',
      description:
        '各参与方部署一台节点，样本对齐采用隐私求交，训练过程只交换加密梯度，预测可在线逐笔调用。用途、字段、次数在任务发起前由数据方审批，授权到期或撤回后任务自动停用。全部操作生成哈希存证，可选写入联盟链供监管核验。内置逻辑回归、树模型等常用算法，支持纵向与横向两种数据分布。通过国家级机构的产品安全检测，国产化节点性能与通用服务器相当。',
      technologyTags: ['隐私计算', '联邦学习', '多方安全计算', '存证'],
      sectors: ['数据要素', '金融', '医疗健康'],
      adaptedPlatforms: ['鲲鹏', '海光', '银河麒麟'],
      firstVersion: false,
      cases: ['某市公共数据与银行联合建模（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-profile',
    firm: 'firm-qiluo',
    content: {
      kind: 'SERVICE',
      name: '涉企数据治理与经营画像',
      summary: '整合公开与授权数据，形成企业经营稳定性、关联关系等指标。',
      description:
        '清洗工商登记、司法公告、招投标、专利、招聘等公开信息，在企业授权下补充水电缴费、社保人数、开票汇总等指标，统一到企业代码。输出近300项画像指标和股权、担保、上下游关系图，按月更新，变化项单独推送。银行、担保、园区可通过接口取用，也可委托做专题分析。指标含义、口径、来源附有说明书，便于模型使用方核验。',
      technologyTags: ['企业画像', '数据治理', '关系图谱', '指标服务'],
      sectors: ['金融', '数据要素', '企业服务'],
      adaptedPlatforms: ['达梦'],
      firstVersion: false,
      cases: ['某区金融服务中心企业白名单（2025年）'],
      deliveryDays: 40,
    },
  },
  {
    key: 'cap-postloan',
    firm: 'firm-xinheng',
    content: {
      kind: 'PRODUCT',
      name: '贷后风险早期预警',
      summary: '跟踪借款企业经营、司法、舆论与账户变动，分级提示客户经理。',
      description:
        '围绕偿债能力设置五类130余条预警规则，包括营业收入连续下滑、用电骤减、新增被执行、股权质押、关联企业出险等，命中后按红黄蓝分级推送，并附核查要点。客户经理须在时限内填写核查结论，逾期升级。规则阈值可按行业和授信金额调整，并用历史违约样本回测有效性。覆盖存量借款人的定期扫描，不参与新申请的授信评分。',
      technologyTags: ['贷后预警', '规则引擎', '风险监测'],
      sectors: ['金融'],
      adaptedPlatforms: ['鲲鹏', '达梦'],
      firstVersion: false,
      cases: ['某城商行小微条线（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-voucher',
    firm: 'firm-lianqi',
    content: {
      kind: 'SOLUTION',
      name: '区块链电子债权凭证平台',
      summary: '核心企业应付账款确权、拆分流转与融资的联盟链平台。',
      description:
        '核心企业在线确认应付账款后开具电子凭证，供应商可持有到期、向上游拆分支付，或转让给资金方融资。合同、发票、入库单上链并验重，避免一单多融。资金方通过接口查看贸易背景和凭证流转全程。支持与动产融资统一登记系统对接。底层为国产联盟链，节点由核心企业、银行和监管共同维护，适用于制造、建筑等链条较长的行业。',
      technologyTags: ['区块链', '供应链金融', '电子凭证', '应收账款'],
      sectors: ['金融', '工业制造', '数据要素'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟'],
      firstVersion: false,
      cases: ['某装备制造链主企业（2024年）'],
      deliveryDays: 75,
    },
  },
];
