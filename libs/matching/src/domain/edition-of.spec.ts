import { checkThesaurus } from './check-thesaurus';
import { editionOf } from './edition-of';
import { parseThesaurus } from './parse-thesaurus';
import { conceptOf, entryOf, lineOf } from './thesaurus-line';
import type { ShelvedThesaurus } from './thesaurus-shelf';

const builtIn = {
  version: 'tabc',
  concepts: parseThesaurus('传感 | ~感知设备\n烟感 | ~感烟器 | <传感\n火灾隐患 | >烟感:0.8'),
};
const shelf = (said: Partial<ShelvedThesaurus>): ShelvedThesaurus => ({ version: 4, added: [], retired: [], ...said });
const namesOf = (said: Partial<ShelvedThesaurus>) => editionOf(builtIn, shelf(said)).concepts.map(({ name }) => name);
const concept = (said: Partial<ShelvedThesaurus>, name: string) =>
  editionOf(builtIn, shelf(said)).concepts.find((one) => one.name === name);

describe('the edition of the thesaurus in force', () => {
  it('is the one that comes with the product while staff have changed nothing', () => {
    expect(editionOf(builtIn, { version: 0, added: [], retired: [] })).toBe(builtIn);
  });

  it('names both the data files and the version of staff’s changes', () => {
    expect(editionOf(builtIn, shelf({})).version).toBe('tabc-t4');
  });

  it('holds what was added, with its relations', () => {
    const added = ['飞线充电 | ~私拉电线 | >烟感:0.6'];
    expect(namesOf({ added })).toEqual(['传感', '烟感', '火灾隐患', '飞线充电']);
    expect(concept({ added }, '飞线充电')?.answeredBy).toEqual([{ name: '烟感', weight: 0.6 }]);
  });

  it('leaves out what was retired and every relation that led to it', () => {
    const retired = ['烟感'];
    expect(namesOf({ retired })).toEqual(['传感', '火灾隐患']);
    expect(concept({ retired }, '火灾隐患')?.answeredBy).toEqual([]);
    expect(checkThesaurus(editionOf(builtIn, shelf({ retired })).concepts)).toEqual([]);
  });

  it('has the relations back once what they lead to is restored', () => {
    expect(concept({ version: 5 }, '火灾隐患')?.answeredBy).toEqual([{ name: '烟感', weight: 0.8 }]);
  });

  it('takes staff’s entry where a later delivery brings one of the same name', () => {
    const added = ['烟感 | ~烟雾探测器'];
    expect(namesOf({ added })).toEqual(['传感', '火灾隐患', '烟感']);
    expect(concept({ added }, '烟感')?.wordings.map(({ text }) => text)).toEqual(['烟感', '烟雾探测器']);
  });
});

describe('an entry as a line', () => {
  it('comes back from the line format as it was written', () => {
    const entry = {
      name: '视频烟火识别',
      synonyms: ['烟火检测'],
      abbreviations: ['VFD'],
      variants: ['影像火焰偵測'],
      broader: [{ name: '烟感', weight: 0.5 }],
      answers: [{ name: '传感', weight: 0.7 }],
    };
    expect(lineOf(entry)).toBe('视频烟火识别 | ~烟火检测 | =VFD | ^影像火焰偵測 | <烟感:0.5 | >传感:0.7');
    expect(entryOf(conceptOf(lineOf(entry)))).toEqual(entry);
  });
});
