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
  memberAlready: () => new DomainError('MEMBER_ALREADY', 409, '此人已是该单位成员，无需重复邀请。'),
  noMembersHome: () => new DomainError('ORGANIZATION_NOT_FOUND', 404, '没有找到该单位，可能已撤回或地址有误。'),
  memberUnknown: () => new DomainError('MEMBER_NOT_FOUND', 404, '没有找到这名成员，可能已离开该单位。'),
  membershipEnded: () => new DomainError('MEMBERSHIP_ENDED', 409, '此人的这一身份已结束，请刷新名单。'),
  invitationUnknown: () => new DomainError('INVITATION_NOT_FOUND', 404, '没有找到这份邀请，可能已接受或已取消。'),
  invitationClosed: () => new DomainError('INVITATION_CLOSED', 410, '这份邀请已接受或已取消，请直接登录或联系邀请人。'),
  roleNotYours: () =>
    new DomainError('ROLE_NOT_YOURS', 403, '您不能授予或收回此角色，请联系系统管理员。', [
      { field: 'role', message: '您不能授予或收回此角色。' },
    ]),
  notOneself: () => new DomainError('NOT_ONESELF', 403, '不能对自己的账号这样操作，请另一位管理员办理。'),
  recertificationPast: () =>
    new DomainError('RECERTIFICATION_PAST', 403, '您的账号已过年度确认日期，请联系本单位管理员或统筹办公室确认后登录。'),
  currentPasswordWrong: (left: number) =>
    new DomainError('CURRENT_PASSWORD_WRONG', 422, '现在的密码不正确，请检查。', [
      { field: 'current', message: left > 0 ? `现在的密码不正确，还可尝试${left}次。` : '现在的密码不正确，请稍后再试。' },
    ]),
  factorCodeWrong: (left: number, pauseSeconds: number) =>
    new DomainError(
      'FACTOR_CODE_WRONG',
      422,
      left > 0 ? `验证码不正确或已用过，还可尝试${left}次。` : `验证码不正确或已用过，请${inWords(pauseSeconds)}后再试。`,
      [{ field: 'code', message: '验证码不正确或已用过。' }],
    ),
  factorThere: () => new DomainError('FACTOR_THERE', 409, '动态验证码已启用，如需更换请先停用。'),
  factorNotBegun: () => new DomainError('FACTOR_NOT_BEGUN', 409, '请先扫码添加，再填写验证码。'),
  factorNeeded: () => new DomainError('FACTOR_NEEDED', 403, '您的角色须使用动态验证码，不能停用。更换手机请联系系统管理员重置。'),
  identityUnlinked: () =>
    new DomainError('IDENTITY_UNLINKED', 403, '此身份尚未关联本平台账号，请联系本单位管理员邀请，或请系统管理员关联。'),
  identityNeeded: () => new DomainError('IDENTITY_NEEDED', 409, '您还没有密码，解除后将不能登录。请先用“忘记密码”设置密码。'),
  identityTaken: () => new DomainError('IDENTITY_TAKEN', 409, '此身份已关联其他账号，请先解除。'),
};

const inWords = (seconds: number): string => (seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`);
