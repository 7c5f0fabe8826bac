import { DomainError, SUGGESTION_STATUS } from '@mantianxing/contracts';
import { ENOUGH_APPROVED } from './suggestion-status';

/** Every refusal of this lib, in one place. */
export const PAIRING_ERRORS = {
  notFound: () => new DomainError('SUGGESTION_NOT_FOUND', 404, '没有找到这条建议，可能已失效。'),
  forbidden: () => new DomainError('FORBIDDEN', 403, '只有撮合专员可以审核建议。'),
  sideLeft: (side: string) =>
    new DomainError('SIDE_LEFT', 409, `${side}已撤回或停用，这条建议不能再通过。`),
  evidenceWanted: (toVerify: readonly string[]) =>
    new DomainError('EVIDENCE_WANTED', 422, '有待核实的条件，请写明核实依据后再通过。', [
      { field: 'note', message: `请写明如何核实：${toVerify.join('、')}。` },
    ]),
  noteWanted: () =>
    new DomainError('NOTE_WANTED', 422, '请写明驳回原因。', [{ field: 'note', message: '选择“其他”时请写明原因。' }]),
  reopenReasonWanted: () =>
    new DomainError('NOTE_WANTED', 422, '请写明重新提出的原因。', [{ field: 'note', message: '审核人会看到这一原因。' }]),
  recused: () => new DomainError('RECUSED', 403, '您已申请回避其中一方，由其他专员办理。'),
  notAParty: () => new DomainError('NOT_A_PARTY', 422, '请选择这条建议中的一方。', [{ field: 'firmId', message: '所选企业不在这条建议中。' }]),
  noRecusal: () => new DomainError('RECUSAL_NOT_FOUND', 404, '没有找到这条回避记录。'),
  recusalStands: () => new DomainError('RECUSAL_STANDS', 403, '回避已生效，如需结束，请统筹办公室办理。'),
  notYetEnough: (approved: number) =>
    new DomainError('NOT_YET_ENOUGH', 409, `本场景已通过${approved}家，满${ENOUGH_APPROVED}家后才能停止。`),
  tooLateToUndo: () =>
    new DomainError('TOO_LATE_TO_UNDO', 409, '引荐已发出，不能撤销，可改为“终止对接”。'),
  notYours: () => new DomainError('NOT_YOUR_DECISION', 403, '只能撤销自己作出的决定。'),
  /** `firms`: names of those that are in another open pairing of the scenario. */
  alreadyPaired: (firms: readonly string[] = []) =>
    new DomainError('ALREADY_PAIRED', 409, `${firms.join('、') || '该企业'}已在与此场景对接，不能同时参与另一项对接，请待该项结束后再处理。`),
  lostRace: (now: { status: string; version: number; decidedBy?: string; decidedAt?: string }) => {
    const statusLabel = SUGGESTION_STATUS[now.status as keyof typeof SUGGESTION_STATUS] ?? now.status;
    const who = now.decidedBy ? `${now.decidedBy}已将其` : '这条建议已';
    return new DomainError('LOST_RACE', 409, `您的操作未生效：${who}“${statusLabel}”。`, [], { ...now, statusLabel });
  },
};
