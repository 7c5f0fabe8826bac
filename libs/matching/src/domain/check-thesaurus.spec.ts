import { checkThesaurus, overlyCommonWordings } from './check-thesaurus';
import { parseThesaurus } from './parse-thesaurus';
import { fieldThesaurus } from '../thesaurus';

const faults = (lines: string) => checkThesaurus(parseThesaurus(lines)).map(({ message }) => message);

describe('checking a thesaurus', () => {
  it('finds nothing wrong with the one that comes with the product', () => {
    const { concepts } = fieldThesaurus();
    expect(checkThesaurus(concepts)).toEqual([]);
    expect(concepts.length).toBeGreaterThanOrEqual(2000);
  });

  it('refuses one wording under two concepts, width and script aside', () => {
    expect(faults('烟感 | ~感烟器\n探测器 | ~ＹＧ,感煙器')).toEqual(['“感煙器”已在“烟感”中，请只留一处']);
  });

  it('refuses wordings of one character', () => {
    expect(faults('监测 | ~测')).toEqual(['“测”只有1个字，请换成完整的词']);
  });

  it('refuses circles of broader terms', () => {
    expect(faults('甲类 | <乙类\n乙类 | <丙类\n丙类 | <甲类')).toEqual(['上位概念绕成了圈：甲类→乙类→丙类→甲类']);
  });

  it('refuses relations to nothing and to itself', () => {
    expect(faults('火灾隐患 | >视频烟火')).toEqual(['没有名为“视频烟火”的概念，请先添加']);
    expect(faults('火灾隐患 | >火灾隐患')).toEqual(['“火灾隐患”不能与自己相关']);
  });

  it('refuses signs and weights it cannot read, naming the line', () => {
    expect(() => parseThesaurus('烟感\n监测 | ?何物')).toThrow('词库第2行：“?何物”开头的符号不认识');
    expect(() => parseThesaurus('烟感 | >监测:2')).toThrow('词库第1行：“监测:2”的权重应在0与1之间');
  });

  it('reports wordings that stand in more than a tenth of a corpus', () => {
    const texts = Array.from({ length: 20 }, (_, i) => (i < 3 ? '智慧平台' : i < 5 ? '烟感' : '其他'));
    expect(overlyCommonWordings(parseThesaurus('平台\n烟感'), texts)).toEqual(['平台']);
  });
});
