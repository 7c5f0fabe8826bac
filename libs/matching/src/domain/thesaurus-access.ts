import { DomainError, mayAct, type Actor, type Problem } from '@mantianxing/contracts';

/** @throws DomainError FORBIDDEN for whoever is neither matchmaker nor coordinator. */
export function demandEditor(actor: Actor): void {
  if (!mayAct(actor, ['M', 'C'], '')) throw new DomainError('FORBIDDEN', 403, '词库由专员和统筹维护，如需调整请联系他们。');
}

/** Names the line, and each word with what to do about it. */
export function refusedLine(line: string, problems: Problem[]): DomainError {
  return new DomainError('THESAURUS_REFUSED', 422, `词条“${line}”没有保存，词库未改动，请按提示修改。`, problems);
}
