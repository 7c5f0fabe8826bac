const WORDS = `智慧 消防 烟感 监测 平台 工单 分派 热线 城市 运行 数据 治理 共享 交换 视频 分析 识别 社区 养老 医院 病历 质控 物流 仓储 调度 车间
排产 质检 设备 预测 维护 能耗 碳排放 楼宇 园区 招商 企业 服务 政务 大厅 预审 材料 证照 电子 签章 区块链 存证 供应链 金融 风控 反诈 公安 交通 信号
停车 诱导 水务 管网 漏损 河道 排污 农业 大棚 溯源 冷链 教育 课堂 作业 文旅 导览 票务 数字人 直播 电商 合同 审查 法律 援助 调解 信用 评价 档案
数字化 国产化 适配 中间件 数据库 操作系统 大模型 知识库 智能体 问答 语音 转写 会议 纪要 无人机 巡检 遥感 影像 三维 建模 孪生 可视化 驾驶舱
指标 预警 隐患 排查 危化品 特种设备 电梯 燃气 井盖 垃圾 分类 清运 噪声 扬尘 工地 实名制 劳务 薪资 招聘 培训 考核 绩效 财务 报销 审计 采购 招标`.split(/\s+/);

const SECTORS = ['政务服务', '城市治理', '应急消防', '交通出行', '医疗健康', '教育', '工业制造', '能源', '园区楼宇', '金融', '数据要素', '网络安全'];

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lists that are the same in every run: common words follow one another unevenly, rare ones are made of two characters. */
export function generatedLists(scenarioCount, capabilityCount) {
  const next = mulberry32(42);
  const word = () => WORDS[Math.floor(next() ** 1.6 * WORDS.length)];
  const rare = () => String.fromCharCode(0x4e00 + Math.floor(next() * 3000), 0x4e00 + Math.floor(next() * 3000));
  const text = (length) => {
    let written = '';
    while (written.length < length) written += next() < 0.12 ? rare() : (next() < 0.2 ? '，' : '') + word();
    return `${written}。`;
  };
  const scenarios = Array.from({ length: scenarioCount }, (_, i) => ({
    id: `S${i}`, title: text(12), background: text(50), need: text(110), inScope: text(30), outOfScope: '不含硬件采购', acceptance: '',
    sector: SECTORS[i % SECTORS.length], technologyTags: [word(), word()], requiredQualifications: [], preferredQualifications: [], requiredPlatforms: [],
    localOnly: false, deadline: '',
  }));
  const capabilities = Array.from({ length: capabilityCount }, (_, i) => ({
    id: `C${i}`, firmId: `F${i % 7000}`, firmName: '某公司', name: text(10), kind: 'PRODUCT', summary: text(25), description: text(70 + next() * 180),
    technologyTags: [word(), word(), word()], sectors: [SECTORS[Math.floor(next() * SECTORS.length)]], adaptedPlatforms: [], cases: [], firstVersion: false, qualifications: [],
    isLocal: true, sizeBand: 'SMALL', deliveryDays: null,
  }));
  return { scenarios, capabilities };
}
