import type { SampleCapability } from './sample-entry';

/** 充电安全、消防、应急 */
export const SAFETY_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-elevator',
    firm: 'firm-wanglou',
    content: {
      kind: 'SOLUTION',
      name: '电动车入梯阻止与楼道隐患识别处置',
      summary: '轿厢和楼道就地识别电动车、电瓶与飞线，联动梯控与播报，汇入充电告警并跟踪处置。',
      description:
        '终端装于轿厢顶角，本地推理，识别到整车或拎带电瓶时输出干接点信号使轿门保持开启，并播放提示音；对婴儿车、轮椅、平衡车做了专门区分。楼道版可接入原有网络摄像机，红外画面下同样可用，识别外墙垂线、楼梯间停车和门厅充电。报警仅保存事件前后短视频，人脸区域在设备端打码后再上传。平台可汇入各品牌充电插座的断电、超温告警，与识别事件一并派给物业和网格员，超时升级，复核后销号。',
      technologyTags: ['边缘智能', '电梯联动', '飞线识别', '隐私打码', '告警处置'],
      sectors: ['城市治理', '公共安全', '应急消防'],
      adaptedPlatforms: ['昇腾', '开源鸿蒙'],
      firstVersion: false,
      cases: ['某区老旧小区加装电梯212部（2025年）', '某物业集团46个小区（2024年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-socket',
    firm: 'firm-anqi',
    content: {
      kind: 'SOLUTION',
      name: '电瓶车集中充电安全监管',
      summary: '充电插座、换电柜与监管平台一体，逐口监测电气参数，异常即断并通知车主。',
      description:
        '每个插口独立计量，实时采集电流、电压、漏电和插头温度，出现短路、过载、功率突变、长时间浮充时在数秒内切断，断电原因以短信和小程序告知使用者。平台向街道和社区开放只读视图，按点位统计使用率、断电次数和离线设备，同一车辆反复异常会提示检查电池。可利旧改造市面多数插座箱，仅更换控制板；新装点位由公司勘察布线。夜间有人值守热线。',
      technologyTags: ['充电监测', '智能断电', '物联网', '电池安全'],
      sectors: ['城市治理', '应急消防', '能源'],
      adaptedPlatforms: ['开源鸿蒙'],
      firstVersion: false,
      cases: ['某街道116处充电点（2025年）'],
      deliveryDays: 40,
    },
  },
  {
    key: 'cap-electric',
    firm: 'firm-dianshao',
    content: {
      kind: 'PRODUCT',
      name: '智慧用电监测与电气火灾预警',
      summary: '监测线路剩余电流、线温、故障电弧，识别大功率与电瓶充电特征。',
      description:
        '导轨式探测器装入配电箱，一小时可装四户，不停业。除常规剩余电流和温度外，通过负荷波形辨识电弧以及电瓶充电、电热设备等特征，对商铺夜间无人时段的可疑负荷单独提示。告警按店主、电工、社区三级推送，可远程分闸（须经用户授权）。平台统计同类商户的用电规律，给出线路老化程度参考，便于安排重点检查。',
      technologyTags: ['用电监测', '剩余电流', '电弧探测', '负荷识别'],
      sectors: ['应急消防', '公共安全', '商贸物流'],
      adaptedPlatforms: ['银河麒麟'],
      firstVersion: false,
      cases: ['某老商业街430户商铺（2024年）'],
      deliveryDays: 35,
    },
  },
  {
    key: 'cap-evcharge',
    firm: 'firm-chiyuan',
    content: {
      kind: 'PRODUCT',
      name: '新能源汽车充换电站运营管理平台',
      summary: '汽车充电桩、换电站的接入、计费、清分和运维调度。',
      description:
        '支持国标交直流充电桩和换电站接入，提供扫码、即插即充、预约等启动方式，电费与服务费分时计价，多方自动清分。充电过程中监测电池电压、温度与绝缘状态，超限主动停机。运维端对离线、低利用率桩自动派单。面向公交、网约车、物流车队提供集中充电排程，可参与电网需求响应。已接入各类站点780余座。',
      technologyTags: ['充电运营', '计费清分', '有序充电', '充电安全'],
      sectors: ['能源', '交通出行'],
      adaptedPlatforms: ['鲲鹏', '达梦'],
      firstVersion: false,
      cases: ['某公交集团23座场站（2024年）'],
      deliveryDays: 90,
    },
  },
  {
    key: 'cap-grid',
    firm: 'firm-zhongheng',
    content: {
      kind: 'PRODUCT',
      name: '网格事件流转小程序',
      summary: '社区事件上报、派发、处置、核查全流程，接入感知设备告警。',
      description:
        '设备告警、居民随手拍、网格员巡查三类来源统一立案，按距离与职责派给网格员、物业或执法队，时限由街道自定，到期逐级提示。处置前后照片自动比对，防止旧图充数；办结须由另一人核查。与市级基层智治平台事件编码一致，可双向同步。街道按社区、事项、时段看多发点位，生成例会材料。',
      technologyTags: ['网格治理', '事件闭环', '小程序', '任务派发'],
      sectors: ['城市治理', '公共安全'],
      adaptedPlatforms: ['飞腾', '银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某区14个街镇（2024年）'],
      deliveryDays: 40,
    },
  },
  {
    key: 'cap-smoke',
    firm: 'firm-yanqiao',
    content: {
      kind: 'SOLUTION',
      name: '联网烟感与消防物联值守',
      summary: '独立式烟感、手报、水压表统一联网，电话逐级外呼，图像复核后转警。',
      description:
        '双光路烟感可区分烹饪油烟、水汽与明火烟，电池寿命十年，自检离线即报。报警后平台并行拨打户主与楼栋志愿消防员电话，无人按键确认则依次呼叫物业、街道和就近消防站；附近有摄像机的自动调出画面复核。消火栓、喷淋末端加装无线压力表，压力不足当场提示并定位到楼层。可委托7×24小时值守中心，每月出具设备在线率与误报分析。',
      technologyTags: ['烟感', '消防物联网', 'NB-IoT', '分级外呼'],
      sectors: ['应急消防', '公共安全'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟'],
      firstVersion: false,
      cases: ['某市老旧住宅1.8万户（2024年）', '某区沿街商铺3200家（2025年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-smokevideo',
    firm: 'firm-wanglou',
    content: {
      kind: 'PRODUCT',
      name: '视频烟火与通道占用智能分析',
      summary: '对既有摄像机画面做烟雾、明火、堵塞消防通道、杂物堆积识别。',
      description:
        '算法盒子挂接现有网络录像机，一台处理32路，不更换前端。烟火识别结合运动纹理与颜色时序，对灯光、蒸汽、反光衣做了负样本训练；通道占用先画区域、后计时，临时停靠不报。堆积物按体积变化判断新增，推送带红框的前后对比图。告警接口开放，可与烟感信号互相印证，两者一致时提高等级。',
      technologyTags: ['视频分析', '烟火识别', '通道占用', '杂物识别'],
      sectors: ['应急消防', '城市治理', '园区楼宇'],
      adaptedPlatforms: ['昇腾', '飞腾'],
      firstVersion: false,
      cases: ['某高层小区群64栋（2025年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-inspection',
    firm: 'firm-yinan',
    content: {
      kind: 'SERVICE',
      name: '小场所安全巡查与风险画像服务',
      summary: '巡查软件加驻点安全员，检查、整改、复查全程电子化，月度更新风险画像。',
      description:
        '按餐饮、洗浴、民宿、修理等23类业态预置检查表，扫店铺二维码即带出上次问题，拍照取证、现场签收整改通知，逾期自动列入复查计划，屡改屡犯的缩短检查间隔。公司持证安全员可受托开展巡查并对店主做面对面讲解。把检查结果、业态、建筑年代、报警次数综合成高中低三档画像，逐条写明扣分原因，供监管部门安排力量。',
      technologyTags: ['安全巡查', '整改复查', '风险画像', '移动执法'],
      sectors: ['应急消防', '公共安全', '市场监管'],
      adaptedPlatforms: [],
      firstVersion: true,
      cases: ['某街道九小场所1140家（2025年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-waterpressure',
    firm: 'firm-dianshao',
    content: {
      kind: 'PRODUCT',
      name: '消防水系统无线监测套件',
      summary: '消火栓、喷淋、水箱水池的压力与液位无线监测，电池供电。',
      description:
        '包括栓口压力帽、管网压力计、水箱液位计和泵房状态采集器四种设备，NB-IoT上传，正常每两小时一报，压力骤降或液位过低立即上报。安装不需动火，平均每点20分钟。平台按楼栋系统图展示，区分缺水、停泵、阀门关闭三种原因，并保存出水试验记录。可单独使用，也可通过标准接口并入街道或物业的消防平台。',
      technologyTags: ['消防水压', '液位监测', 'NB-IoT', '低功耗'],
      sectors: ['应急消防', '园区楼宇'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某物业公司28栋高层（2024年）'],
      deliveryDays: 25,
    },
  },
  {
    key: 'cap-hazchem',
    firm: 'firm-gulei',
    content: {
      kind: 'SOLUTION',
      name: '危化品企业重大危险源监测预警',
      summary: '储罐、装置、库区的工艺参数和视频集中监测，风险分级预警。',
      description:
        '接入液位、温度、压力、可燃气体等实时数据，与企业安全仪表系统只读对接，按重大危险源评估办法计算动态风险值，红橙黄蓝四级推送至企业负责人和监管人员。双重预防机制中的风险单元、管控措施、隐患排查任务一体管理，特殊作业票电子化审批。视频识别人员离岗、未戴安全帽、泄漏白雾。系统遵循国家危险化学品安全风险监测数据规范。',
      technologyTags: ['重大危险源', '风险预警', '双重预防', '特殊作业'],
      sectors: ['应急消防', '工业制造'],
      adaptedPlatforms: ['飞腾', '银河麒麟', '达梦'],
      firstVersion: false,
      cases: ['某化工园区18家企业（2024年）'],
      deliveryDays: 110,
    },
  },
  {
    key: 'cap-command',
    firm: 'firm-gulei',
    content: {
      kind: 'SOLUTION',
      name: '区县应急指挥一张图',
      summary: '汇聚预案、队伍、物资、避难场所和现场视频，支撑会商与调度。',
      description:
        '以地理信息底图串联值班、预警、会商、调度、评估五个环节。事件发生后按类型自动列出应启动的预案步骤、可到达的队伍和物资，估算到场时间；通过单兵、布控球和电话会议把现场画面接入。转移安置模块可登记村社人员名册，逐户确认。灾后自动生成时间轴和处置报告。定位于指挥调度层，前端感知由其他系统提供。',
      technologyTags: ['应急指挥', '地理信息', '预案数字化', '融合通信'],
      sectors: ['应急消防', '公共安全', '水利水务'],
      adaptedPlatforms: ['鲲鹏', '飞腾', '银河麒麟', '达梦'],
      firstVersion: false,
      cases: ['某区应急指挥中心（2024年）'],
      deliveryDays: 120,
    },
  },
];
