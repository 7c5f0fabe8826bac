import {
  CapabilityContent,
  FUNDING_SECURED,
  QUALIFICATIONS,
  ScenarioContent,
  SECTORS,
} from '@mantianxing/contracts';
import {
  SAMPLE_CAPABILITIES,
  SAMPLE_FIRMS,
  SAMPLE_JUDGEMENTS,
  SAMPLE_SCENARIOS,
  SAMPLE_UNITS,
} from './index';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015: the last character is 31 minus the weighted sum of the first 17, modulo 31. */
function usccIsValid(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + ALPHABET.indexOf(code[at]) * weight, 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

const keysOf = (entries: { key: string }[]) => new Set(entries.map((entry) => entry.key));
const qualificationsAsked = SAMPLE_SCENARIOS.flatMap(({ content }) => [
  ...(content.requiredQualifications ?? []),
  ...(content.preferredQualifications ?? []),
]);
const qualificationsHeld = SAMPLE_FIRMS.flatMap((firm) => firm.qualifications);
const gradesOf = (scenario: string) =>
  SAMPLE_JUDGEMENTS.filter((judgement) => judgement.scenario === scenario).map(({ grade }) => grade);
const firmOf = new Map(SAMPLE_CAPABILITIES.map(({ key, firm }) => [key, firm]));

describe('the sample lists', () => {
  it('have the size of a first batch: 12 scenarios, 65 capabilities', () => {
    expect(SAMPLE_SCENARIOS).toHaveLength(12);
    expect(SAMPLE_CAPABILITIES).toHaveLength(65);
  });

  it('give every entry a key of its own', () => {
    const all = [...SAMPLE_UNITS, ...SAMPLE_FIRMS, ...SAMPLE_SCENARIOS, ...SAMPLE_CAPABILITIES];
    expect(keysOf(all).size).toBe(all.length);
  });

  it('let every key lead to an entry, and leave no unit or firm without one', () => {
    expect(new Set(SAMPLE_SCENARIOS.map(({ unit }) => unit))).toEqual(keysOf(SAMPLE_UNITS));
    expect(new Set(SAMPLE_CAPABILITIES.map(({ firm }) => firm))).toEqual(keysOf(SAMPLE_FIRMS));
    const [scenarios, capabilities] = [keysOf(SAMPLE_SCENARIOS), keysOf(SAMPLE_CAPABILITIES)];
    for (const { scenario, capability } of SAMPLE_JUDGEMENTS) {
      expect([scenario, scenarios.has(scenario)]).toEqual([scenario, true]);
      expect([capability, capabilities.has(capability)]).toEqual([capability, true]);
    }
  });

  it('repeat no name and no text', () => {
    const texts = [
      ...SAMPLE_UNITS.map(({ name }) => name),
      ...SAMPLE_FIRMS.map(({ name }) => name),
      ...SAMPLE_SCENARIOS.flatMap(({ content: c }) => [
        c.title,
        c.need,
        c.background,
        c.acceptance,
        c.inScope,
      ]),
      ...SAMPLE_CAPABILITIES.flatMap(({ content: c }) => [c.name, c.summary, c.description]),
    ];
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

describe('the sample firms', () => {
  it('carry social credit codes that are valid and unique, units that are enterprises included', () => {
    const codes = [...SAMPLE_FIRMS, ...SAMPLE_UNITS].flatMap(({ uscc }) =>
      uscc === undefined ? [] : [uscc],
    );
    expect(codes.filter((code) => !usccIsValid(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(SAMPLE_UNITS.filter(({ kind, uscc }) => /STATE_OWNED|KEY_INDUSTRY/.test(kind) && !uscc)).toEqual(
      [],
    );
  });

  it('use division codes that GB/T 2260 does not assign, so that none is a real firm', () => {
    const divisions = new Set(SAMPLE_FIRMS.map(({ uscc }) => uscc.slice(2, 8)));
    expect([...divisions].sort()).toEqual(['330199', '440399', '500199', '510199']);
  });

  it('hold known certificates, some of them expired on 2026-11-22, most valid into 2027 to 2029', () => {
    for (const { code, level } of [...qualificationsHeld, ...qualificationsAsked]) {
      const levels = QUALIFICATIONS[code]?.levels ?? [''];
      expect([code, levels.includes(level ?? '')]).toEqual([code, true]);
    }
    const expired = qualificationsHeld.filter(({ validUntil }) => validUntil < '2026-11-22').length;
    expect(expired).toBeGreaterThan(3);
    expect(expired / qualificationsHeld.length).toBeLessThan(0.1);
    expect(qualificationsHeld.some(({ verified }) => !verified)).toBe(true);
  });

  it('are mostly local, of every size, with a contact at an example address', () => {
    expect(SAMPLE_FIRMS.filter(({ isLocal }) => !isLocal).length).toBe(4);
    expect(new Set(SAMPLE_FIRMS.map(({ sizeBand }) => sizeBand)).size).toBe(4);
    for (const { contact, key } of SAMPLE_FIRMS) {
      expect([key, contact.email]).toEqual([key, expect.stringMatching(/^[a-z]+@[a-z]+\.example\.cn$/)]);
      expect([key, contact.phone]).toEqual([key, expect.stringMatching(/^(023-6000\d{4}|13\d00000\d{3})$/)]);
    }
  });
});

describe('the sample scenarios', () => {
  it.each(SAMPLE_SCENARIOS)('$key obeys the contract and has nothing to trim', ({ content }) => {
    expect(ScenarioContent.parse(content)).toEqual(content);
    expect(SECTORS).toContain(content.sector);
  });

  it.each(SAMPLE_SCENARIOS)(
    '$key passes the gate: boundary, owner, funding, units, secrecy, deadline',
    (scenario) => {
      const { content } = scenario;
      for (const field of [
        content.inScope,
        content.outOfScope,
        content.acceptance,
        content.ownerUnit,
        content.contactName,
        content.contactPost,
        content.fundingSource,
        content.fundingProof,
        content.officeContact,
      ]) {
        expect(field).toBeTruthy();
      }
      expect(FUNDING_SECURED).toContain(content.fundingStatus);
      expect(content.leadUnits).not.toHaveLength(0);
      expect(content.responsibleUnits).not.toHaveLength(0);
      expect(content.secrecyDeclared).toBe(true);
      expect(content.deadline! > '2027-06-30' && content.deadline! < '2028').toBe(true);
      expect(content.contactEmail).toMatch(/^[a-z]+@[a-z]+\.example\.cn$/);
      expect(content.contactPhone).toMatch(/^(023-6000\d{4}|13\d00000\d{3})$/);
    },
  );

  it.each(SAMPLE_SCENARIOS)(
    '$key states sums of whole 万元, a need of 150 to 350 characters, counted acceptance',
    ({ content }) => {
      const [least, most] = [content.fundingMinFen!, content.fundingMaxFen!];
      expect([least % 1_000_000, most % 1_000_000]).toEqual([0, 0]);
      expect(least < most && least >= 50_000_000 && most <= 1_000_000_000).toBe(true);
      expect(content.need!.length).toBeGreaterThanOrEqual(150);
      expect(content.need!.length).toBeLessThanOrEqual(350);
      for (const line of content.acceptance!.split('\n')) expect(line).toMatch(/^\d\. .*[。；]$/);
    },
  );
});

describe('the sample capabilities', () => {
  it.each(SAMPLE_CAPABILITIES)(
    '$key obeys the contract and describes itself in 120 to 300 characters',
    ({ content }) => {
      expect(CapabilityContent.parse(content)).toEqual(content);
      expect(content.description!.length).toBeGreaterThanOrEqual(120);
      expect(content.description!.length).toBeLessThanOrEqual(300);
      expect(SECTORS).toEqual(expect.arrayContaining(content.sectors!));
    },
  );
});

describe('the judgements', () => {
  it('name each pair once', () => {
    const pairs = SAMPLE_JUDGEMENTS.map(({ scenario, capability }) => `${scenario} ${capability}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('leave exactly one scenario without supply, and two that no single capability answers', () => {
    const best = (wanted: number) =>
      SAMPLE_SCENARIOS.map(({ key }) => key).filter((key) => Math.max(0, ...gradesOf(key)) === wanted);
    expect(best(1)).toEqual(['sc-pathology']);
    expect(best(2)).toEqual(['sc-workshop', 'sc-river']);
    expect(best(3)).toHaveLength(9);
  });

  it('spread the two joint answers over at least two firms', () => {
    for (const key of ['sc-workshop', 'sc-river']) {
      const parts = SAMPLE_JUDGEMENTS.filter(({ scenario, grade }) => scenario === key && grade === 2);
      expect(new Set(parts.map(({ capability }) => firmOf.get(capability))).size).toBeGreaterThan(1);
    }
  });
});
