import { JiebaSegmenter } from '@mantianxing/matching';
import { wordsLiteral, wordsQuery } from '../embedded/search-words';
import { highlight } from './highlight';
import { QueryReader } from './query-words';
import { synonymGroups } from './synonyms';

const groups = synonymGroups({ concepts: [{ wordings: [{ text: '制造执行系统' }, { text: 'MES' }, { text: 'mes' }] }, { wordings: [{ text: '烟感' }] }] });
const reader = new QueryReader(new JiebaSegmenter(), groups);
const words = (q: string) => reader.read(q).map(({ alternatives }) => alternatives.join('|'));

describe('what is typed into the search box', () => {
  it('is cut into words, known wordings first', () => {
    expect(words('独居老人安全')).toEqual(['独居', '老人', '安全']);
    expect(words('老旧制造执行系统改造')).toEqual(['老旧', '制造执行系统|mes', '改造']);
  });

  it('is Simplified, in lower case and of half width', () => expect(words('軟件ＭＥＳ')).toEqual(['软件', 'mes|制造执行系统']));

  it('joins characters the dictionary has no word for', () => expect(words('反诈宣传')).toEqual(['反诈', '宣传']));

  it('drops idle characters, unless nothing else is asked', () => {
    expect(words('社区的安全')).toEqual(['社区', '安全']);
    expect(words('的')).toEqual(['的']);
  });

  it('is at most ten words, each once', () => {
    expect(words('安全 安全 社区')).toEqual(['安全', '社区']);
    expect(reader.read('甲乙 丙丁 戊己 庚辛 子丑 寅卯 辰巳 午未 申酉 戌亥 天地').length).toBe(10);
  });

  it('leaves the last word open while it is being typed', () => {
    expect(reader.read('云 kuber').map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(reader.read('云 kuber ').map(({ isOpen }) => isOpen)).toEqual([false, false]);
  });

  it('is nothing where only signs were typed', () => expect(words(' "！-: ')).toEqual([]));
});

describe('the word index of PostgreSQL', () => {
  const entry = (text: string) => wordsLiteral([{ name: 'title', weight: 'A', text }]);
  const query = (q: string, any = false) => wordsQuery(reader.read(q), any);

  it('holds every two neighbouring characters and words of Latin whole', () =>
    expect(entry('AI质检，5G')).toBe("'ai':1A '质检':2A '检':3A '5g':5A"));

  it('keeps fields apart', () =>
    expect(wordsLiteral([{ name: 'title', weight: 'A', text: '井盖' }, { name: 'need', weight: 'C', text: '井盖' }])).toBe("'井盖':1A,7C '盖':2A,8C"));

  it('quotes what would end a word', () => expect(entry("o'neill\\x")).toBe("'o':1A 'neill':3A 'x':5A"));

  it('asks for the characters of a word in their order', () => expect(query('制造执行系统 ')).toBe(
    "(('制造' <1> '造执' <1> '执行' <1> '行系' <1> '系统') | ('mes'))",
  ));

  it('asks for all words or for any, and for beginnings', () => {
    expect(query('社区 安全 ')).toBe("(('社区')) & (('安全'))");
    expect(query('社区 kube', true)).toBe("(('社区')) | (('kube':*))");
    expect(query('云 ')).toBe("(('云':*))");
  });
});

describe('marks', () => {
  const marks = (texts: Record<string, string>, q: string) => highlight(texts, reader.read(q)).map(({ field, start, end, text }) => [field, start, end, text]);

  it('stand in the text as written', () => expect(marks({ title: '舊 ＭＥＳ 升級' }, 'mes 升级')).toEqual([['title', 2, 5, 'ＭＥＳ'], ['title', 6, 8, '升級']]));

  it('are one where words touch, and longest first', () => expect(marks({ need: '养老院安全，安全' }, '养老院 安全')).toEqual([['need', 0, 5, '养老院安全'], ['need', 6, 8, '安全']]));

  it('are not inside another word of Latin', () => expect(marks({ need: 'times mes' }, 'mes')).toEqual([['need', 6, 9, 'mes']]));

  it('count UTF-16 units', () => expect(marks({ need: '🚧井盖' }, '井盖')).toEqual([['need', 2, 4, '井盖']]));
});
