import type { RoleLetter } from '@mantianxing/contracts';
import { placeAt, placesFor } from './places';

const labels = (...letters: RoleLetter[]) =>
  placesFor(new Set(letters)).map((p) => p.label);

describe('navigation', () => {
  it('shows each role its own desk', () => {
    expect(labels('P', 'M')).toEqual(['我的待办', '场景审核', '撮合审核', '对接跟进', '词库', '运行状态', '投递记录']);
    expect(labels('P', 'A')).toEqual(['运行状态', '投递记录', '群机器人', '成员']);
    expect(labels('P', 'D')).toEqual(['我的待办', '我的场景', '我的对接']);
    expect(labels('P', 'F')).toEqual(['我的待办', '推荐场景', '我的对接', '我的能力']);
    expect(labels('P', 'U')).toEqual(['审计日志', '成员']);
  });
  it('begins with the own work of an administrator, the members after it', () => {
    expect(labels('F', 'FA')).toEqual(['我的待办', '推荐场景', '我的对接', '我的能力', '成员']);
    expect(labels('D', 'DA').at(-1)).toBe('成员');
  });
  it('tells two desks of one person apart', () => {
    expect(labels('D', 'F')).toEqual([
      ...['我的待办·部门', '我的场景', '我的对接·部门'],
      ...['我的待办·企业', '推荐场景', '我的对接·企业', '我的能力'],
    ]);
  });
  it('marks the nearest place of a page', () => {
    const places = placesFor(new Set(['D'] as const));
    expect(placeAt(places, '/dept/scenarios/1/edit')?.path).toBe('/dept/scenarios');
    expect(placeAt(places, '/dept')?.path).toBe('/dept');
    expect(placeAt(places, '/department')).toBeUndefined();
  });
});
