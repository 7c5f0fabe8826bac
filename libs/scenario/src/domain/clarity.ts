import { FUNDING_SECURED } from '@mantianxing/contracts';
import type { GateInput } from './publish-gate';
import { checkableCriteria, hasFigure, hasSlogan, isStated } from './wording';

export interface ClarityLine {
  label: string;
  got: number;
  of: number;
  /** What would add how much; empty when nothing is open. */
  hint: string;
}

export interface Clarity {
  /** 0..100. */
  score: number;
  lines: ClarityLine[];
}

/** 清单得分 of PORTAL.md section 3: it never blocks, it shows what would make the entry clearer. */
export function clarityOf(input: GateInput): Clarity {
  const lines = [
    scope(input),
    exclusions(input),
    acceptance(input),
    owner(input),
    funding(input),
    resources(input),
    wording(input),
  ];
  return { score: lines.reduce((sum, line) => sum + line.got, 0), lines };
}

/** Points for each part that is there; the first absent part makes the hint. */
function line(label: string, parts: [there: boolean, points: number, hint: string][]): ClarityLine {
  const open = parts.find(([there]) => !there);
  return {
    label,
    got: parts.reduce((sum, [there, points]) => sum + (there ? points : 0), 0),
    of: parts.reduce((sum, [, points]) => sum + points, 0),
    hint: open ? `${open[2]}，可加${open[1]}分` : '',
  };
}

function scope({ inScope }: GateInput): ClarityLine {
  return line('范围内', [
    [isStated(inScope), 9, '写明范围内的工作'],
    [isStated(inScope) && inScope.trim().length >= 15, 6, '把范围内的工作写到15字以上'],
  ]);
}

function exclusions({ outOfScope }: GateInput): ClarityLine {
  return line('不包括', [
    [outOfScope.trim().length > 0, 9, '写明不包括的内容，没有请写“无”'],
    [isStated(outOfScope), 6, '举出一项不包括的内容'],
  ]);
}

function acceptance({ acceptance: text }: GateInput): ClarityLine {
  const criteria = checkableCriteria(text);
  return line('验收可检验', [
    [criteria.length >= 1, 8, '写1条可检验的验收标准'],
    [criteria.some(hasFigure), 7, '给验收标准写上数字'],
    [criteria.length >= 2, 5, '再写1条验收标准'],
  ]);
}

function owner({ ownerUnit, contact }: GateInput): ClarityLine {
  return line('业主与联系人', [
    [Boolean(ownerUnit.trim()), 6, '选择使用并签约的单位'],
    [Boolean(contact.name.trim()), 3, '填写联系人姓名'],
    [Boolean(contact.post.trim()), 3, '填写联系人职务'],
    [Boolean(contact.phone.trim()), 3, '填写联系人电话'],
  ]);
}

function funding(input: GateInput): ClarityLine {
  const secured = input.fundingStatus !== null && FUNDING_SECURED.includes(input.fundingStatus);
  return line('资金', [
    [input.fundingSource !== null, 4, '选择资金来源'],
    [input.fundingMinFen !== null && input.fundingMaxFen !== null, 6, '选择金额区间'],
    [secured, 5, '选择落实情况'],
    [isStated(input.fundingProof), 5, '注明落实依据'],
  ]);
}

function resources(input: GateInput): ClarityLine {
  const asked = [
    ...input.requiredQualifications,
    ...input.preferredQualifications,
    ...input.requiredPlatforms,
  ];
  return line('资质与资源', [
    [isStated(input.resourcesOffered), 3, '写明可提供的数据、场地或算力'],
    [asked.length > 0, 2, '写明需要的资质或平台'],
  ]);
}

function wording({ need, title }: GateInput): ClarityLine {
  const stated = isStated(need);
  return line('表述清楚', [
    [stated && hasFigure(need), 5, '在需求里写上数字，如规模、频次、时限'],
    [stated && !hasSlogan(need) && !hasSlogan(title), 5, '写清要解决的问题，删去口号'],
  ]);
}
