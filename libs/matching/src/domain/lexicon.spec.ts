import { Lexicon } from './lexicon';
import { parseThesaurus } from './parse-thesaurus';

const lexicon = new Lexicon({
  version: 't',
  concepts: parseThesaurus(`
    制造执行系统 | =MES | <工业软件:0.7
    工业软件
    火灾隐患 | >烟火识别:0.8
    山林火灾 | <火灾隐患
    烟火识别 | ~视频烟火识别 | <视频分析
    视频分析
    林火识别 | <烟火识别:0.9`),
});
const met = (text: string) => lexicon.scan(text).map(({ concept, start, end, inner }) => [lexicon.name(concept), text.slice(start, end), inner]);
const bridges = (name: string) => {
  const [hit] = lexicon.scan(name);
  return Object.fromEntries(lexicon.bridgesFrom(hit?.concept ?? -1).map(({ concept, weight, kind }) => [lexicon.name(concept), [kind, Number(weight.toFixed(3))]]));
};

describe('reading a text with the thesaurus', () => {
  it('takes the longest wording and marks what lies inside it', () => {
    expect(met('部署视频烟火识别')).toEqual([['烟火识别', '视频烟火识别', false], ['烟火识别', '烟火识别', true]]);
  });

  it('takes a Latin abbreviation only as a whole word', () => {
    expect(met('mes与times及mes2')).toEqual([['制造执行系统', 'mes', false]]);
  });

  it('finds nothing in an empty text', () => {
    expect(met('')).toEqual([]);
  });
});

describe('what a wish leads to', () => {
  it('a general one to the special, and less so a special one to the general', () => {
    expect(bridges('工业软件')).toEqual({ 制造执行系统: ['BROADER', 0.7] });
    expect(bridges('制造执行系统')).toEqual({ 工业软件: ['BROADER', 0.35] });
  });

  it('a need to what answers it, and a little less to special kinds of that', () => {
    expect(bridges('火灾隐患')).toEqual({
      山林火灾: ['BROADER', 0.7],
      烟火识别: ['ANSWERS', 0.8],
      林火识别: ['ANSWERS', 0.576],
    });
  });

  it('a special need only weakly to what answers the wider one', () => {
    expect(bridges('山林火灾')).toEqual({ 火灾隐患: ['BROADER', 0.35] });
  });
});
