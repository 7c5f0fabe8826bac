import { matchText } from './match-text';
import type { ScenarioBody } from './scenario';
import { bodyOf } from './scenario-content';

const body = bodyOf({
  title: '充电安全监测',
  need: '识别烟火。',
  technologyTags: ['视频识别', '物联网'],
  requiredQualifications: [{ code: 'MLPS', level: '三级' }],
  fundingSource: 'BOND',
  fundingMinFen: 1,
  fundingMaxFen: 2,
  fundingStatus: 'APPROVED',
  deadline: '2026-12-31',
});
const isMaterial = (changes: Partial<ScenarioBody>) => matchText({ ...body, ...changes }) !== matchText(body);

describe('what counts as a material change', () => {
  it.each<Partial<ScenarioBody>>([
    { title: '充电桩安全监测' },
    { need: '识别烟火与违规停放。' },
    { outOfScope: '计费' },
    { technologyTags: ['视频识别'] },
    { requiredQualifications: [{ code: 'MLPS', level: '二级' }] },
    { preferredQualifications: [{ code: 'CMMI', level: '' }] },
    { localOnly: true },
    { deadline: '2027-01-31' },
    { deadline: null },
  ])('%j', (changes) => expect(isMaterial(changes)).toBe(true));

  it.each<Partial<ScenarioBody>>([
    { officeContact: '023-63760000' },
    { fundingMaxFen: 3 },
    { fundingProof: '批复文号' },
    { ownerUnit: '区城管局' },
    { sourceRef: 'CQ-2026-8' },
    { technologyTags: ['物联网', '视频识别'] },
    { need: ' 识别烟火。\n' },
  ])('%j is none', (changes) => expect(isMaterial(changes)).toBe(false));

  it('tells a word moved from one field to the next', () => {
    expect(matchText({ ...body, background: '烟火', need: '' })).not.toBe(
      matchText({ ...body, background: '', need: '烟火' }),
    );
  });
});
