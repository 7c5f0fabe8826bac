import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { judgeEligibility } from './eligibility';

const DAY = '2026-11-22';
const mlps3 = { code: 'MLPS', level: '三级' };
const held = (level: string, validUntil = '2027-06-30', verified = true) => ({ code: 'MLPS', level, validUntil, verified });
const judge = (scenario: Parameters<typeof aScenario>[0], capability: Parameters<typeof aCapability>[0]) =>
  judgeEligibility(aScenario(scenario), aCapability(capability), DAY);
const sentences = (found: ReturnType<typeof judge>) => found.reasons.map(({ reason }) => reason.sentence);

describe('required qualifications', () => {
  const required = { requiredQualifications: [mlps3] };

  it('are met by a verified one of the same or a higher level', () => {
    expect(sentences(judge(required, { qualifications: [held('四级')] }))).toEqual(['具备等保四级，有效至2027-06-30（已核验）']);
  });

  it('that a firm only states itself are to be verified, and do not cap', () => {
    const found = judge(required, { qualifications: [held('三级', '', false)] });
    expect(sentences(found)).toEqual(['企业自述等保三级，待核实']);
    expect(found).toMatchObject({ toVerify: ['等保三级'], isCapped: false, exclusions: [] });
  });

  it('that nobody stated are 待核实 and cap the band', () => {
    const found = judge(required, { qualifications: [] });
    expect(sentences(found)).toEqual(['未填写等保三级，最高列为候选']);
    expect(found).toMatchObject({ toVerify: ['等保三级'], isCapped: true, exclusions: [] });
  });

  it('exclude where the level is known to be lower', () => {
    expect(judge(required, { qualifications: [held('二级')] }).exclusions).toEqual(['等保三级']);
  });

  it('exclude where they have expired, and say when', () => {
    const found = judge(required, { qualifications: [held('三级', '2026-11-21')] });
    expect(sentences(found)).toEqual(['等保三级已于2026-11-21到期，不计入', '不满足必需条件：等保三级']);
    expect(found.exclusions).toEqual(['等保三级']);
  });

  it('rank ITSS from 4 to 1, as its standard does', () => {
    const itss = (level: string) => ({ code: 'ITSS', level });
    const capability = { qualifications: [{ ...itss('2'), validUntil: '', verified: true }] };
    expect(judge({ requiredQualifications: [itss('3')] }, capability).exclusions).toEqual([]);
    expect(judge({ requiredQualifications: [itss('1')] }, capability).exclusions).toEqual(['ITSS1']);
  });
});

describe('what is only preferred', () => {
  it('never excludes and never caps', () => {
    const found = judge({ preferredQualifications: [mlps3] }, { qualifications: [held('二级')] });
    expect(found).toMatchObject({ exclusions: [], toVerify: [], isCapped: false });
  });
});

describe('local firms only', () => {
  it.each([
    [false, ['仅限本地企业'], false],
    [null, [], true],
    [true, [], false],
  ])('isLocal %s', (isLocal, exclusions, isCapped) => {
    expect(judge({ localOnly: true }, { isLocal })).toMatchObject({ exclusions, isCapped });
  });

  it('is no matter where the publisher does not ask for it', () => {
    expect(judge({}, { isLocal: false }).exclusions).toEqual([]);
  });
});

describe('required platforms', () => {
  it('are met under their short and their full name', () => {
    expect(sentences(judge({ requiredPlatforms: ['麒麟'] }, { adaptedPlatforms: ['银河麒麟操作系统'] }))).toEqual(['已适配麒麟']);
  });

  it('exclude where others are listed, and are 待核实 where none is', () => {
    expect(judge({ requiredPlatforms: ['麒麟'] }, { adaptedPlatforms: ['统信'] }).exclusions).toEqual(['适配麒麟']);
    expect(judge({ requiredPlatforms: ['麒麟'] }, {})).toMatchObject({ exclusions: [], isCapped: true });
  });
});

describe('delivery', () => {
  it('counts when it is known to be in time', () => {
    expect(sentences(judge({ deadline: '2026-12-31' }, { deliveryDays: 39 }))).toEqual(['可在2026-12-31前交付']);
    expect(sentences(judge({ deadline: '2026-12-31' }, { deliveryDays: 40 }))).toEqual([]);
  });
});
