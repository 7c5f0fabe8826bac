import type { ScenarioContent } from '@mantianxing/contracts';

/** A need the sample capabilities can answer (烟感, 视频烟火识别), complete for the gate, in other words than the samples'. */
export const aFireSafetyNeed = (title: string): ScenarioContent => ({
  listType: 'SCENARIO',
  visibility: 'PUBLIC',
  title,
  background: '辖区群租房和小餐馆多，夜间起火发现晚，去年接警41起。',
  need: '对200家小餐馆和30处群租房的火灾隐患做到早发现，起火后一分钟内把告警推送给网格员和微型消防站，并能远程查看现场。',
  inScope: '前端感知设备、告警平台、与网格系统对接。',
  outOfScope: '不含消防水管网改造。',
  acceptance: '告警送达时间不超过60秒；误报率不高于3%；试运行90天。',
  sector: '应急消防',
  technologyTags: ['物联网', '视频识别'],
  ownerUnit: '星江区应急局',
  leadUnits: ['星江区应急局'],
  responsibleUnits: ['星江区大数据发展局'],
  contactName: '周敏',
  contactPost: '信息科科长',
  contactPhone: '023-60001234',
  contactEmail: 'zhoumin@emergency.example.cn',
  fundingSource: 'DISTRICT_BUDGET',
  fundingMinFen: 60_000_000,
  fundingMaxFen: 90_000_000,
  fundingStatus: 'BUDGETED',
  fundingProof: '2027年部门预算第12项',
  deadline: '2027-10-31',
  secrecyDeclared: true,
});
