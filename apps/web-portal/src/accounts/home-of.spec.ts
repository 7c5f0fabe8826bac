import type { Actor, Role } from '@mantianxing/contracts';
import { homeOf, localPath } from './home-of';

const someone = (...roles: Role[]): Actor => ({
  accountId: 'a',
  name: '陈静',
  districtCode: '500103',
  memberships: roles.map((role, index) => ({ organizationId: `${index}`, organizationName: '单位', role })),
});

describe('where a person starts', () => {
  it.each<[string, Role[]]>([
    ['/desk', ['MATCHMAKER']],
    ['/desk', ['DEPARTMENT_ADMIN', 'COORDINATOR']],
    ['/dept', ['DEPARTMENT_MEMBER']],
    ['/firm', ['FIRM_ADMIN']],
    ['/office/audit', ['AUDITOR']],
    ['/inbox', []],
  ])('is %s with %j', (home, roles) => expect(homeOf(someone(...roles))).toBe(home));
});

describe('the page to return to', () => {
  it.each(['/desk', '/desk/review?by=firm&at=1#x', '/scenarios?q=%E5%85%85%E7%94%B5', '/'])('may be %s', (next) =>
    expect(localPath(next)).toBe(next),
  );

  it.each([undefined, '', 'desk', 'https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\n/evil.example', '/\t/evil', ['/desk']])(
    'is never %j',
    (next) => expect(localPath(next)).toBeUndefined(),
  );
});
