import type { CapabilityBody, FirmFacts } from './capability';

/**
 * One string for all the scorer reads of a capability, its firm and the firm's certificates
 * (CapabilityProfile of libs/matching). A change of it is *material*.
 */
export function matchText(body: CapabilityBody, firm: FirmFacts): string {
  return JSON.stringify([
    [body.kind, plain(body.name), plain(body.summary), plain(body.description)],
    [listed(body.technologyTags), listed(body.sectors), listed(body.adaptedPlatforms), listed(body.cases)],
    [body.firstVersion, body.deliveryDays],
    [firm.firmName, firm.isLocal, firm.sizeBand],
    listed(
      firm.qualifications.map((held) => [held.code, held.level, held.validUntil, held.verified].join(' ')),
    ),
  ]);
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const listed = (words: readonly string[]): string[] => words.map(plain).sort();
