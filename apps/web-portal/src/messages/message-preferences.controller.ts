import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecipientDirectory } from '@mantianxing/account';
import { MessagePreferenceView, SetMessagePreference, type Actor } from '@mantianxing/contracts';
import { MessagePreferences } from '@mantianxing/notification';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';

/** 通知设置 of the signed-in account. */
@ApiTags('消息')
@Controller('api/message-preferences')
export class MessagePreferencesController {
  constructor(
    private readonly preferences: MessagePreferences,
    private readonly directory: RecipientDirectory,
  ) {}

  @Get()
  @Answers(MessagePreferenceView)
  @Refusals(401)
  async show(@CurrentActor() actor: Actor): Promise<MessagePreferenceView> {
    const reached = await this.directory.reach(actor.accountId);
    return this.preferences.read(actor, Boolean(reached?.email));
  }

  @Put()
  @AnswersNothing()
  @Refusals(401, 403, 422)
  set(
    @CurrentActor() { accountId }: Actor,
    @Body({ schema: SetMessagePreference }) { kind, mode }: SetMessagePreference,
  ): Promise<void> {
    return this.preferences.set(accountId, kind, mode);
  }
}
