import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError, ScenarioListQuery } from '@mantianxing/contracts';
import { AddressFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/portal-request';
import { CatalogueFacts } from '../../catalogue/catalogue-facts';
import { ScenarioCatalogue } from '../../catalogue/scenario-catalogue';
import { isId } from '../entry-id';
import { opening, proseDay } from '../formats';
import { addressOf, chosenFilters, pagerOf } from '../list-address';
import { readListQuery } from '../list-query';
import { scenarioRows } from '../list-rows';
import { PageRenderer } from '../page-renderer';
import { scenarioEntry } from '../scenario-entry';

const PATH = '/scenarios';
const COLUMN = '场景清单';

@ApiTags('页面')
@Controller('scenarios')
export class ScenarioPagesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly scenarios: ScenarioCatalogue,
    private readonly facts: CatalogueFacts,
  ) {}

  @Get()
  @AddressFields(ScenarioListQuery.shape)
  async list(@Query() raw: Record<string, unknown>, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readListQuery(ScenarioListQuery, raw);
    const [list, { sectors, units }] = await Promise.all([this.scenarios.list(query), this.facts.current()]);
    if (list.page > 1 && list.items.length === 0) return void reply.redirect(addressOf(PATH, { ...query, page: undefined }), 303);
    const data = {
      path: PATH,
      query: { q: '', sector: '', unit: '', ...query },
      total: list.total,
      degraded: list.degraded,
      rows: scenarioRows(list),
      sectors,
      units,
      chosen: chosenFilters(PATH, query),
      pager: pagerOf(PATH, query, list),
    };
    const title = list.page > 1 ? `第${list.page}页` : COLUMN;
    await this.pages.send(request, reply, 'scenarios', { title, column: COLUMN }, data);
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = isId(id) ? await this.scenarios.find(id) : undefined;
    if (!view) return this.ended(id, request, reply);
    const entry = scenarioEntry(view);
    const face = {
      title: view.title,
      column: COLUMN,
      description: opening(view.need, 100),
      article: { title: view.title, publishedOn: entry.publishedDay },
    };
    await this.pages.send(request, reply, 'scenario', face, entry);
  }

  /** Name and day are kept for addresses people have saved; nothing else is. */
  private async ended(id: string, request: PortalRequest, reply: FastifyReply): Promise<void> {
    const ended = isId(id) ? await this.scenarios.ended(id) : undefined;
    if (!ended) throw new DomainError('NOT_FOUND', 404, '没有找到此页，可能已撤回或地址有误。');
    const day = proseDay(ended.endedAt.toISOString());
    const data = {
      heading: ended.title,
      sentence: `此场景已于${day}撤回或到期，内容不再公开。`,
      requestId: '',
      ways: [{ href: PATH, label: '看其他场景', primary: true }],
    };
    await this.pages.send(request, reply, 'problem', { title: '已撤回', column: COLUMN, status: 410 }, data);
  }
}
