import { Module } from '@nestjs/common';
import { ACCOUNT_ENTITIES, AccountModule } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import { DatabaseModule } from '@mantianxing/database';
import { MatchingModule } from '@mantianxing/matching';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PlatformModule, type Env } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { SampleEntries } from './sample-entries';
import { SampleOrganizations } from './sample-organizations';

const ENTITIES = [...ORGANIZATION_ENTITIES, ...ACCOUNT_ENTITIES, ...SCENARIO_ENTITIES, ...CAPABILITY_ENTITIES];

/** The real use cases over the real database: samples take no other way than people's entries do. */
export function seedModule(env: Env): object {
  @Module({
    imports: [
      PlatformModule.forRoot(env),
      DatabaseModule.forRoot({ entities: ENTITIES, poolSize: 2 }),
      OutboxModule,
      CalendarModule,
      OrganizationModule,
      AccountModule,
      ScenarioModule,
      CapabilityModule,
      MatchingModule,
    ],
    providers: [SampleOrganizations, SampleEntries],
  })
  class SeedModule {}
  return SeedModule;
}
