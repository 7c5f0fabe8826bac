import { CAPABILITY_LIST } from './capability-columns';
import { recogniseColumns } from './columns';
import { SCENARIO_LIST } from './scenario-columns';

const headings = (words: string[]) =>
  words.map((full, index) => ({ column: index + 1, leaf: full.split('·').at(-1) ?? '', full }));
const scenarioFields = (...words: string[]) =>
  recogniseColumns(headings(words), SCENARIO_LIST.rules).map((column) => column.field);
const capabilityFields = (...words: string[]) =>
  recogniseColumns(headings(words), CAPABILITY_LIST.rules).map((column) => column.field);

describe('recognising columns of a scenario list', () => {
  it.each([
    ['场景名称', 'title'], ['项目名称', 'title'], ['应用场景', 'title'], ['需求名称（必填）*', 'title'],
    ['需求描述', 'need'], ['主要需求', 'need'], ['拟解决的主要问题', 'background'], ['业务痛点', 'background'],
    ['建设内容及范围', 'inScope'], ['边界（不含内容）', 'outOfScope'], ['不包括', 'outOfScope'],
    ['预期成效', 'acceptance'], ['考核指标', 'acceptance'], ['业主单位', 'ownerUnit'], ['需求单位', 'publisher'],
    ['牵头 单位', 'leadUnits'], ['责任单位', 'responsibleUnits'], ['投资估算（万元）', 'amount'],
    ['预算/万元', 'amount'], ['资金来源', 'fundingSource'], ['资金落实情况', 'fundingStatus'],
    ['截止日期', 'deadline'], ['完成时限', 'deadline'], ['所属行业', 'sector'], ['技术关键词', 'technologyTags'],
    ['企业资质要求', 'requiredQualifications'], ['联系人', 'contactName'], ['联系电话', 'contactPhone'],
    ['联系人及电话', 'contact'], ['天气', null],
  ])('takes %s for %s', (heading, field) => {
    expect(scenarioFields(heading)).toEqual([field]);
  });

  it('does not take the contact of a unit for the unit', () => {
    expect(scenarioFields('需求单位', '需求单位联系人', '需求单位联系电话')).toEqual([
      'publisher', 'contactName', 'contactPhone',
    ]);
  });

  it('reads general leaf headings by the group above them', () => {
    expect(scenarioFields('场景·名称', '资金·下限', '资金·上限')).toEqual(['title', 'amountMin', 'amountMax']);
    expect(capabilityFields('企业·名称', '产品·名称')).toEqual(['firmName', 'name']);
  });

  it('gives one field to the better column and explains the other', () => {
    const [first, second] = recogniseColumns(headings(['场景名称', '项目名称']), SCENARIO_LIST.rules);
    expect(first).toMatchObject({ field: 'title', score: 100 });
    expect(second).toMatchObject({ field: null, note: '也像“场景名称”，已取“场景名称”一列' });
  });

  it('gathers several columns of text in one field', () => {
    expect(scenarioFields('需求描述', '技术需求')).toEqual(['need', 'need']);
  });
});

describe('recognising columns of a capability list', () => {
  it.each([
    ['企业名称', 'firmName'], ['申报单位', 'firmName'], ['统一社会信用代码', 'uscc'], ['产品名称', 'name'],
    ['解决方案名称', 'name'], ['能力类别', 'kind'], ['产品简介', 'summary'], ['功能介绍', 'description'],
    ['应用领域', 'sectors'], ['技术方向', 'technologyTags'], ['资质证书（有效期）', 'qualifications'],
    ['信创适配情况', 'adaptedPlatforms'], ['典型案例', 'cases'], ['是否本地企业', 'isLocal'],
    ['注册地址', 'registeredPlace'], ['企业规模', 'firmSize'], ['是否首版次', 'firstVersion'],
    ['实施周期', 'deliveryDays'], ['企业简介', null],
  ])('takes %s for %s', (heading, field) => {
    expect(capabilityFields(heading)).toEqual([field]);
  });
});
