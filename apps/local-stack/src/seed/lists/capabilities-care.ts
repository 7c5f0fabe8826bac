import type { SampleCapability } from './sample-entry';

/** 医疗、教育、养老 */
export const CARE_CAPABILITIES: SampleCapability[] = [
  {
    key: 'cap-pacs',
    firm: 'firm-lanying',
    content: {
      kind: 'PRODUCT',
      name: '区域医学影像云',
      summary: '放射、超声影像集中存储、远程诊断和检查结果互认。',
      description:
        '基层医院拍片后影像自动上传区域中心，上级医师在线书写报告，DR、CT、磁共振和超声统一归档，历史影像可对照阅读。检查互认模块按项目和时限判断是否可免重复检查，医师选择不互认须填写理由。患者凭授权码在手机查看。存储采用在线、近线两级，压缩符合医学影像通信标准。目前服务放射与超声两个专业，已接入62台设备，日均上传检查约1900例。',
      technologyTags: ['PACS', '影像云', '远程诊断', '检查互认'],
      sectors: ['医疗健康'],
      adaptedPlatforms: ['鲲鹏', '银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某县医共体14家机构（2024年）'],
      deliveryDays: 90,
    },
  },
  {
    key: 'cap-followup',
    firm: 'firm-bankang',
    content: {
      kind: 'SERVICE',
      name: '慢病患者电话随访与健康提醒',
      summary: '人工与智能外呼结合，完成高血压、糖尿病等随访记录与异常转介。',
      description:
        '根据家庭医生团队提供的名单和随访周期，系统拨打电话询问血压、血糖、服药与不适症状，自动形成随访记录表；三次未接、指标超限或患者表达异常的，转护士坐席回拨，必要时联系家庭医生。语音采用普通话与重庆话两种。按服务人次结算，记录可回写基层卫生信息系统。专注慢病健康管理，可扩展生日问候、疫苗提醒等简单外呼。',
      technologyTags: ['智能外呼', '慢病管理', '随访'],
      sectors: ['医疗健康', '养老民政'],
      adaptedPlatforms: [],
      firstVersion: false,
      cases: ['某社区卫生服务中心2.6万名签约居民（2025年）'],
      deliveryDays: 20,
    },
  },
  {
    key: 'cap-classroom',
    firm: 'firm-zhitang',
    content: {
      kind: 'PRODUCT',
      name: '课堂教学行为分析与备课助手',
      summary: '为教师提供课堂节奏回顾、提问分布和教案生成，服务校本教研。',
      description:
        '课后上传课堂录像，自动切分讲授、讨论、练习等环节，统计师生话语比例与提问层次，形成只对教师本人可见的回顾报告。备课助手依据教材章节和校本资源生成教案、分层练习与板书草案，教师修改后进入校内资源库。学生面部在本地即被模糊处理，不采集学生个体评价。适配多种录播设备，按学校年度授权。',
      technologyTags: ['课堂分析', '备课助手', '教研'],
      sectors: ['教育'],
      adaptedPlatforms: ['统信UOS', '银河麒麟'],
      firstVersion: true,
      cases: ['某区7所小学教研组（2025年）'],
      deliveryDays: 30,
    },
  },
  {
    key: 'cap-radar',
    firm: 'firm-weilan',
    content: {
      kind: 'PRODUCT',
      name: '毫米波雷达居家安全监护器',
      summary: '非接触感知跌倒、滞留、离床和呼吸心率，无影像、免佩戴。',
      description:
        '吸顶安装的60GHz雷达按点云判断姿态，可分辨跌倒、久坐、躺地与正常下蹲，卫生间水汽环境下同样工作。床旁型号监测呼吸、心率和夜间离床。事件经物联网卡独立上报，不占用家中宽带；停电后内置电池维持4小时，恢复后补传记录。告警依次通知亲属、社区和值守中心，确认后自动消除。可按户租用，含两年质保与上门维护，平台接口开放。',
      technologyTags: ['毫米波雷达', '跌倒检测', '生命体征', '非接触监测'],
      sectors: ['养老民政', '医疗健康'],
      adaptedPlatforms: ['开源鸿蒙'],
      firstVersion: true,
      cases: ['某街道高龄老人420户（2025年）', '某医养机构230张床位（2024年）'],
      deliveryDays: 40,
    },
  },
  {
    key: 'cap-homecare',
    firm: 'firm-chunting',
    content: {
      kind: 'SOLUTION',
      name: '社区居家养老服务监管平台',
      summary: '服务对象建档、下单派单、签到核验、补贴结算与回访评价全流程。',
      description:
        '老人打热线、家属用小程序或由社区代下单，系统按距离与护理员技能派给服务机构。护理员到户后以定位加门牌二维码签到，服务时长、前后照片和语音评价自动存档，定位漂移、时间重叠、重复照片等可疑单由系统挂起待查。补贴标准按对象类别配置，月末一键生成机构结算单和街道汇总表。公司可作集成方，成套配置雷达、门磁等免佩戴感知设备，告警进入社区值守台，无人确认即转为上门任务。',
      technologyTags: ['居家养老', '服务派单', '补贴结算', '服务核验'],
      sectors: ['养老民政'],
      adaptedPlatforms: ['飞腾', '银河麒麟', '人大金仓'],
      firstVersion: false,
      cases: ['某区居家养老服务（2024年，31家机构）'],
      deliveryDays: 70,
    },
  },
  {
    key: 'cap-voicecare',
    firm: 'firm-lingchuan',
    content: {
      kind: 'PRODUCT',
      name: '长者电话关怀机器人',
      summary: '用重庆话定时拨打问候电话，听辨异常，未接通自动升级。',
      description:
        '按每位老人习惯的时间拨打普通电话，不需要智能手机。语速、音量可调，能听懂“脑壳昏”“腰杆痛”等地方说法，聊天内容围绕身体、饮食、安全三方面，发现不适或情绪低落即生成提醒。首次未接30分钟后重拨，再次未接转社区工作人员。家属每周收到一段文字小结。电话订餐、报修等意图可转交服务平台下单。',
      technologyTags: ['语音机器人', '方言识别', '主动关怀', '适老化'],
      sectors: ['养老民政', '政务服务'],
      adaptedPlatforms: ['昇腾', '银河麒麟'],
      firstVersion: true,
      cases: ['某镇独居老人每日问候（2025年，860人）'],
      deliveryDays: 25,
    },
  },
  {
    key: 'cap-watermeter',
    firm: 'firm-juance',
    content: {
      kind: 'TECHNOLOGY',
      name: '基于智能水表的居住状态判别',
      summary: '从小时级用水曲线识别长时间未用水、昼夜颠倒等异常，无需入户安装。',
      description:
        '读取供水企业已安装的物联网水表小时数据，为每户建立工作日、周末两套用水节律，连续12小时零用水、深夜持续细流、用水骤降等情形按可信度排序推送，兼可发现管道漏损。算法只使用户号与用水量，人员对应关系由民政部门自行掌握。可叠加电表数据提高判断可靠性。单台服务器可处理20万户，每小时更新一次。',
      technologyTags: ['智能水表', '用水规律', '异常识别'],
      sectors: ['养老民政', '水利水务'],
      adaptedPlatforms: ['鲲鹏', '达梦'],
      firstVersion: true,
      cases: ['某供水公司3个片区试验（2025年）'],
      deliveryDays: 35,
    },
  },
  {
    key: 'cap-nursinghome',
    firm: 'firm-chunting',
    content: {
      kind: 'PRODUCT',
      name: '养老机构管理系统',
      summary: '入住评估、床位、护理计划、膳食与收费管理。',
      description:
        '面向养老院、敬老院和日间照料中心。入住前按国家标准做能力评估，生成护理等级与照护计划，护理员用手持终端打卡执行，漏项提醒。床位、膳食、用药代管、探访预约与费用结算统一管理，家属可在公众号查看每日照护记录。支持民政部门对备案、评级、运营补贴的数据抽取。可在一台普通主机上单院部署。',
      technologyTags: ['养老机构', '床位管理', '护理计划', '能力评估'],
      sectors: ['养老民政'],
      adaptedPlatforms: ['统信UOS', '人大金仓'],
      firstVersion: false,
      cases: ['某区公办敬老院4所（2023年）'],
      deliveryDays: 45,
    },
  },
];
