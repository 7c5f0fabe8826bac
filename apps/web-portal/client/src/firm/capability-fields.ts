import { CAPABILITY_KIND } from '@mantianxing/contracts';
import type { FieldSpec } from '../drafting/field-spec';

export const CAPABILITY_SECTIONS = ['能做什么', '怎样做到', '做成过什么'] as const;

export const CAPABILITY_FIELDS: FieldSpec[] = [
  {
    name: 'name',
    label: '能力名称',
    section: '能做什么',
    kind: 'text',
    max: 60,
    isNeeded: true,
    placeholder: '例：消防物联平台',
  },
  {
    name: 'kind',
    label: '类型',
    section: '能做什么',
    kind: 'choice',
    choices: CAPABILITY_KIND,
    isNeeded: true,
  },
  {
    name: 'summary',
    label: '一句话简介',
    section: '能做什么',
    kind: 'area',
    max: 300,
    isNeeded: true,
    hint: '为谁解决什么问题。',
  },
  {
    name: 'description',
    label: '说明',
    section: '怎样做到',
    kind: 'area',
    max: 5000,
    isNeeded: true,
    hint: '写功能、指标、接口，匹配靠这些词。',
  },
  {
    name: 'technologyTags',
    label: '技术方向',
    section: '怎样做到',
    kind: 'words',
    hint: '每写一个词按回车，例：视频识别、物联网',
  },
  { name: 'sectors', label: '适用行业', section: '怎样做到', kind: 'words', hint: '每写一个行业按回车。' },
  {
    name: 'adaptedPlatforms',
    label: '已适配的平台',
    section: '怎样做到',
    kind: 'words',
    hint: '例：麒麟、达梦',
  },
  { name: 'deliveryDays', label: '交付时间', section: '怎样做到', kind: 'days' },
  {
    name: 'cases',
    label: '应用案例',
    section: '做成过什么',
    kind: 'words',
    hint: '每写一个案例按回车，例：某区智慧消防一期',
  },
  { name: 'firstVersion', label: '首版次产品，可首试首用', section: '做成过什么', kind: 'check' },
];
