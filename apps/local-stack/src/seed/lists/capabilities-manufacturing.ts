import type { SampleCapability } from './sample-entry';

/** 制造与车载软件 */
export const MANUFACTURING_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-mes',
    firm: 'firm-liheng',
    content: {
      kind: 'PRODUCT',
      name: '砺衡金属加工行业MES',
      summary: '面向铝、铜、钢材深加工车间的制造执行系统，覆盖派工、报工、在制品和批次追溯。',
      description:
        '按金属加工的炉批管理习惯设计：一根棒料锯切成多支、一炉对应多单时，批次关系自动拆合，正向可查去向，反向可查来料。工位终端支持扫码、刷卡和称重自动报工，缺料、换模、质检等待分别计时，班后生成产量与工时日报。提供与主流财务和库存软件的双向接口模板，物料主数据以企业现有系统为准。部署可选单机或集群，离线状态下工位数据本地暂存，恢复后补传。',
      technologyTags: ['MES', '批次追溯', '扫码报工', '在制品管理'],
      sectors: ['工业制造'],
      adaptedPlatforms: ['银河麒麟', '达梦', '人大金仓'],
      firstVersion: false,
      cases: ['某铝型材企业两个挤压车间（2025年验收）', '某铜管企业拉拔车间（2024年验收）'],
      deliveryDays: 150,
    },
  },
  {
    key: 'cap-aps',
    firm: 'firm-liheng',
    content: {
      kind: 'PRODUCT',
      name: '砺衡APS高级计划与排产软件',
      summary: '以约束规划算法编排多工序有限产能计划，支持插单、换型优化和多方案比较。',
      description:
        '把模具寿命、机台吨位、合金牌号切换、时效炉装炉量等写成约束条件，一次计算给出按小时的机台计划和齐套情况。急单插入时只重排受影响的工段，并列出被推迟的订单供计划员取舍。目标可在交期、换型次数、设备负荷之间调节。与多种MES对接，完工回报后自动滚动。在1200张在制订单、18台机床的规模下，全量计算约4分钟。',
      technologyTags: ['APS', '有限产能排程', '运筹优化', '插单模拟'],
      sectors: ['工业制造'],
      adaptedPlatforms: ['银河麒麟'],
      firstVersion: true,
      cases: ['某摩托车零部件企业机加车间（2025年试运行）'],
      deliveryDays: 120,
    },
  },
  {
    key: 'cap-pdm',
    firm: 'firm-tinglan',
    content: {
      kind: 'SOLUTION',
      name: '旋转与液压设备预测性维护',
      summary: '无线振动、油液和压力传感器配合机理与数据模型，提前判断轴承、泵阀、电机的劣化。',
      description:
        '传感器磁吸安装、电池供电三年以上，不需要改动设备电气线路。边缘侧计算频谱和包络特征，服务器端比对轴承、齿轮、柱塞泵等42类失效模式，给出部位、严重程度和建议检修时间；油温与压力脉动用来识别液压系统内泄。预警按置信度分级，检修人员反馈的真伪回写模型，误报逐月收敛。已积累冶金、水泥、轨道交通等行业约3.1万台设备的劣化样本。',
      technologyTags: ['预测性维护', '振动分析', '油液监测', '边缘计算'],
      sectors: ['工业制造', '能源', '水利水务'],
      adaptedPlatforms: ['飞腾', '银河麒麟'],
      firstVersion: false,
      cases: ['某铝加工企业9台挤压机液压站（2025年）', '某水泥企业窑尾风机群（2024年）'],
      deliveryDays: 90,
    },
  },
  {
    key: 'cap-gateway',
    firm: 'firm-chuanche',
    content: {
      kind: 'PRODUCT',
      name: '多协议工业数据采集网关',
      summary: '接入主流控制器与仪表，统一转为OPC UA或MQTT上送，断点续传。',
      description:
        '内置180余种控制器、数控系统和仪表的通信协议，点位用表格导入即可生效，不需要编写程序。采集周期最小50毫秒，本地可缓存72小时。带只读隔离模式，避免误写控制器参数。硬件为导轨式无风扇结构，工作温度零下20至65摄氏度，适合粉尘和高温车间。提供配置、升级和健康状态的集中管理页面，一名工程师可维护数百台。',
      technologyTags: ['数据采集', '工业网关', 'OPC UA', 'MQTT'],
      sectors: ['工业制造', '能源'],
      adaptedPlatforms: ['龙芯', '开源鸿蒙'],
      firstVersion: false,
      cases: ['某汽车零部件园区320台设备联网（2024年）'],
      deliveryDays: 45,
    },
  },
  {
    key: 'cap-surface',
    firm: 'firm-mucheng',
    content: {
      kind: 'PRODUCT',
      name: '铝型材表面缺陷在线检测设备',
      summary: '线阵相机与多角度光源成像，识别划伤、起皮、色差、气泡等十一类表面缺陷。',
      description:
        '检测工位跨装在喷涂或精锯线上方，型材通过速度每分钟30米时，可分辨0.2毫米宽的细划痕。缺陷图像、位置和长度随型材编号存档，联动下游喷码或分拣机构。小样本训练工具让质检员自行增加新缺陷，一般40张样图可用。对高反光的阳极氧化面采用偏振成像，降低误判。软件单独授权，也可连同机架、光源整机交付。',
      technologyTags: ['机器视觉', '表面缺陷检测', '小样本学习'],
      sectors: ['工业制造'],
      adaptedPlatforms: ['昇腾'],
      firstVersion: true,
      cases: ['某建筑铝材企业喷涂线（2025年）'],
      deliveryDays: 75,
    },
  },
  {
    key: 'cap-erp',
    firm: 'firm-zhangheng',
    content: {
      kind: 'PRODUCT',
      name: '账衡中小企业ERP',
      summary: '财务、采购、销售、库存一体的企业资源计划软件，按模块订阅。',
      description:
        '适合50至500人的制造和商贸企业。总账、往来、税票、成本、进销存共用一套主数据，月结一般可在两天内完成。采购支持询比价和到货检验，销售支持信用额度控制，库存支持批次与效期。标准接口可与车间管理软件交换物料、库存和完工数据，但不含工序级派工与设备联网功能。提供云端订阅和本地部署两种方式。',
      technologyTags: ['ERP', '财务', '进销存', '成本核算'],
      sectors: ['企业服务', '工业制造', '商贸物流'],
      adaptedPlatforms: ['统信UOS', '达梦'],
      firstVersion: false,
      cases: ['某五金制品企业（2023年）', '某食品商贸企业（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-carbon',
    firm: 'firm-tanji',
    content: {
      kind: 'SOLUTION',
      name: '工厂与园区能碳管理',
      summary: '电、水、气、热分级计量，核算产品和园区碳排放，给出削峰和节能线索。',
      description:
        '从总表到工段、楼层逐级建立计量树，自动发现表计缺数、倒走和不平衡，把无主用量压缩到5%以内。能耗与产量、面积、气温关联，异常时段和空载用量按金额排序推送。碳排放按国家发布的行业核算方法取数，凭证可溯源，便于第三方核查。可读取既有电表、流量计，也可补装无线计量模块。系统负责算账和提示，不直接控制生产设备。',
      technologyTags: ['能耗监测', '碳核算', '分级计量', '用能诊断'],
      sectors: ['能源', '工业制造', '园区楼宇'],
      adaptedPlatforms: ['银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某机电产业园11家企业（2025年）'],
      deliveryDays: 90,
    },
  },
  {
    key: 'cap-cockpit',
    firm: 'firm-jiayu',
    content: {
      kind: 'TECHNOLOGY',
      name: '智能座舱多屏交互软件框架',
      summary: '为整车企业提供仪表、中控、抬头显示统一渲染与语音交互的车载软件底座。',
      description:
        '一套图形引擎驱动三至五块屏幕，仪表区满足功能安全启动时间要求，娱乐区崩溃不影响行车信息显示。语音、触控、方向盘按键的焦点统一管理，减少驾驶分心。提供主题编辑器，设计师调整界面后无需重新编译。支持整车在线升级的差分包生成与回滚。已适配三款主流座舱芯片，随车型量产交付，可承担定制开发与台架测试。',
      technologyTags: ['智能座舱', '车载软件', '人机交互', '在线升级'],
      sectors: ['工业制造', '交通出行'],
      adaptedPlatforms: ['开源鸿蒙'],
      firstVersion: false,
      cases: ['某自主品牌新能源轿车（2025年量产）'],
      deliveryDays: 240,
    },
  },
];
