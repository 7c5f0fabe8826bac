import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ThesaurusQuery, ThesaurusView } from '@mantianxing/contracts';
import { ListThesaurus } from '@mantianxing/matching';
import { Answers, Refusals } from '@mantianxing/platform';

/** 词库: which words count as one, and who changed what last. Auditors may look. */
@ApiTags('词库')
@Controller('api/thesaurus')
export class ListThesaurusController {
  constructor(private readonly list: ListThesaurus) {}

  @Get()
  @Answers(ThesaurusView)
  @Refusals(401, 403, 422)
  show(@Query({ schema: ThesaurusQuery }) { q, page }: ThesaurusQuery): Promise<ThesaurusView> {
    return this.list.execute(q, page);
  }
}
