import type { CapabilityDocument, ScenarioDocument } from '@mantianxing/search';
import { aCapability, aScenario } from '../support/builders/matching-profiles';
import { asCapabilityDocument, asScenarioDocument, uuid } from './candidate-finder-fixture';

const scenario = (number: number, said: Parameters<typeof aScenario>[0], units: string[], day: string): ScenarioDocument => ({
  ...asScenarioDocument(aScenario({ id: uuid(1, number), ...said }), 1, `2026-11-${day}T02:00:00Z`),
  organizationName: units[0] ?? '',
  units,
});

export const S = { wells: uuid(1, 1), lamps: uuid(1, 2), elderly: uuid(1, 3), tunnels: uuid(1, 4), school: uuid(1, 5) };
export const C = { wells: uuid(2, 1), smoke: uuid(2, 2), mes: uuid(2, 3), cloud: uuid(2, 4), rain: uuid(2, 5) };

/** Five scenarios and five capabilities that a reader can hold in mind. */
export const SCENARIOS: ScenarioDocument[] = [
  scenario(1, { title: '窨井盖位移监测', need: '井盖被移动或破损时半小时内派单', sector: '城市治理', technologyTags: ['物联网'] }, ['区城市管理局'], '01'),
  scenario(2, { title: '路灯节能改造', need: '按车流调光，并监测窨井盖附近的积水', sector: '城市治理' }, ['区城市管理局', '区住房城乡建委'], '02'),
  scenario(3, { title: '独居老人居家安全', need: '发现火灾隐患及时告知社区', background: '老旧小区电气线路老化', sector: '养老民政' }, ['区民政局'], '03'),
  scenario(4, { title: '隧道通风控制', need: '按一氧化碳浓度启停风机', sector: '交通出行' }, ['区交通局'], '04'),
  { ...scenario(5, { title: '校园門禁升級', need: '师生刷脸通行', sector: '教育' }, ['区教委'], '05'), status: 'IN_TALKS' },
];

const capability = (number: number, said: Parameters<typeof aCapability>[0], day: string): CapabilityDocument =>
  asCapabilityDocument(aCapability({ id: uuid(2, number), ...said }), 1, `2026-11-${day}T02:00:00Z`);

export const CAPABILITIES: CapabilityDocument[] = [
  capability(1, { name: '智能井盖终端', summary: '窨井盖位移和水位监测', sectors: ['城市治理'], kind: 'PRODUCT', firmName: '重庆山城物联有限公司' }, '01'),
  capability(2, { name: '独立式感烟探测器', description: 'NB-IoT 上报，电池可用五年', sectors: ['应急消防', '养老民政'], kind: 'PRODUCT' }, '02'),
  capability(3, { name: '制造执行系统', summary: '工单、质量与追溯', sectors: ['工业制造'], kind: 'SOLUTION' }, '03'),
  capability(4, { name: 'Kubernetes 容器云平台', summary: '部署与运维', technologyTags: ['云原生'], sectors: ['信创与基础软件'], kind: 'TECHNOLOGY' }, '04'),
  capability(5, { name: '城市内涝预警服务', summary: '雨量与积水监测，窨井盖状态一图呈现', sectors: ['城市治理'], kind: 'SERVICE' }, '05'),
];
