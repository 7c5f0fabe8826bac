import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswerConsent as Answer, ConsentResultView, ContactListView, PartyPairingListView, RevokeConsent as Revoke, TakeBackAnswer as TakeBack, type Actor } from '@mantianxing/contracts';
import { AnswerConsent, ReadConsents, ReadContacts, ReadSuggestions, RevokeConsent, TakeBackAnswer } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';
import { NamedPairings } from './named-pairings';
import { partyPairing } from './pairing-views';

/** 我的对接: what a unit or a firm is asked, what it answered, and whom it may ring up. */
@ApiTags('对接')
@Controller('api/pairings')
export class PartyPairingsController {
  constructor(
    private readonly consents: ReadConsents,
    private readonly suggestions: ReadSuggestions,
    private readonly named: NamedPairings,
    private readonly answerConsent: AnswerConsent,
    private readonly takeBackAnswer: TakeBackAnswer,
    private readonly revokeConsent: RevokeConsent,
    private readonly contacts: ReadContacts,
  ) {}

  @Get()
  @Answers(PartyPairingListView)
  @Refusals(401, 403)
  async mine(@CurrentActor() actor: Actor): Promise<PartyPairingListView> {
    const pairings = await this.named.of(await this.consents.ofActor(actor));
    const reasons = await this.suggestions.reasonsOf(pairings.flatMap(({ pairing }) => pairing.suggestionId ?? []));
    return { items: pairings.map((one) => partyPairing(one, reasons.get(one.pairing.suggestionId ?? '') ?? [])) };
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Answers(ConsentResultView)
  @Refusals(401, 403, 404, 409, 422)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: Answer }) { organizationId, round, answer, reason = '' }: Answer,
  ): Promise<ConsentResultView> {
    return this.answerConsent.execute({ actor, pairingId, organizationId, round, answer, reason, via: 'INBOX' });
  }

  @Post(':id/take-back')
  @HttpCode(200)
  @Answers(ConsentResultView)
  @Refusals(401, 403, 404, 409, 422)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: TakeBack }) { organizationId, round }: TakeBack,
  ): Promise<ConsentResultView> {
    return this.takeBackAnswer.execute({ actor, pairingId, organizationId, round });
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Answers(ConsentResultView)
  @Refusals(401, 403, 404, 409, 422)
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: Revoke }) { organizationId, round, reason = '' }: Revoke,
  ): Promise<ConsentResultView> {
    return this.revokeConsent.execute({ actor, pairingId, organizationId, round, reason });
  }

  /** Each call is a reading and leaves a row, so no cache may answer in its place. */
  @Get(':id/contacts')
  @Header('cache-control', 'no-store')
  @Answers(ContactListView)
  @Refusals(401, 403, 404)
  readContacts(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) pairingId: string): Promise<ContactListView> {
    return this.contacts.execute(actor, pairingId);
  }
}
