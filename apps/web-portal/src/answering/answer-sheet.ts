import { Injectable } from '@nestjs/common';
import { DescribeCapabilities } from '@mantianxing/capability';
import type { PublicCapabilityView, PublicScenarioView } from '@mantianxing/contracts';
import { withoutContacts } from '@mantianxing/notification';
import { ReadSuggestions } from '@mantianxing/pairing';
import { DescribeScenarios } from '@mantianxing/scenario';
import { proseDay } from '../public/formats';
import type { Question } from './answer-by-link';

interface Fact {
  label: string;
  value: string;
}

const SHOWN_REASONS = 3;
/** So much of a text is enough to know what it is about. */
const SHOWN_TEXT = 160;

/** What a person reads before answering: the question, the other side's public facts, why. Never a contact. */
@Injectable()
export class AnswerSheet {
  constructor(
    private readonly scenarios: DescribeScenarios,
    private readonly capabilities: DescribeCapabilities,
    private readonly suggestions: ReadSuggestions,
  ) {}

  async of({ pairing, actor }: Pick<Question, 'pairing' | 'actor'>) {
    const { own, suggestionId } = pairing;
    const [[scenario], members, reasons] = await Promise.all([
      this.scenarios.execute([pairing.scenarioId]),
      this.capabilities.execute(pairing.members.map(({ capabilityId }) => capabilityId)),
      this.suggestions.reasonsOf(suggestionId ? [suggestionId] : []),
    ]);
    return {
      reader: actor.name,
      organization: own.organizationName,
      dueOn: own.dueAt ? proseDay(own.dueAt.toISOString()) : '',
      facts: (own.side === 'DEMAND' ? ofFirms(members, scenario) : ofUnit(scenario, members, own.organizationId)).filter(({ value }) => value !== ''),
      reasons: (reasons.get(suggestionId ?? '') ?? []).slice(0, SHOWN_REASONS).map(withoutContacts),
      isUnit: own.side === 'DEMAND',
    };
  }
}

const short = (value: string): string => {
  const plain = withoutContacts(value).replace(/\s+/gu, ' ').trim();
  return [...plain].length > SHOWN_TEXT ? `${[...plain].slice(0, SHOWN_TEXT).join('')}…` : plain;
};

function ofUnit(scenario: PublicScenarioView | undefined, members: readonly PublicCapabilityView[], firmId: string): Fact[] {
  const own = members.find((member) => member.firmId === firmId);
  const partners = members.filter((member) => member !== own).map(({ firmName, name }) => `${firmName}“${name}”`);
  return [
    { label: '场景', value: short(scenario?.title ?? '') },
    { label: '单位', value: scenario?.organizationName ?? '' },
    { label: '需求', value: short(scenario?.need ?? '') },
    { label: '资金', value: scenario?.fundingBand ?? '' },
    { label: '截止', value: scenario?.deadline ? proseDay(scenario.deadline) : '' },
    { label: '贵公司能力', value: short(own?.name ?? '') },
    { label: '联合体', value: short(partners.join('、')) },
  ];
}

function ofFirms(members: readonly PublicCapabilityView[], scenario: PublicScenarioView | undefined): Fact[] {
  const [lead] = members;
  return [
    { label: members.length > 1 ? '联合体' : '企业', value: short(members.map(({ firmName }) => firmName).join('、')) },
    { label: '能力', value: short(members.map(({ name }) => name).join('、')) },
    { label: '简介', value: short(lead?.summary ?? '') },
    { label: '类型', value: lead?.kindLabel ?? '' },
    { label: '贵单位场景', value: short(scenario?.title ?? '') },
  ];
}
