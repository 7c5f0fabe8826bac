import type { CapabilityContent } from '@mantianxing/contracts';
import type { CapabilityBody } from './capability';

const once = (words: string[] = []): string[] => [...new Set(words)];

/** The columns behind a content as entered; what is absent becomes empty. */
export function bodyOf(content: CapabilityContent): CapabilityBody {
  return {
    kind: content.kind,
    name: content.name,
    summary: content.summary ?? '',
    description: content.description ?? '',
    technologyTags: once(content.technologyTags),
    sectors: once(content.sectors),
    adaptedPlatforms: once(content.adaptedPlatforms),
    firstVersion: content.firstVersion ?? false,
    cases: once(content.cases),
    deliveryDays: content.deliveryDays ?? null,
  };
}

export const BODY_FIELDS = Object.keys(bodyOf({ kind: 'PRODUCT', name: '' })) as (keyof CapabilityBody)[];

export function contentOf(body: CapabilityBody): CapabilityContent {
  const content = Object.fromEntries(
    BODY_FIELDS.map((field) => [field, body[field]]),
  ) as unknown as CapabilityBody;
  return { ...content, deliveryDays: body.deliveryDays ?? undefined };
}

export const sameBody = (one: CapabilityBody, other: CapabilityBody): boolean =>
  BODY_FIELDS.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
