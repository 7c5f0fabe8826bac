import type { CapabilityBody, FirmFacts } from './capability';
import { countsOn } from './capability';
import { bodyOf } from './capability-content';
import { missingIn } from './completeness';
import { matchText } from './match-text';

const body = bodyOf({ kind: 'SOLUTION', name: '烟火识别', sectors: ['应急消防', '城市治理'] });
const firm: FirmFacts = {
  firmName: '重庆山城安联科技有限公司',
  firmStatus: 'VERIFIED',
  firmVerified: true,
  isLocal: null,
  sizeBand: 'SMALL',
  qualifications: [{ code: 'CMMI', level: '3', issuer: '', validUntil: '2027-06-30', verified: false }],
};
const [certificate] = firm.qualifications;

describe('what counts as a material change of a capability', () => {
  it.each<[Partial<CapabilityBody>, Partial<FirmFacts>]>([
    [{ name: '烟火识别与联动' }, {}],
    [{ deliveryDays: 30 }, {}],
    [{ firstVersion: true }, {}],
    [{}, { isLocal: false }],
    [{}, { sizeBand: null }],
    [{}, { qualifications: [] }],
    [{}, { qualifications: [{ ...certificate!, verified: true }] }],
    [{}, { qualifications: [{ ...certificate!, validUntil: '2028-06-30' }] }],
  ])('%j %j', (own, its) => {
    expect(matchText({ ...body, ...own }, { ...firm, ...its })).not.toBe(matchText(body, firm));
  });

  it.each<[Partial<CapabilityBody>, Partial<FirmFacts>]>([
    [{ sectors: ['城市治理', '应急消防'] }, {}],
    [{ name: ' 烟火识别 ' }, {}],
    [{}, { qualifications: [{ ...certificate!, issuer: '某机构' }] }],
  ])('%j %j is none', (own, its) => {
    expect(matchText({ ...body, ...own }, { ...firm, ...its })).toBe(matchText(body, firm));
  });
});

describe('a certificate', () => {
  it('counts to the end of its last day', () => {
    expect(countsOn({ validUntil: '2026-11-23' }, '2026-11-23')).toBe(true);
    expect(countsOn({ validUntil: '2026-11-23' }, '2026-11-24')).toBe(false);
    expect(countsOn({ validUntil: '' }, '2026-11-24')).toBe(true);
  });
});

describe('a capability that may be listed', () => {
  const long = '用现有摄像头识别烟雾与明火并在十五秒内推送到社区和消防值班室';

  it.each<[Partial<CapabilityBody>, string[]]>([
    [{ summary: long }, []],
    [{ description: long, sectors: [], technologyTags: ['视频识别'] }, []],
    [{ summary: long.slice(0, 29) }, ['description']],
    [{ summary: long, sectors: [' '] }, ['sectors']],
    [{ name: ' ', sectors: [] }, ['name', 'description', 'sectors']],
  ])('with %j lacks %j', (changes, fields) => {
    expect(missingIn({ ...body, ...changes }).map(({ field }) => field)).toEqual(fields);
  });
});
