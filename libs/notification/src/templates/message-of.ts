import { recertificationDue } from './account-messages';
import type { TemplateName, TemplateParams } from '../domain/notification';
import {
  approved,
  expired,
  nowhereLanded,
  published,
  returned,
  shut,
  submitted,
  withdrawnForFirm,
  withdrawnForUnit,
} from './scenario-messages';
import {
  answered,
  askedForFirm,
  askedForUnit,
  declined,
  introduced,
  introducedForStaff,
  notLanded,
  reminded,
  revoked,
  stalled,
} from './consent-messages';
import { dueEscalated, duePassed, staled } from './due-messages';
import { lapsedForFirm, lapsedForUnit, proposed } from './pairing-messages';
import type { Message } from './message';

const TEMPLATES: { [T in TemplateName]: (params: TemplateParams[T]) => Message } = {
  'scenario.submitted': submitted,
  'scenario.returned': returned,
  'scenario.approved': approved,
  'scenario.published': published,
  'scenario.withdrawn.firm': withdrawnForFirm,
  'scenario.withdrawn.unit': withdrawnForUnit,
  'capability.staled': staled,
  'scenario.shut': shut,
  'scenario.expired': expired,
  'scenario.not-landed': nowhereLanded,
  'suggestion.proposed': proposed,
  'consent.asked.firm': askedForFirm,
  'consent.asked.unit': askedForUnit,
  'consent.reminded': reminded,
  'consent.answered': answered,
  'consent.revoked': revoked,
  'introduction.made': introduced,
  'introduction.made.staff': introducedForStaff,
  'pairing.declined': declined,
  'pairing.not-landed': notLanded,
  'pairing.stalled': stalled,
  'pairing.lapsed.firm': lapsedForFirm,
  'pairing.lapsed.unit': lapsedForUnit,
  'due.passed': duePassed,
  'due.escalated': dueEscalated,
  'membership.recertification-due': recertificationDue,
};

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** The words of a notification. A template this version does not know reads as a plain pointer to the portal. */
export function messageOf({ template, params }: { template: string; params: object }): Message {
  const render = TEMPLATES[template as TemplateName] as ((params: object) => Message) | undefined;
  return (
    render?.(params) ?? { subject: '您有一条新消息', paragraphs: ['请登录平台查看。'], action: '打开平台' }
  );
}
