import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/portal-request';
import { CatalogueFacts } from '../../catalogue/catalogue-facts';
import { ScenarioCatalogue } from '../../catalogue/scenario-catalogue';
import { addressOf } from '../list-address';
import { scenarioRows } from '../list-rows';
import { PageRenderer } from '../page-renderer';

const NEWEST = 6;
const MOST_SECTORS = 16;

/** The entrance: what is open now. */
@ApiTags('页面')
@Controller()
export class HomePageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly scenarios: ScenarioCatalogue,
    private readonly facts: CatalogueFacts,
  ) {}

  @Get()
  async show(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const [list, facts] = await Promise.all([this.scenarios.list({}), this.facts.current()]);
    const data = {
      figures: [
        { label: '公开场景', value: list.total, unit: '个' },
        { label: '发布单位', value: facts.units.length, unit: '家' },
        { label: '企业能力', value: facts.capabilities, unit: '项' },
        { label: '登记企业', value: facts.firms, unit: '家' },
      ],
      total: list.total,
      newest: scenarioRows({ ...list, items: list.items.slice(0, NEWEST) }),
      sectors: facts.sectors
        .slice(0, MOST_SECTORS)
        .map(({ name, count }) => ({ name, count, href: addressOf('/scenarios', { sector: name }) })),
    };
    await this.pages.send(request, reply, 'home', { title: '' }, data);
  }
}
