import { readArguments } from './arguments';

describe('understanding the command line', () => {
  it('takes two lists and sensible defaults', () => {
    expect(readArguments(['甲.xlsx', '乙.csv'])).toEqual({
      kind: 'run',
      options: { scenarios: '甲.xlsx', capabilities: '乙.csv', out: 'pairings.xlsx', json: undefined, top: 10 },
    });
  });

  it('takes options before, between and after the lists, in both spellings', () => {
    const asked = readArguments(['--top=3', '甲.xlsx', '--out', '丙.xlsx', '乙.csv', '--json', '丙.json']);
    expect(asked).toMatchObject({ options: { out: '丙.xlsx', json: '丙.json', top: 3 } });
  });

  it.each([
    [[], '请给出两个文件：先场景清单，后能力清单'],
    [['甲.xlsx'], '请给出两个文件：先场景清单，后能力清单'],
    [['甲', '乙', '丙'], '多余的参数 丙'],
    [['甲', '乙', '--out'], '--out 后面缺少内容'],
    [['甲', '乙', '--out', '--json'], '--out 后面缺少内容'],
    [['甲', '乙', '--quick'], '不认识的参数 --quick'],
    [['甲', '乙', '--top', '0'], '--top 应是1至100之间的整数'],
    [['甲', '乙', '--top', '十'], '--top 应是1至100之间的整数'],
    [['甲', '乙', '--out', '丙.xls'], '--out 的文件名应以 .xlsx 结尾'],
    [['甲.xlsx', '乙', '--out', './甲.xlsx'], '结果会覆盖清单 ./甲.xlsx，请换一个文件名'],
  ])('refuses %j', (argv, message) => {
    expect(readArguments(argv)).toEqual({ kind: 'wrong', message });
  });

  it('offers help wherever it is asked for', () => {
    expect(readArguments(['甲', '--help'])).toEqual({ kind: 'help' });
  });
});
