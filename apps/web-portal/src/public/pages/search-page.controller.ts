import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScenarioListQuery } from '@mantianxing/contracts';
import { AddressFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../../access/portal-request';
import { CapabilityCatalogue } from '../../catalogue/capability-catalogue';
import { CatalogueFacts } from '../../catalogue/catalogue-facts';
import { ScenarioCatalogue } from '../../catalogue/scenario-catalogue';
import { addressOf } from '../list-address';
import { readListQuery } from '../list-query';
import { capabilityRows, scenarioRows } from '../list-rows';
import { PageRenderer } from '../page-renderer';

/** Of each list this many are shown, with a link to the rest. */
const OF_EACH = 10;
const TRY_WORDS = 4;
const NOTHING = { total: 0, rows: [], href: '' };

/** One box over both lists. */
@ApiTags('页面')
@Controller('search')
export class SearchPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly scenarios: ScenarioCatalogue,
    private readonly capabilities: CapabilityCatalogue,
    private readonly facts: CatalogueFacts,
  ) {}

  @Get()
  @AddressFields({ q: ScenarioListQuery.shape.q })
  async show(@Query() raw: Record<string, unknown>, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const { q = '' } = readListQuery(ScenarioListQuery, { q: raw.q });
    const face = { title: q ? `“${q}”的结果` : '查找', column: '查找' };
    if (!q) {
      await this.pages.send(request, reply, 'search', face, { q, scenarios: NOTHING, capabilities: NOTHING, degraded: false });
      return;
    }
    const [scenarios, capabilities, facts] = await Promise.all([
      this.scenarios.list({ q }, OF_EACH),
      this.capabilities.list({ q }, OF_EACH),
      this.facts.current(),
    ]);
    const data = {
      q,
      degraded: scenarios.degraded || capabilities.degraded,
      tryWords: facts.sectors.slice(0, TRY_WORDS).map(({ name }) => name),
      scenarios: {
        total: scenarios.total,
        rows: scenarioRows({ ...scenarios, items: scenarios.items.slice(0, OF_EACH) }),
        href: addressOf('/scenarios', { q }),
      },
      capabilities: {
        total: capabilities.total,
        rows: capabilityRows({ ...capabilities, items: capabilities.items.slice(0, OF_EACH) }),
        href: addressOf('/capabilities', { q }),
      },
    };
    await this.pages.send(request, reply, 'search', face, data);
  }
}
