import type { SampleCapability } from './sample-entry';

/** 河道与低空、文旅 */
export const WATER_CULTURE_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-drone',
    firm: 'firm-yiheng',
    content: {
      kind: 'SOLUTION',
      name: '无人机机场组网巡检服务',
      summary: '自动机库、航线管理、空域报备与影像识别一体，适合河道、林区、道路。',
      description:
        '机库在坡地和楼顶均可安装，换电后8分钟内再次起飞，单点覆盖半径约7公里，可跨库接力。航线随地形仿飞，峡谷弱信号区段预置自主返航点。空域申请、飞行日志和实名登记由系统代办。回传影像自动识别漂浮物、违建、采砂船、垂钓人员和排水口异常水色，带坐标和截图形成任务，复飞后同位置叠加比对。可购置设备，也可按飞行架次购买服务。',
      technologyTags: ['无人机机场', '自动巡检', '航线规划', '影像识别', '低空经济'],
      sectors: ['水利水务', '城市治理', '生态环保', '应急消防'],
      adaptedPlatforms: ['昇腾', '银河麒麟'],
      firstVersion: false,
      cases: ['某区两条河流52公里巡护（2025年）', '某林场防火巡护（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-flood',
    firm: 'firm-chengxun',
    content: {
      kind: 'TECHNOLOGY',
      name: '山地城市洪涝耦合预报模型',
      summary: '产汇流、河道一维、管网一维与地表二维耦合，滚动预报水位和淹没。',
      description:
        '针对坡陡流急、汇流时间短的特点，采用分布式产流与GPU加速的二维水动力计算，100平方公里、5米网格的6小时预报约需3分钟。输入雷达短临降雨网格和遥测水雨情，每10分钟滚动一次，输出断面水位、积涝深度、到达时间，以及受淹道路、地块和人口估计。场次洪水结束后自动率定参数，给出误差报告。以接口方式供业务系统调用，也配有预报员操作台。',
      technologyTags: ['洪涝模型', '水动力', '短临降雨', '淹没分析', 'GPU计算'],
      sectors: ['水利水务', '应急消防', '城市治理'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟'],
      firstVersion: true,
      cases: ['某山区县小流域预报（2025年汛期）', '某区下穿道积水预报（2025年）'],
      deliveryDays: 120,
    },
  },
  {
    key: 'cap-rivervideo',
    firm: 'firm-mucheng',
    content: {
      kind: 'PRODUCT',
      name: '河道视频智能识别盒',
      summary: '固定摄像机画面中的漂浮物、采砂、垂钓、水尺读数识别。',
      description:
        '利用河长制已建的岸边摄像机，算法盒就近部署在杆下或机房，识别水面漂浮垃圾面积、船只采砂、禁钓区垂钓和人员涉水，夜间可用低照度模型。水尺识别误差约2厘米，可作为水位计的校核。事件带时间与点位推送河长制平台或微信群。断网时本地保存15天。适用于视线开阔、有固定杆位的河段，弯道与无杆河段需配合其他手段。',
      technologyTags: ['视频识别', '漂浮物', '水尺读数', '河长制'],
      sectors: ['水利水务', '生态环保'],
      adaptedPlatforms: ['昇腾'],
      firstVersion: false,
      cases: ['某区河长制视频点位76处（2024年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-telemetry',
    firm: 'firm-chengxun',
    content: {
      kind: 'PRODUCT',
      name: '水雨情遥测与汛情通知系统',
      summary: '雨量、水位遥测终端及阈值告警，短信、广播、电话同时通知。',
      description:
        '遥测终端兼容翻斗雨量计、雷达和压力式水位计，太阳能供电，4G与北斗短报文双通道，通信中断时改由北斗回报。平台按站点设置警戒与危险两级阈值，超限后自动给责任人打电话，并联动村社大喇叭播报。历史资料按水文资料整编规范导出。系统反映已经发生的水情，不做未来水位推算，可为预报模型供数。',
      technologyTags: ['遥测终端', '北斗短报文', '阈值告警', '水雨情'],
      sectors: ['水利水务', '应急消防'],
      adaptedPlatforms: ['龙芯', '银河麒麟'],
      firstVersion: false,
      cases: ['某县山洪灾害监测站点123处（2023年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-satellite',
    firm: 'firm-tianheng',
    content: {
      kind: 'SERVICE',
      name: '卫星遥感水环境普查服务',
      summary: '多源卫星影像反演水体范围、浊度与叶绿素，按月或按季出图。',
      description:
        '汇集十余颗公开及商业卫星数据，经大气校正后反演水体面积、浊度、叶绿素和疑似黑臭水体，宽度20米以上河段可分析。每期交付专题图、变化图斑表和野外核查建议，可追溯近八年变化。受云雨影响，西南地区平均每月可得一至两期有效影像，适合大范围普查与年度评估。另可提供岸线占用、植被覆盖等变化监测。',
      technologyTags: ['卫星遥感', '水质反演', '变化检测'],
      sectors: ['生态环保', '水利水务', '农业农村'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某流域水环境年度评估（2024年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-crowd',
    firm: 'firm-xiangmo',
    content: {
      kind: 'SOLUTION',
      name: '开放式街区客流密度感知与疏导',
      summary: '俯视计数与密度估计相结合，短时预测客流，生成分流方案并触达执勤人员。',
      description:
        '在高点视频上估计人群密度图，出入口用三维激光计数校准，不提取面部特征。按梯道、平台、巷口划分单元，逐分钟给出存量、流向与通过时长，结合天气、节假日和周边地铁出站量推演半小时后的走势。单元饱和度分三级，每级预置绕行线路、临时单行和布岗方案，经指挥员确认后发到执勤对讲和手机。游客端地图以多种语言同步提示拥挤单元与绕行线路，节后导出客源与停留统计。',
      technologyTags: ['客流密度', '短时预测', '激光计数', '疏导预案'],
      sectors: ['文旅', '公共安全', '交通出行'],
      adaptedPlatforms: ['昇腾', '银河麒麟'],
      firstVersion: false,
      cases: ['某历史街区国庆保障（2025年）', '某滨江观景带（2024年）'],
      deliveryDays: 60,
    },
  },
  {
    key: 'cap-guideapp',
    firm: 'firm-xiangmo',
    content: {
      kind: 'PRODUCT',
      name: '多语言伴游小程序',
      summary: '七种语言的问路、讲解与设施查询，讲解依据馆藏与方志资料生成。',
      description:
        '游客扫码即用，支持文字、语音和拍照提问，覆盖中、英、日、韩、泰、俄、西班牙语。讲解先由专家核定史实卡片，再由模型组织成不同时长和语气的版本，卡片没有的内容不作回答。山地步行导航标注台阶数、坡度、扶梯与电梯，可选少走台阶路线，母婴室、卫生间、充电宝一并查询。管理端可随时下线某条讲解，替换推荐路线。',
      technologyTags: ['多语言', '小程序', '语音讲解', '步行导航'],
      sectors: ['文旅'],
      adaptedPlatforms: ['开源鸿蒙'],
      firstVersion: true,
      cases: ['某古镇景区（2025年）'],
      deliveryDays: 50,
    },
  },
  {
    key: 'cap-signalling',
    firm: 'firm-huiji',
    content: {
      kind: 'SERVICE',
      name: '区域人口流动大数据分析',
      summary: '以脱敏位置数据分析来源地、驻留时长、游览路径与消费偏好。',
      description:
        '数据来自运营商脱敏汇总结果和合作支付机构的商圈统计，最小统计单元25人以下不输出，无法还原到个人。可回答外地游客占比、来自哪些城市、过夜与否、平均停留、下一站去向，以及餐饮、零售、住宿的消费结构。提供周报、节假日专报和接口，街区边界可自定义到百米级。历史数据可回溯24个月，便于评估一次活动带来的变化。',
      technologyTags: ['位置大数据', '客源分析', '消费分析', '数据服务'],
      sectors: ['文旅', '商贸物流', '数据要素'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某商圈月度客群分析（2025年）'],
      deliveryDays: 15,
    },
  },
  {
    key: 'cap-arstory',
    firm: 'firm-shiti',
    content: {
      kind: 'SERVICE',
      name: '老街区三维复原与增强现实内容制作',
      summary: '对历史建筑测绘建模，制作手机增强现实和短片内容。',
      description:
        '团队由建筑测绘、影视美术和程序人员组成，承接从扫描、建模、脚本到上线的全过程。用激光扫描与航拍取得现状，参照老照片和口述史复原旧貌，可在手机镜头中叠加显示，也可输出为展馆影片、明信片互动码。交付内容附史料出处清单，版权归委托方。单个点位制作周期约三周，无需在现场安装固定设备。',
      technologyTags: ['增强现实', '三维扫描', '数字内容'],
      sectors: ['文旅', '数字内容'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某老码头记忆馆（2024年）'],
      deliveryDays: 45,
    },
  },
];
