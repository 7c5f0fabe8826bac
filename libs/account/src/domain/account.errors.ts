import { DomainError, type Problem } from '@mantianxing/contracts';

/** Every refusal of this lib. Codes are stable, sentences come from PORTAL.md section 4. */
export const accountErrors = {
  wrongCredentials: (left: number, pauseSeconds: number) =>
    new DomainError(
      'WRONG_CREDENTIALS',
      401,
      left > 0 ? `账号或密码不正确，还可尝试${left}次。` : `账号或密码不正确，请${inWords(pauseSeconds)}后再试。`,
      [],
      { attemptsLeft: left },
    ),
  tooManyAttempts: (pauseSeconds: number) =>
    new DomainError('TOO_MANY_ATTEMPTS', 429, `尝试次数较多，请${inWords(pauseSeconds)}后再试。`, [], {
      retryAfterSeconds: pauseSeconds,
    }),
  weakPassword: (problems: Problem[]) => new DomainError('WEAK_PASSWORD', 422, problems[0]?.message ?? '请换一个密码。', problems),
  loginTaken: (login: string) =>
    new DomainError('LOGIN_TAKEN', 409, `账号“${login}”已存在，请换一个。`, [{ field: 'login', message: '此账号已存在，请换一个。' }]),
  unknownOrganization: () =>
    new DomainError('UNKNOWN_ORGANIZATION', 422, '没有找到该单位，或该单位不能有此角色。', [
      { field: 'memberships', message: '没有找到该单位，或该单位不能有此角色。' },
    ]),
  linkUnknown: () => new DomainError('LINK_UNKNOWN', 404, '没有找到此链接，请检查地址是否完整。'),
  linkUsed: () => new DomainError('LINK_USED', 410, '此链接已使用过，每个链接只能使用一次。'),
  linkExpired: () => new DomainError('LINK_EXPIRED', 410, '此链接已失效，请登录或重新获取链接。'),
  unknownAccount: (login: string) => new DomainError('UNKNOWN_ACCOUNT', 404, `没有找到账号“${login}”。`),
  alreadyErased: (login: string) => new DomainError('ALREADY_ERASED', 409, `账号“${login}”的个人信息已经删除过了。`),
  personIsNamed: () =>
    new DomainError('PERSON_IS_NAMED', 409, '此人仍是未办结场景的联系人，请先在该场景中更换联系人，再删除其个人信息。'),
};

const inWords = (seconds: number): string => (seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`);
