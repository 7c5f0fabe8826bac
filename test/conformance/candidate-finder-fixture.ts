import { type CapabilityProfile, createMatcher, type Matcher, type ScenarioProfile, type Thesaurus } from '@mantianxing/matching';
import { type CapabilityDocument, capabilityDocument, type ScenarioDocument, scenarioDocument } from '@mantianxing/search';
import { aCapability, aScenario } from '../support/builders/matching-profiles';

export const TODAY = '2026-11-22';

/** Knowledge of its own, so that no new entry of the product's thesaurus changes what these suites expect. */
export const SPEC_THESAURUS: Thesaurus = {
  version: 'spec',
  concepts: [
    concept('火灾隐患', ['消防隐患'], ['烟感', '视频烟火识别']),
    concept('烟感', ['烟雾报警器', '感烟探测器'], []),
    concept('视频烟火识别', [], []),
    concept('制造执行系统', ['MES'], []),
  ],
};

export function specMatcher(): Matcher {
  return createMatcher(undefined, SPEC_THESAURUS);
}

function concept(name: string, synonyms: string[], answers: string[]): Thesaurus['concepts'][number] {
  return {
    name,
    wordings: [{ text: name, kind: 'SAME_WORD' }, ...synonyms.map((text) => ({ text, kind: 'SYNONYM' as const }))],
    broader: [],
    answeredBy: answers.map((answer) => ({ name: answer, weight: 0.8 })),
  };
}

export function asScenarioDocument(profile: ScenarioProfile, revision = 1, publishedAt = '2026-11-01T00:00:00Z'): ScenarioDocument {
  return scenarioDocument({
    profile,
    revision,
    status: 'PUBLISHED',
    listType: 'SCENARIO',
    visibility: 'PUBLIC',
    organizationName: '区城市管理局',
    ownerUnit: '区城市管理局',
    leadUnits: [],
    responsibleUnits: [],
    publishedAt,
  });
}

export function asCapabilityDocument(profile: CapabilityProfile, revision = 1, publishedAt = '2026-11-01T00:00:00Z'): CapabilityDocument {
  return capabilityDocument({ profile, revision, status: 'PUBLISHED', publishedAt });
}

/** Ids in the form of the rows'. */
export function uuid(kind: number, number: number): string {
  return `0000000${kind}-0000-7000-8000-${`${number}`.padStart(12, '0')}`;
}

/** The same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const THINGS =
  '井盖 路灯 垃圾桶 渣土车 消防栓 电梯 燃气管网 供水管网 排水管网 河道 水库 边坡 桥梁 隧道 停车场 公交站 地铁站 轨道车站 学校食堂 养老院 社区医院 农贸市场 商圈 园区 楼宇 仓库 冷链 生产线 数控机床 变压器 光伏电站 充电桩 电动自行车 独居老人 困境儿童 慢病患者 零工 企业用电 发票 合同 招标文件 公文 档案 会议 热线工单 信访件 行政处罚 执法记录 视频点位 无人机 机器人'.split(' ');
const WISHES =
  '异常识别 自动巡检 在线监测 风险预警 智能派单 数据治理 知识问答 辅助审查 客流分析 能耗优化 故障诊断 质量检测 路径规划 身份核验 语音转写 智能客服 报表生成 隐私计算 三维建模 数字孪生 安全审计 漏洞扫描 态势感知 协同办公 信用评价 适老化改造 应急调度 环境监测 病虫害识别 库存预测'.split(' ');
const MEANS =
  '大模型 计算机视觉 物联网 边缘计算 区块链 知识图谱 卫星遥感 北斗定位 5G专网 AI质检 射频识别 激光雷达 声纹识别 OCR 规则引擎 联邦学习'.split(' ');
const TALK = '平台采用微服务架构 支持国产化部署 提供可视化大屏 已在多个区县应用 按需扩容 提供移动端小程序 与现有系统对接 服务团队驻场'.split(' ');

export interface Lists {
  scenarios: ScenarioProfile[];
  capabilities: CapabilityProfile[];
}

/** Needs and offers of the field, put together by chance; some pairs fit well, most share a word or two. */
export function lists(scenarioCount: number, capabilityCount: number, seed = 7): Lists {
  const random = seeded(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;
  const some = (words: readonly string[], most: number) => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(words)))];
  return {
    scenarios: Array.from({ length: scenarioCount }, (_, number) => {
      const [thing, wish] = [one(THINGS), one(WISHES)];
      return aScenario({
        id: uuid(1, number),
        title: `${thing}${wish}`,
        need: `希望对${thing}和${one(THINGS)}开展${wish}，并能${some(WISHES, 2).join('、')}，结果推送到${one(THINGS)}责任人。`,
        background: `目前${thing}靠人工管理，${one(WISHES)}不及时。`,
        inScope: `${some(THINGS, 3).join('、')}的${one(WISHES)}`,
        technologyTags: some(MEANS, 2),
      });
    }),
    capabilities: Array.from({ length: capabilityCount }, (_, number) => {
      const [thing, wish] = [one(THINGS), one(WISHES)];
      return aCapability({
        id: uuid(2, number),
        name: `${thing}${wish}系统`,
        summary: `面向${thing}的${wish}，结合${one(MEANS)}`,
        description: `${one(TALK)}，适用于${some(THINGS, 3).join('、')}，实现${some(WISHES, 3).join('、')}。${one(TALK)}。`,
        technologyTags: some(MEANS, 3),
      });
    }),
  };
}
