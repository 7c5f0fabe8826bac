import { Injectable } from '@nestjs/common';
import { FindActor, LinkTokens, type Link } from '@mantianxing/account';
import { DomainError, type Actor, type ConsentAnswer, type ConsentResultView, type ProblemCode } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { AnswerConsent, ReadConsents, type OwnPairing } from '@mantianxing/pairing';
import { actingIs } from '@mantianxing/platform';

/** A question that a link still opens. */
export interface OpenQuestion {
  pairing: OwnPairing;
  actor: Actor;
}

const PURPOSE = 'CONSENT';
const over = (code: ProblemCode, message: string) => new DomainError(code, 410, message);

/**
 * 征询 answered from a mail. Looking consumes nothing, whoever looks: people, prefetchers, link scanners. Answering uses
 * the link up together with the answer; where the answer is refused, the link stays as it was.
 */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly links: LinkTokens,
    private readonly findActor: FindActor,
    private readonly consents: ReadConsents,
    private readonly answerConsent: AnswerConsent,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Throws 404 for what never was a link, 410 for one that is used, expired or whose question is settled. */
  async look(token: string): Promise<OpenQuestion> {
    return this.questionOf(await this.links.peek(token, PURPOSE));
  }

  /** Throws as `look`, and 409 where somebody else's answer counts. */
  answer(token: string, answer: ConsentAnswer, reason: string): Promise<ConsentResultView> {
    return this.unitOfWork.run(async () => {
      const { actor, pairing } = await this.questionOf(await this.links.redeem(token, PURPOSE));
      actingIs(actor);
      const { organizationId, round } = pairing.own;
      return this.answerConsent.execute({ actor, pairingId: pairing.id, organizationId, round, answer, reason, via: 'LINK' });
    });
  }

  private async questionOf({ subjectId, accountId }: Link): Promise<OpenQuestion> {
    const consent = await this.consents.byId(subjectId);
    const actor = accountId ? await this.findActor.execute(accountId) : undefined;
    if (!consent || !actor) throw over('LINK_CLOSED', '此链接已失效，请联系专员。');
    const pairing = (await this.consents.ofActorIn(actor, consent.pairingId)).find(({ own }) => own.id === consent.id);
    if (!pairing) throw over('LINK_CLOSED', '此链接已失效，请登录查看。');
    if (pairing.own.status !== 'ASKED' || pairing.status !== 'ASKING') throw over('QUESTION_SETTLED', settled(pairing));
    return { pairing, actor };
  }
}

function settled({ own }: OwnPairing): string {
  if (own.answeredAt) return `${own.answeredByName || '本单位'}已经答复，以先答复的为准。`;
  return own.status === 'EXPIRED' ? '答复期限已过，专员会与您联系。' : '这次征询已经结束，无需再答复。';
}
