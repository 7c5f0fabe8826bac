import { compact, lengthProblems, problemsByField, taskState, type FieldSpec } from './field-spec';

const specs: FieldSpec[] = [
  { name: 'inScope', label: '范围内', section: '边界', kind: 'area', isNeeded: true, max: 5 },
  { name: 'background', label: '背景', section: '边界', kind: 'area' },
];

describe('a draft', () => {
  it('is sent without what is empty, and keeps zero', () => {
    expect(
      compact({
        title: ' 充电监测 ',
        need: ' ',
        technologyTags: [],
        localOnly: false,
        fundingMinFen: 0,
        level: undefined,
      }),
    ).toEqual({
      title: '充电监测',
      fundingMinFen: 0,
    });
  });
  it('names the field, its limit and its length when it is too long', () => {
    expect(lengthProblems(specs, { inScope: '监测点位与告警' })).toEqual([
      { field: 'inScope', message: '范围内最多5字，现有7字。' },
    ]);
    expect(lengthProblems(specs, { inScope: ' 监测点位 ' })).toEqual([]);
  });
  it('shows the server’s sentence at the field it belongs to', () => {
    const problems = [
      { field: 'content.contactEmail', message: '甲' },
      { field: 'requiredQualifications[0].code', message: '乙' },
      { field: 'content.contactEmail', message: '丙' },
    ];
    expect(problemsByField(problems)).toEqual({ contactEmail: '甲', requiredQualifications: '乙' });
  });
});

describe('the task list', () => {
  it('shows a section untouched, begun and complete', () => {
    expect(taskState(specs, {}, false)).toBe('empty');
    expect(taskState(specs, { background: '常见背景' }, false, { background: '常见背景' })).toBe('empty');
    expect(taskState(specs, { background: '近两年' }, false)).toBe('open');
    expect(taskState(specs, { inScope: '监测' }, false)).toBe('open');
    expect(taskState(specs, { inScope: '监测' }, true)).toBe('done');
  });
});
