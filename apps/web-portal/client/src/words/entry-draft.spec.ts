import { changeSentence, EMPTY_DRAFT, entryOf, problemsAtFields, weightWord, wordsOf } from './entry-draft';

describe('an entry of the thesaurus while it is written', () => {
  it('takes words apart at any of the usual separators', () => {
    expect(wordsOf('烟感、感烟器，烟雾探测器;感烟器\n ')).toEqual(['烟感', '感烟器', '烟雾探测器']);
  });

  it('is sent without blanks and without relations that name nothing', () => {
    const draft = {
      ...EMPTY_DRAFT,
      name: ' 飞线充电 ',
      synonyms: '私拉电线',
      answers: [
        { name: ' 烟感', weight: 0.7 },
        { name: ' ', weight: 0.7 },
      ],
    };
    expect(entryOf(draft)).toEqual({
      name: '飞线充电',
      synonyms: ['私拉电线'],
      abbreviations: [],
      variants: [],
      broader: [],
      answers: [{ name: '烟感', weight: 0.7 }],
    });
  });

  it('finds the field of a problem, whichever request named it', () => {
    const problems = [
      { field: 'entry.synonyms.0', message: '最多40字。' },
      { field: 'synonyms', message: '已有此词' },
      { field: 'name', message: '请填写此项。' },
    ];
    expect(problemsAtFields(problems)).toEqual({ synonyms: ['最多40字。', '已有此词'], name: ['请填写此项。'] });
  });

  it('says a weight by the nearest word', () => {
    expect([1, 0.85, 0.65, 0.45, 0.2].map(weightWord)).toEqual(['很强', '很强', '较强', '一般', '较弱']);
  });

  it('says who changed what, when, and why', () => {
    const change = { version: 4, change: 'RETIRED', name: '烟感', note: '重复', by: '张三', at: '2026-11-22T02:32:00Z' } as const;
    expect(changeSentence(change)).toMatch(/^张三 .*停用（第4版）：重复$/);
    expect(changeSentence({ ...change, note: '' })).toMatch(/（第4版）$/);
  });
});
