import type { ScenarioContent, ScenarioView } from '@mantianxing/contracts';
import {
  ApproveScenario,
  CreateScenario,
  PublishScenario,
  SubmitScenario,
  WithdrawScenario,
} from '@mantianxing/scenario';
import type { Market } from './market';
import { aUnit, theOffice, type BuiltUnit } from './organizations';

/** A content that passes the gate; change what the spec is about. */
export const COMPLETE_SCENARIO: ScenarioContent = {
  listType: 'SCENARIO',
  visibility: 'PUBLIC',
  title: '老旧小区充电安全监测',
  background: '辖区老旧小区电动自行车集中充电，去年发生火情12起。',
  need: '对300个充电点的烟火、过载和违规停放进行识别，15秒内告警到社区。',
  inScope: '充电点视频接入、烟火识别、告警推送到社区网格员。',
  outOfScope: '充电桩计费与改造。',
  acceptance: '烟火识别准确率不低于95%\n告警15秒内送达社区',
  sector: '应急消防',
  technologyTags: ['视频识别', '物联网'],
  resourcesOffered: '提供现有摄像头点位与政务云算力。',
  requiredQualifications: [{ code: 'MLPS', level: '三级' }],
  ownerUnit: '区住房城乡建委',
  leadUnits: ['区大数据发展局'],
  responsibleUnits: ['区消防救援支队'],
  contactName: '周敏',
  contactPost: '信息科科长',
  contactPhone: '13800001234',
  contactEmail: 'zhoumin@example.cn',
  fundingSource: 'DISTRICT_BUDGET',
  fundingMinFen: 80_000_000,
  fundingMaxFen: 120_000_000,
  fundingStatus: 'BUDGETED',
  fundingProof: '2026年部门预算第12项',
  deadline: '2026-12-31',
  secrecyDeclared: true,
};

export interface ScenarioBuilder {
  with(content: Partial<ScenarioContent>): ScenarioBuilder;
  of(unit: BuiltUnit): ScenarioBuilder;
  draft(): Promise<ScenarioView>;
  submitted(): Promise<ScenarioView>;
  approved(): Promise<ScenarioView>;
  published(): Promise<ScenarioView>;
  withdrawn(): Promise<ScenarioView>;
}

/** A scenario, taken as far as asked by the people who may, none held to be a duplicate: `aScenario(market).with({…}).published()`. */
export function aScenario(
  market: Market,
  content: ScenarioContent = COMPLETE_SCENARIO,
  unit?: BuiltUnit,
): ScenarioBuilder {
  let owner = unit;
  const own = async (): Promise<BuiltUnit> => (owner ??= await aUnit(market));
  const draft = async () => market.get(CreateScenario).execute((await own()).member, { content });
  const submitted = async () => {
    const { id, version } = await draft();
    return market.get(SubmitScenario).execute((await own()).member, id, version, true);
  };
  const approved = async () => {
    const { id, version } = await submitted();
    return market.get(ApproveScenario).execute((await theOffice(market)).matchmaker, id, version);
  };
  const published = async () => {
    const { id, version } = await approved();
    return market.get(PublishScenario).execute((await theOffice(market)).coordinator, id, version);
  };
  const withdrawn = async () => {
    const { id, version } = await published();
    return market.get(WithdrawScenario).execute((await own()).member, id, version, '需求调整');
  };
  return {
    with: (changes) => aScenario(market, { ...content, ...changes }, owner),
    of: (another) => aScenario(market, content, another),
    draft,
    submitted,
    approved,
    published,
    withdrawn,
  };
}
