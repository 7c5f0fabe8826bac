import { BAND_LABEL, type Band } from '@mantianxing/contracts';
import { type CalibrationReport, type Measures, type ScoreVersion, scoreVersionName, verdictOf } from '@mantianxing/matching';
import { fit, moment } from '../journey/print';

const WEIGHT_LABEL: Record<string, string> = {
  answers: '“可用于解决”的关系',
  broader: '“属于一类”的关系',
  sector: '同属一个领域',
  tag: '技术方向一致',
  steepness: '评分的陡度',
  middle: '评分的中点',
  recommendedFrom: '推荐的门槛',
  candidateFrom: '候选的门槛',
};
const STATUS_LABEL = { DRAFT: '草稿', ACTIVE: '使用中', RETIRED: '已停用' } as const;

const VERDICT_LABEL = { BETTER: '变好', NOT_BETTER: '没有变好', TOO_FEW: '条数太少' } as const;
const CONCLUSION = {
  BETTER: '留出检验变好，可以考虑启用。',
  NOT_BETTER: '留出检验没有变好，不建议启用。',
  TOO_FEW: '留出的决定太少，说明不了好坏，不建议启用。',
} as const;

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`);
const figure = (value: number | null): string => (value === null ? '—' : value.toFixed(3));
const row = (label: string, before: string, after: string, note = ''): string =>
  [fit(label, 26), fit(before, 10), fit(after, 10), note].join('').trimEnd();
const bandLabel = (band: Band | null): string => (band === null ? '不显示' : BAND_LABEL[band]);

/** The report of one calibration, for the person who decides about it. */
export function printedReport(id: number, basedOn: string, report: CalibrationReport): string {
  return [
    `评分校准：在现行权重 ${basedOn} 上按审核决定重拟，草稿编号 ${id}`,
    '',
    ...decisionLines(report),
    '',
    row('留出检验', '现行', '草稿'),
    ...measureLines(report.before, report.after),
    '',
    row('权重', '现行', '草稿', '变化'),
    ...report.changes.map(({ name, from, to }) => row(WEIGHT_LABEL[name] ?? name, figure(from), figure(to), change(from, to))),
    '',
    openLine(report),
    `结论：${CONCLUSION[verdictOf(report)]}`,
    `草稿还没有启用，评分没有变化。启用：npm run calibrate -- --activate ${id} --by 统筹账号的登录名`,
  ].join('\n');
}

function decisionLines({ decisions, leftOut, scenarios, fitted, heldOut, seed }: CalibrationReport): string[] {
  const { used, approved, rejected, aged } = decisions;
  return [
    `决定：可用${used}条（通过${approved}，驳回${rejected}，其中超过180天的驳回${aged}条按一半计）。`,
    `不计：驳回原因与匹配无关${leftOut.saysNothingOfMatching}条，评分版本已无存${leftOut.madeByUnknownVersion}条。`,
    `拟合用${scenarios.fitted}个场景${fitted}条，留出${scenarios.heldOut}个场景${heldOut}条，同一场景不跨两边（种子${seed}）。`,
  ];
}

function measureLines(before: Measures, after: Measures): string[] {
  return [
    row('对数损失（低为好）', figure(before.logLoss), figure(after.logLoss)),
    row('AUC（高为好）', figure(before.auc), figure(after.auc)),
    row('推荐条数', String(before.recommended), String(after.recommended)),
    row('推荐准确率', percent(before.precision), percent(after.precision)),
  ];
}

function change(from: number, to: number): string {
  const share = from > 0 ? Math.round((to / from - 1) * 1000) / 10 : 0;
  return share === 0 ? '不变' : `${share > 0 ? '+' : '−'}${Math.abs(share)}%`;
}

function openLine({ open }: CalibrationReport): string {
  const moved = open.changes.reduce((sum, { suggestions }) => sum + suggestions, 0);
  const kinds = open.changes.map(({ from, to, suggestions }) => `${bandLabel(from)}→${bandLabel(to)} ${suggestions}`);
  return `待审核建议${open.suggestions}条，启用后约${moved}条换档${moved > 0 ? `：${kinds.join('，')}` : ''}。`;
}

/** All versions, newest first, and what is in force. */
export function printedVersions(versions: readonly ScoreVersion[], nameOf: (accountId: string) => string): string {
  if (versions.length === 0) return '还没有评分版本，使用内置权重。';
  const line = (id: string, status: string, made: string, base: string, tested: string, by: string): string =>
    [fit(id, 6), fit(status, 8), fit(made, 18), fit(base, 10), fit(tested, 12), by].join('').trimEnd();
  const inForce = versions.find(({ status }) => status === 'ACTIVE');
  return [
    line('编号', '状态', '拟定（北京时间）', '基于', '留出检验', '启用'),
    ...versions.map(({ id, status, createdAt, basedOn, report, activatedAt, activatedBy }) => {
      const by = activatedAt && activatedBy ? `${moment(activatedAt).slice(0, 16)} ${nameOf(activatedBy)}` : '';
      return line(String(id), STATUS_LABEL[status], moment(createdAt).slice(0, 16), basedOn, VERDICT_LABEL[verdictOf(report)], by);
    }),
    '',
    inForce ? `正在使用 ${scoreVersionName(inForce.id)}。` : '正在使用内置权重。',
  ].join('\n');
}
