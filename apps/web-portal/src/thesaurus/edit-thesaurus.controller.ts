import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AddThesaurusEntry as AddOrder,
  RestoreThesaurusEntry as RestoreOrder,
  ThesaurusCheckView,
  ThesaurusEntry,
  ThesaurusReason,
  ThesaurusVersionView,
  type Actor,
} from '@mantianxing/contracts';
import { AddThesaurusEntry, CheckThesaurusEntry, RestoreThesaurusEntry, RetireThesaurusEntry } from '@mantianxing/matching';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { z } from 'zod';
import { PublishedTexts } from './published-texts';

const entryName = z.string().trim().min(1).max(80);

/** 词库审定: every change is a version of its own; the worker then matches all open scenarios again. */
@ApiTags('词库')
@Controller('api/thesaurus')
export class EditThesaurusController {
  constructor(
    private readonly published: PublishedTexts,
    private readonly check: CheckThesaurusEntry,
    private readonly add: AddThesaurusEntry,
    private readonly retire: RetireThesaurusEntry,
    private readonly restore: RestoreThesaurusEntry,
  ) {}

  @Post()
  @Answers(ThesaurusVersionView)
  @Refusals(401, 403, 422)
  async addEntry(@CurrentActor() actor: Actor, @Body({ schema: AddOrder }) order: AddOrder): Promise<ThesaurusVersionView> {
    return { version: await this.add.execute(actor, order, await this.published.all()) };
  }

  @Post('check')
  @Answers(ThesaurusCheckView)
  @Refusals(401, 403, 422)
  async checkEntry(@CurrentActor() actor: Actor, @Body({ schema: ThesaurusEntry }) entry: ThesaurusEntry): Promise<ThesaurusCheckView> {
    return { problems: await this.check.execute(actor, entry) };
  }

  @Post(':name/retire')
  @Answers(ThesaurusVersionView)
  @Refusals(401, 403, 404, 409, 422)
  async retireEntry(
    @CurrentActor() actor: Actor,
    @Param('name', { schema: entryName }) name: string,
    @Body({ schema: ThesaurusReason }) { reason }: ThesaurusReason,
  ): Promise<ThesaurusVersionView> {
    return { version: await this.retire.execute(actor, name, reason) };
  }

  @Post(':name/restore')
  @Answers(ThesaurusVersionView)
  @Refusals(401, 403, 409, 422)
  async restoreEntry(
    @CurrentActor() actor: Actor,
    @Param('name', { schema: entryName }) name: string,
    @Body({ schema: RestoreOrder }) { reason, builtIn }: RestoreOrder,
  ): Promise<ThesaurusVersionView> {
    return { version: await this.restore.execute(actor, { name, reason, builtIn }) };
  }
}
