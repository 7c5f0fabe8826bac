import type { RoleLetter } from '@mantianxing/contracts';

export interface Place {
  path: string;
  label: string;
  /** Whoever holds one of these letters sees the link. */
  for: RoleLetter[];
}

/** Navigation by role, only to pages that exist. */
export const PLACES: Place[] = [
  { path: '/desk', label: '我的待办', for: ['M', 'C'] },
  { path: '/desk/intake', label: '场景审核', for: ['M', 'C'] },
  { path: '/desk/review', label: '撮合审核', for: ['M', 'C'] },
  { path: '/desk/pairings', label: '对接跟进', for: ['M', 'C'] },
  { path: '/admin/words', label: '词库', for: ['M', 'C'] },
  { path: '/admin/operations', label: '运行状态', for: ['M', 'C', 'A'] },
  { path: '/admin/messages', label: '投递记录', for: ['M', 'A'] },
  { path: '/admin/robots', label: '群机器人', for: ['C', 'A'] },
  { path: '/office/audit', label: '审计日志', for: ['U'] },
  { path: '/dept', label: '我的待办', for: ['D'] },
  { path: '/dept/scenarios', label: '我的场景', for: ['D'] },
  { path: '/dept/pairings', label: '我的对接', for: ['D'] },
  { path: '/firm', label: '我的待办', for: ['F'] },
  { path: '/firm/matches', label: '推荐场景', for: ['F'] },
  { path: '/firm/pairings', label: '我的对接', for: ['F'] },
  { path: '/firm/capabilities', label: '我的能力', for: ['F'] },
  { path: '/members', label: '成员', for: ['FA', 'DA', 'C', 'U', 'A'] },
];

/** Pages of the server, open to anyone. */
export const PUBLIC_PLACES = [
  { path: '/scenarios', label: '场景清单' },
  { path: '/capabilities', label: '能力目录' },
];

export function placesFor(letters: ReadonlySet<RoleLetter>): Place[] {
  const open = PLACES.filter((place) => place.for.some((letter) => letters.has(letter)));
  const isTwice = (place: Place) => open.filter((other) => other.label === place.label).length > 1;
  return open.map((place) =>
    isTwice(place) ? { ...place, label: `${place.label}·${SIDE[place.path] ?? ''}` } : place,
  );
}

const SIDE: Record<string, string> = { '/desk': '专员', '/dept': '部门', '/firm': '企业', '/dept/pairings': '部门', '/firm/pairings': '企业' };

/** The place whose path is the longest beginning of `pathname`. */
export function placeAt(places: Place[], pathname: string): Place | undefined {
  const here = places.filter((place) => pathname === place.path || pathname.startsWith(`${place.path}/`));
  return here.sort((a, b) => b.path.length - a.path.length)[0];
}
