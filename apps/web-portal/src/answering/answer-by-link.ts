import { Injectable } from '@nestjs/common';
import { FindActor, LinkTokens, type Link } from '@mantianxing/account';
import { DomainError, type Actor, type ConsentAnswer, type ConsentResultView, type ProblemCode } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { AnswerConsent, ReadConsents, TakeBackAnswer, type OwnPairing } from '@mantianxing/pairing';
import { actingIs } from '@mantianxing/platform';

/** A question that a link opens. */
export interface Question {
  pairing: OwnPairing;
  actor: Actor;
  /** Until when the answer this link gave can be taken back; null where the question still waits for one. */
  changeUntil: Date | null;
}

const PURPOSE = 'CONSENT';
const over = (code: ProblemCode, message: string) => new DomainError(code, 410, message);

/**
 * 征询 answered from a mail. Looking consumes nothing, whoever looks: people, prefetchers, link scanners. Answering uses
 * the link up together with the answer; where the answer is refused, the link stays as it was. While an answer can be
 * changed (PORTAL.md: ten minutes, without signing in), its link gives it back.
 */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly links: LinkTokens,
    private readonly findActor: FindActor,
    private readonly consents: ReadConsents,
    private readonly answerConsent: AnswerConsent,
    private readonly takeBackAnswer: TakeBackAnswer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Throws 404 for what never was a link, 410 for one that is expired or whose question is settled, and for one that is
   * used unless the answer it gave can still be changed.
   */
  async look(token: string): Promise<Question> {
    const link = await this.links.look(token, PURPOSE);
    const changing = link.usedAt ? await this.answeredBy(link) : undefined;
    return changing ?? { ...(await this.questionOf(await this.links.peek(token, PURPOSE))), changeUntil: null };
  }

  /** Answers as the person of `look`. Throws as it does, and 409 where somebody else's answer counts. */
  async answer(token: string, person: Actor, answer: ConsentAnswer, reason: string): Promise<ConsentResultView> {
    // The audit log is told who writes when a transaction begins.
    actingIs(person);
    return this.unitOfWork.run(async () => {
      const { actor, pairing } = await this.questionOf(await this.links.redeem(token, PURPOSE));
      const { organizationId, round } = pairing.own;
      return this.answerConsent.execute({ actor, pairingId: pairing.id, organizationId, round, answer, reason, via: 'LINK' });
    });
  }

  /** Takes back the answer this link gave, and gives the link back with it. Throws as `look`, and 409 once the answer stands. */
  async change(token: string): Promise<ConsentResultView> {
    actingIs((await this.look(token)).actor);
    return this.unitOfWork.run(async () => {
      const answered = await this.answeredBy(await this.links.restore(token, PURPOSE));
      if (!answered) throw over('LINK_USED', '答复已生效，不能再改。如需变动，请登录后撤回同意，或联系专员。');
      const { actor, pairing } = answered;
      const { organizationId, round } = pairing.own;
      return this.takeBackAnswer.execute({ actor, pairingId: pairing.id, organizationId, round });
    });
  }

  /** The answer this link's own person gave, while it can be changed. */
  private async answeredBy(link: Link): Promise<Question | undefined> {
    const { actor, pairing } = await this.pairingOf(link);
    const changeUntil = pairing.own.answeredBy === link.accountId ? pairing.own.changeUntil : null;
    return changeUntil ? { actor, pairing, changeUntil } : undefined;
  }

  private async questionOf(link: Link): Promise<Omit<Question, 'changeUntil'>> {
    const { actor, pairing } = await this.pairingOf(link);
    if (pairing.own.status !== 'ASKED' || pairing.status !== 'ASKING') throw over('QUESTION_SETTLED', settled(pairing));
    return { pairing, actor };
  }

  private async pairingOf({ subjectId, accountId }: Link): Promise<Omit<Question, 'changeUntil'>> {
    const consent = await this.consents.byId(subjectId);
    const actor = accountId ? await this.findActor.execute(accountId) : undefined;
    if (!consent || !actor) throw over('LINK_CLOSED', '此链接已失效，请联系专员。');
    const pairing = (await this.consents.ofActorIn(actor, consent.pairingId)).find(({ own }) => own.id === consent.id);
    if (!pairing) throw over('LINK_CLOSED', '此链接已失效，请登录查看。');
    return { pairing, actor };
  }
}

function settled({ own }: OwnPairing): string {
  if (own.answeredAt) return `${own.answeredByName || '本单位'}已经答复，以先答复的为准。`;
  return own.status === 'EXPIRED' ? '答复期限已过，专员会与您联系。' : '这次征询已经结束，无需再答复。';
}
