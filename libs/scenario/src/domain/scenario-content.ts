import type { Problem, ScenarioContent } from '@mantianxing/contracts';
import type { AskedQualification, ContactPerson, Scenario, ScenarioBody } from './scenario';

export const NO_CONTACT: ContactPerson = { name: '', post: '', phone: '', email: '' };

const once = (words: string[] = []): string[] => [...new Set(words)];

const asked = (list: { code: string; level?: string }[] = []): AskedQualification[] =>
  list.map(({ code, level }) => ({ code, level: level ?? '' }));

/** The columns behind a content as entered; what is absent becomes empty. */
export function bodyOf(content: ScenarioContent): ScenarioBody {
  return {
    listType: content.listType ?? 'SCENARIO',
    visibility: content.visibility ?? 'PUBLIC',
    sourcingMode: content.sourcingMode ?? 'COLLECTED',
    engagementMode: content.engagementMode ?? 'DIRECT',
    level: content.level ?? 'DISTRICT',
    sourceRef: content.sourceRef ?? '',
    title: content.title,
    background: content.background ?? '',
    need: content.need ?? '',
    inScope: content.inScope ?? '',
    outOfScope: content.outOfScope ?? '',
    acceptance: content.acceptance ?? '',
    sector: content.sector ?? '',
    technologyTags: once(content.technologyTags),
    resourcesOffered: content.resourcesOffered ?? '',
    requiredQualifications: asked(content.requiredQualifications),
    preferredQualifications: asked(content.preferredQualifications),
    requiredPlatforms: once(content.requiredPlatforms),
    localOnly: content.localOnly ?? false,
    ownerUnit: content.ownerUnit ?? '',
    leadUnits: once(content.leadUnits),
    responsibleUnits: once(content.responsibleUnits),
    officeContact: content.officeContact ?? '',
    fundingSource: content.fundingSource ?? null,
    fundingMinFen: content.fundingMinFen ?? null,
    fundingMaxFen: content.fundingMaxFen ?? null,
    fundingStatus: content.fundingStatus ?? null,
    fundingProof: content.fundingProof ?? '',
    deadline: content.deadline ?? null,
    secrecyDeclared: content.secrecyDeclared ?? false,
  };
}

/** The contact person of a content, or undefined when the writer did not touch it. */
export function contactOf(content: ScenarioContent): ContactPerson | undefined {
  const { contactName, contactPost, contactPhone, contactEmail } = content;
  const parts = [contactName, contactPost, contactPhone, contactEmail];
  if (parts.every((part) => part === undefined)) return undefined;
  const [name = '', post = '', phone = '', email = ''] = parts;
  return { name, post, phone, email };
}

/** The content as entered; without `contact` no contact field is there at all. */
export function contentOf(body: ScenarioBody, contact?: ContactPerson): ScenarioContent {
  const { fundingSource, fundingMinFen, fundingMaxFen, fundingStatus, deadline } = body;
  const texts = Object.fromEntries(
    BODY_FIELDS.map((field) => [field, body[field]]),
  ) as unknown as ScenarioBody;
  return {
    ...texts,
    fundingSource: fundingSource ?? undefined,
    fundingMinFen: fundingMinFen ?? undefined,
    fundingMaxFen: fundingMaxFen ?? undefined,
    fundingStatus: fundingStatus ?? undefined,
    deadline: deadline ?? undefined,
    ...(contact && {
      contactName: contact.name,
      contactPost: contact.post,
      contactPhone: contact.phone,
      contactEmail: contact.email,
    }),
  };
}

export const BODY_FIELDS = Object.keys(bodyOf({ title: '' })) as (keyof ScenarioBody)[];

/** The fields in which two entries differ. */
export const changedFields = (before: ScenarioBody, after: ScenarioBody): (keyof ScenarioBody)[] =>
  BODY_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

export const sameContact = (one: ContactPerson, other: ContactPerson): boolean =>
  one.name === other.name &&
  one.post === other.post &&
  one.phone === other.phone &&
  one.email === other.email;

/** Security classes as Chinese papers carry them: 绝密★, 机密★1年, 秘密☆. */
const SECURITY_CLASS = /(绝密|机密|秘密)\s*[★☆]/u;

/** Input that may not be stored even in a draft. */
export function refusals(body: ScenarioBody): Problem[] {
  const problems: Problem[] = [];
  const { fundingMinFen: min, fundingMaxFen: max } = body;
  if (min !== null && max !== null && min > max) {
    problems.push({ field: 'fundingMinFen', message: '金额下限不能高于上限。' });
  }
  for (const field of BODY_FIELDS) {
    const value = body[field];
    if (typeof value === 'string' && SECURITY_CLASS.test(value)) {
      problems.push({ field, message: '本平台不接收涉密内容，请停止填写并按保密规定处理。' });
    }
  }
  return problems;
}

export const bodyFields = (scenario: Scenario): ScenarioBody =>
  Object.fromEntries(BODY_FIELDS.map((field) => [field, scenario[field]])) as unknown as ScenarioBody;
