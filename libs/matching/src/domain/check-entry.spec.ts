import type { ThesaurusEntry } from '@mantianxing/contracts';
import { commonProblems, problemsOfEntry, problemsOfShelf } from './check-entry';
import { parseThesaurus } from './parse-thesaurus';
import type { ShelvedThesaurus } from './thesaurus-shelf';

const builtIn = {
  version: 'tabc',
  concepts: parseThesaurus('传感 | ~感知设备\n烟感 | ~感烟器 | <传感\n火灾隐患 | >烟感:0.8'),
};
const untouched: ShelvedThesaurus = { version: 0, added: [], retired: [] };
const entry = (said: Partial<ThesaurusEntry>): ThesaurusEntry => ({
  name: '飞线充电', synonyms: [], abbreviations: [], variants: [], broader: [], answers: [], ...said,
});
const problems = (said: Partial<ThesaurusEntry>, shelf = untouched) =>
  problemsOfEntry(builtIn, shelf, entry(said)).map(({ field, message }) => `${field}：${message}`);

describe('checking an entry before it is added', () => {
  it('lets a sound one through', () => {
    expect(problems({ synonyms: ['私拉电线'], answers: [{ name: '烟感', weight: 0.6 }] })).toEqual([]);
  });

  it('refuses a name that is there already, and says how to rewrite it', () => {
    expect(problems({ name: '烟感' })).toEqual(['name：“烟感”已在词库中，如需改写请先停用原来的词条']);
  });

  it('names the field of a wording another entry has', () => {
    expect(problems({ synonyms: ['感煙器'] })).toEqual(['synonyms：“感煙器”已在“烟感”中，请只留一处']);
    expect(problems({ abbreviations: ['感知设备'] })).toEqual(['abbreviations：“感知设备”已在“传感”中，请只留一处']);
  });

  it('refuses one character, at its field', () => {
    expect(problems({ variants: ['電'] })).toEqual(['variants：“電”只有1个字，请换成完整的词']);
  });

  it('refuses relations to nothing and to itself', () => {
    expect(problems({ answers: [{ name: '视频烟火', weight: 0.5 }] })).toEqual(['answers：没有名为“视频烟火”的词条，请先添加']);
    expect(problems({ broader: [{ name: '飞线充电', weight: 0.5 }] })[0]).toBe('broader：“飞线充电”不能与自己相关，请去掉');
  });

  it('sees the circle a silent relation would close', () => {
    const retired = { version: 1, added: [], retired: ['传感'] };
    expect(problems({ name: '传感', broader: [{ name: '烟感', weight: 0.5 }] }, retired)).toEqual([
      'broader：上位概念绕成了圈：烟感→传感→烟感，请去掉其中一处“属于”',
    ]);
  });

  it('refuses a relation to what rests', () => {
    const retired = { version: 1, added: [], retired: ['烟感'] };
    expect(problems({ answers: [{ name: '烟感', weight: 0.5 }] }, retired)).toEqual(['answers：没有名为“烟感”的词条，请先添加']);
  });

  it('refuses signs of the line format, so that no entry can smuggle in another', () => {
    expect(problems({ synonyms: ['甲 | >烟感'] })).toEqual(['synonyms：“甲 | >烟感”中有竖线、逗号、冒号等符号，请去掉或分成几个词']);
  });

  it('holds no older fault of the edition against a new entry', () => {
    const faulty = { ...builtIn, concepts: [...builtIn.concepts, ...parseThesaurus('探测 | ~感烟器')] };
    expect(problemsOfEntry(faulty, untouched, entry({}))).toEqual([]);
  });

  it('refuses to restore what a newer entry has taken over', () => {
    const now = { version: 2, added: ['探测 | ~感烟器'], retired: ['烟感'] };
    expect(problemsOfShelf(builtIn, now, { ...now, retired: [] }).map(({ message }) => message)).toEqual([
      '“感烟器”已在“烟感”中，请只留一处',
    ]);
  });

  it('counts what would hit more than a tenth of the published capabilities', () => {
    const texts = Array.from({ length: 30 }, (_, i) => (i < 4 ? '智慧平台' : i < 7 ? '烟感联动' : '其他'));
    const said = entry({ name: '智慧平台', synonyms: ['烟感联动'] });
    expect(commonProblems(said, texts)).toEqual([
      { field: 'name', message: '“智慧平台”会命中4项能力，超过已发布30项的十分之一，请换成更具体的词' },
    ]);
    expect(commonProblems(said, texts.slice(0, 19))).toEqual([]);
  });
});
