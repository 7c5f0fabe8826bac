import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import type { MatchScore } from './match-score';
import type { CapabilityProfile, CapabilityTextField, ScenarioProfile, ScenarioTextField } from './profile';
import { capabilityFieldText, scenarioFieldText } from './profile-fields';

const DAY = '2026-11-22';
const matcher = createMatcher();

function match(scenario: ScenarioProfile, capability: CapabilityProfile): MatchScore {
  return matcher.explain(matcher.evidenceFor(matcher.distil(scenario)), matcher.digest(capability), DAY);
}

function expectVerbatim({ reasons }: MatchScore, scenario: ScenarioProfile, capability: CapabilityProfile): void {
  for (const reason of reasons) {
    for (const { field, start, end, text } of reason.scenarioMarks) {
      expect(scenarioFieldText(scenario, field as ScenarioTextField).slice(start, end)).toBe(text);
    }
    for (const { field, start, end, text } of reason.capabilityMarks) {
      expect(capabilityFieldText(capability, field as CapabilityTextField).slice(start, end)).toBe(text);
    }
  }
}

const fireScenario = aScenario({
  title: '老旧小区火災隱患監測🔥',
  need: '需要ＡＩ識別煙霧明火，接入城市運行中心；不安裝攝像頭，利用現有視頻。',
  outOfScope: '充电桩计费',
  sector: '应急消防',
  technologyTags: ['视频分析', '物联网'],
});
const fireCapability = aCapability({
  name: '视频烟火识别系统',
  summary: '😀基于现有摄像头的烟火检测',
  description: '支持城市运行中心对接，７×２４小时告警；另有充电桩计费模块。',
  technologyTags: ['视频分析'],
  sectors: ['应急消防'],
  cases: ['某区消防'],
});

describe('a scored pair', () => {
  const found = match(fireScenario, fireCapability);

  it('marks words that stand verbatim in both texts, Traditional, full-width and emoji included', () => {
    expectVerbatim(found, fireScenario, fireCapability);
    expect(found.reasons.flatMap(({ scenarioMarks }) => scenarioMarks).map(({ text }) => text)).toContain('火災隱患');
  });

  it('takes nothing for evidence that the capability says it does not do', () => {
    const offer = aCapability({ ...fireCapability, description: '不含充电桩计费，不支持明火识别。', summary: '', name: '视频平台' });
    const marked = match(fireScenario, offer).reasons.flatMap(({ capabilityMarks }) => capabilityMarks.map(({ text }) => text));
    expect(marked).not.toContain('充电桩计费');
    expect(marked).not.toContain('明火识别');
    expect(marked.length).toBeGreaterThan(0);
  });

  it('has contributions that sum to its score', () => {
    const sum = found.reasons.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - found.score)).toBeLessThan(1e-9);
    expect(found.score).toBeGreaterThan(0);
    expect(found.score).toBeLessThanOrEqual(1);
  });

  it('says what answers the need although no word is shared', () => {
    expect(found.reasons.map(({ sentence }) => sentence)).toContain('“视频烟火识别”可用于解决“火災隱患”');
  });

  it('names sector, tags, and what the publisher ruled out', () => {
    const sentences = found.reasons.map(({ sentence }) => sentence);
    expect(sentences).toEqual(expect.arrayContaining(['同属“应急消防”', '技术方向一致：视频分析']));
    expect(sentences).toEqual(expect.arrayContaining(['场景注明不含“充电桩”，不计入', '场景注明不含“攝像頭”，不计入']));
  });

  it('never takes a negated word for evidence', () => {
    const cameras = aCapability({ name: '摄像头', summary: '高清摄像头', description: '摄像头安装' });
    const plain = match(aScenario({ need: '建设平台，不安装摄像头' }), cameras);
    expect(plain.score).toBe(0);
    expect(plain.band).toBeNull();
  });

  it('says how much is covered and what is missing', () => {
    expect(found.summary).toMatch(/^(推荐|候选|弱匹配|不推荐)：覆盖\d+\/\d+项需求$/);
    const nothing = match(aScenario({ title: '智慧养老', need: '独居老人关怀' }), aCapability({ name: '电子签章' }));
    expect(nothing.missing).toEqual(expect.arrayContaining(['智慧养老', '独居老人关怀']));
  });

  it('names the versions that made it', () => {
    expect(found.scoreVersion).toBe(matcher.version);
  });
});

describe('the same pair', () => {
  it('has the same number whichever side was read first', () => {
    const other = createMatcher();
    const digest = other.digest(fireCapability);
    const reverse = other.explain(other.evidenceFor(other.distil(fireScenario)), digest, DAY);
    expect(reverse).toEqual(match(fireScenario, fireCapability));
  });

  it('has the same figure with and without reasons', () => {
    const evidence = matcher.evidenceFor(matcher.distil(fireScenario));
    expect(matcher.figure(evidence, matcher.digest(fireCapability), DAY).score).toBe(match(fireScenario, fireCapability).score);
  });
});

describe('an offer of general use', () => {
  const sectors = ['应急消防', '城市治理', '生态环保', '工业制造', '能源'];
  const scored = (said: Partial<CapabilityProfile>) => match(fireScenario, aCapability({ name: '万物平台', ...said }));
  const general = ({ reasons }: MatchScore) => reasons.find(({ kind }) => kind === 'GENERAL_USE');

  it('comes before one made for another task where its technology is asked for, and says so', () => {
    const wide = scored({ technologyTags: ['物联网'], sectors });
    expect(wide.score).toBeGreaterThan(scored({ technologyTags: ['物联网'], sectors: sectors.slice(0, 2) }).score);
    expect(general(wide)?.sentence).toBe('通用产品，适用5个领域，可作配套');
    expect(wide.reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(wide.score, 9);
  });

  it('gains less by a shared sector alone, and nothing where neither is shared', () => {
    const bySector = scored({ sectors });
    expect(bySector.score).toBeLessThan(scored({ technologyTags: ['物联网'], sectors }).score);
    expect(general(bySector)?.contribution).toBeGreaterThan(0);
    expect(general(scored({ sectors: sectors.map((one) => `${one}外`).slice(1) }))).toBeUndefined();
  });

  it('is never 推荐 by that alone, and gains nothing where it speaks for itself', () => {
    expect(scored({ technologyTags: ['物联网'], sectors }).band).not.toBe('RECOMMENDED');
    const twin = { name: fireScenario.title, summary: fireScenario.need, technologyTags: fireScenario.technologyTags };
    expect(scored({ ...twin, sectors }).score).toBe(scored({ ...twin, sectors: sectors.slice(0, 1) }).score);
  });
});

describe('words that differ', () => {
  it.each([
    ['建设MES', '制造执行系统', '“MES”即“制造执行系统”', 'ABBREVIATION'],
    ['采购軟體', '软件', '“軟體”即“软件”', 'VARIANT'],
    ['改造DCS', '集散控制系统', '“DCS”即“集散控制系统”', 'ABBREVIATION'],
    ['改造DCS', '分布式控制系统', '“DCS”即“分布式控制系统”', 'ABBREVIATION'],
    ['加装烟感', '烟雾报警器', '“烟感”与“烟雾报警器”意思相近', 'SYNONYM'],
    ['需要工业软件', '电子设计自动化工具', '“电子设计自动化”属于“工业软件”一类', 'BROADER'],
    ['部署制造执行系统', '工业软件套件', '“制造执行系统”属于“工业软件”一类', 'BROADER'],
    ['化解群众诉求', '12345热线平台', '“12345热线”可用于解决“群众诉求”', 'ANSWERS'],
  ])('%s meets %s', (need, name, sentence, kind) => {
    const { reasons } = match(aScenario({ need }), aCapability({ name }));
    expect(reasons).toContainEqual(expect.objectContaining({ kind, sentence }));
  });
});

describe('bad input', () => {
  it('of ten thousand emoji is scored like any other', () => {
    const emoji = '😀'.repeat(10_000);
    const scenario = aScenario({ title: '智慧停车', need: `${emoji}车牌识别` });
    const capability = aCapability({ name: '停车场系统', description: emoji });
    const found = match(scenario, capability);
    expectVerbatim(found, scenario, capability);
    expect(found.score).toBeGreaterThan(0);
  });

  it('of empty texts scores nothing', () => {
    expect(match(aScenario({}), aCapability({}))).toMatchObject({ score: 0, band: null, reasons: [] });
  });
});

describe('a required condition', () => {
  const scenario = { ...fireScenario, requiredQualifications: [{ code: 'MLPS', level: '三级' }] };

  it('known not to hold takes the band away', () => {
    const capability = { ...fireCapability, qualifications: [{ code: 'MLPS', level: '二级', validUntil: '', verified: true }] };
    expect(match(scenario, capability)).toMatchObject({ band: null, exclusions: ['等保三级'] });
  });

  it('that is unknown keeps the best pair a 候选', () => {
    const twin = aCapability({ name: scenario.title, summary: scenario.need, technologyTags: scenario.technologyTags });
    expect(match({ ...scenario, requiredQualifications: [] }, twin).band).toBe('RECOMMENDED');
    expect(match(scenario, twin)).toMatchObject({ band: 'CANDIDATE', toVerify: ['等保三级'] });
  });
});
