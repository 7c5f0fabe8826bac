import { CONSENT_STATUS, DomainError, PAIRING_STATUS } from '@mantianxing/contracts';

/** Refusals of 征询, 引荐 and 对接跟进. */
export const CONSENT_ERRORS = {
  notFound: () => new DomainError('PAIRING_NOT_FOUND', 404, '没有找到这项对接，可能已撤回。'),
  noContacts: () => new DomainError('CONTACTS_NOT_FOUND', 404, '没有可查看的联系人：双方都同意后才互见联系方式。'),
  newRound: () => new DomainError('ANOTHER_ROUND', 409, '这项对接已重新征询，请按最新一次征询答复。'),
  answered: (now: { status: string; by: string; at: string }) =>
    new DomainError('ALREADY_ANSWERED', 409, `${now.by || '本单位'}已答复“${labelOf(now.status)}”，以先答复的为准。`, [], now),
  closed: (status: string) =>
    new DomainError('ASKING_OVER', 409, `征询已结束，当前为“${PAIRING_STATUS[status as keyof typeof PAIRING_STATUS] ?? status}”。`, [], { status }),
  nothingToRevoke: (status: string) =>
    new DomainError('NOTHING_TO_REVOKE', 409, `当前为“${labelOf(status)}”，没有可撤回的同意。`, [], { status }),
  stands: (status: string) =>
    new DomainError('ANSWER_STANDS', 409, `答复“${labelOf(status)}”已生效，不能再改。需要变动请撤回同意或联系专员。`, [], { status }),
  forbidden: () => new DomainError('FORBIDDEN', 403, '只有撮合专员可以再次征询或结束对接。'),
  moved: (now: { status: string; version: number }) =>
    new DomainError(
      'LOST_RACE',
      409,
      `您的操作未生效：这项对接已变为“${PAIRING_STATUS[now.status as keyof typeof PAIRING_STATUS] ?? now.status}”，请刷新后再处理。`,
      [],
      now,
    ),
  reasonWanted: () =>
    new DomainError('REASON_WANTED', 422, '请写明再次征询的原因。', [
      { field: 'reason', message: '对方曾表示暂不对接，请写明为何再次征询。' },
    ]),
  notToBeLeftOut: () =>
    new DomainError('NOT_TO_BE_LEFT_OUT', 422, '只能去掉未同意的联合体成员，牵头企业除外。', [
      { field: 'leaveOut', message: '请重新选择成员。' },
    ]),
  notToBeTakenIn: () =>
    new DomainError('NOT_TO_BE_TAKEN_IN', 422, '只能加入尚未参与此项对接的企业，每家一项能力，成员最多9家。', [
      { field: 'takeIn', message: '请重新选择企业。' },
    ]),
  sideLeft: (side: string) => new DomainError('SIDE_LEFT', 409, `${side}已撤回或停用，不能再次征询。`),
};

const labelOf = (status: string): string => CONSENT_STATUS[status as keyof typeof CONSENT_STATUS] ?? status;
