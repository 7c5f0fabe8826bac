import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CAPABILITY_KIND, CapabilityListQuery, DomainError } from '@mantianxing/contracts';
import { AddressFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/portal-request';
import { CapabilityCatalogue } from '../../catalogue/capability-catalogue';
import { CatalogueFacts } from '../../catalogue/catalogue-facts';
import { capabilityEntry } from '../capability-entry';
import { isId } from '../entry-id';
import { opening } from '../formats';
import { addressOf, chosenFilters, pagerOf } from '../list-address';
import { readListQuery } from '../list-query';
import { capabilityRows } from '../list-rows';
import { PageRenderer } from '../page-renderer';

const PATH = '/capabilities';
const COLUMN = '能力目录';
const KINDS = Object.entries(CAPABILITY_KIND).map(([code, name]) => ({ code, name }));

@ApiTags('页面')
@Controller('capabilities')
export class CapabilityPagesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly capabilities: CapabilityCatalogue,
    private readonly facts: CatalogueFacts,
  ) {}

  @Get()
  @AddressFields(CapabilityListQuery.shape)
  async list(@Query() raw: Record<string, unknown>, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readListQuery(CapabilityListQuery, raw);
    const [list, facts] = await Promise.all([this.capabilities.list(query), this.facts.current()]);
    if (list.page > 1 && list.items.length === 0) return void reply.redirect(addressOf(PATH, { ...query, page: undefined }), 303);
    const data = {
      path: PATH,
      query: { q: '', sector: '', kind: '', ...query },
      total: list.total,
      degraded: list.degraded,
      rows: capabilityRows(list),
      sectors: facts.capabilitySectors,
      kinds: KINDS,
      chosen: chosenFilters(PATH, query, CAPABILITY_KIND),
      pager: pagerOf(PATH, query, list),
    };
    const title = list.page > 1 ? `第${list.page}页` : COLUMN;
    await this.pages.send(request, reply, 'capabilities', { title, column: COLUMN }, data);
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = isId(id) ? await this.capabilities.find(id) : undefined;
    if (!view) throw new DomainError('NOT_FOUND', 404, '没有找到此页，可能已撤回或地址有误。');
    const entry = capabilityEntry(view);
    const face = {
      title: view.name,
      column: COLUMN,
      description: opening(view.summary || view.description, 100),
      article: { title: view.name, publishedOn: entry.confirmedDay },
    };
    await this.pages.send(request, reply, 'capability', face, entry);
  }
}
