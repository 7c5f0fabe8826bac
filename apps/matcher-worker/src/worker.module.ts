import { Global, Module } from '@nestjs/common';
import { AccountCareModule, ACCOUNT_ENTITIES } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { AuditModule } from '@mantianxing/audit';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import { DatabaseModule } from '@mantianxing/database';
import { EmbeddingModule, MatchingModule, ProfileSource } from '@mantianxing/matching';
import { NOTIFICATION_ENTITIES, NotificationModule } from '@mantianxing/notification';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { JobLedger, OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule } from '@mantianxing/pairing';
import { PlatformModule, type Env } from '@mantianxing/platform';
import { QueueModule, type JobHandler } from '@mantianxing/queue';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { SearchModule } from '@mantianxing/search';
import { AuditSealer } from './audit/audit-sealer';
import { SendAccountMailHandler } from './accounts/send-account-mail.handler';
import { EmbedBacklogHandler } from './embedding/embed-backlog.handler';
import { EmbedEntryHandler } from './embedding/embed-entry.handler';
import { EmbeddingKeeper } from './embedding/embedding-keeper';
import { PublishedEntries } from './embedding/published-entries';
import { workerHealth } from './health';
import { IndexCapabilityHandler } from './indexing/index-capability.handler';
import { IndexScenarioHandler } from './indexing/index-scenario.handler';
import { IndexKeeper } from './indexing/index-keeper';
import { CapabilityListings, ScenarioListings } from './indexing/listings';
import { RebuildIndexHandler } from './indexing/rebuild-index.handler';
import { RemoveFromIndexHandler } from './indexing/remove-from-index.handler';
import { LapsePairingsHandler, LapseSuggestionsHandler, SubjectsNow } from './matching/lapse.handlers';
import { MatchCapabilityHandler } from './matching/match-capability.handler';
import { MatchesInForce } from './matching/matches-in-force';
import { MatchScenarioHandler } from './matching/match-scenario.handler';
import { RecordProfileSource } from './matching/record-profile-source';
import { NOTIFICATION_HANDLERS, NOTIFICATION_PROVIDERS } from './notifications';
import { RECONCILIATION_PROVIDERS } from './reconciliation';
import { RECURRING_PROVIDERS, RecurringRunner } from './recurring';
import { OutboxRelay } from './relay/outbox-relay';
import { MatcherInForce } from './statistics/matcher-in-force';
import { RenewStatistics } from './statistics/renew-statistics';
import { ReleaseHeldHandler } from './tracking/release-held.handler';
import { TrackScenarioHandler } from './tracking/track-scenario.handler';
import { JOB_HANDLERS, MatcherWorker } from './worker';

const HANDLERS = [
  IndexScenarioHandler,
  IndexCapabilityHandler,
  RemoveFromIndexHandler,
  RebuildIndexHandler,
  MatchScenarioHandler,
  MatchCapabilityHandler,
  LapseSuggestionsHandler,
  LapsePairingsHandler,
  TrackScenarioHandler,
  ReleaseHeldHandler,
  EmbedEntryHandler,
  EmbedBacklogHandler,
  SendAccountMailHandler,
  ...NOTIFICATION_HANDLERS,
];

const ENTITIES = [
  ...ORGANIZATION_ENTITIES,
  ...ACCOUNT_ENTITIES,
  ...SCENARIO_ENTITIES,
  ...CAPABILITY_ENTITIES,
  ...PAIRING_ENTITIES,
  ...NOTIFICATION_ENTITIES,
];

@Global()
@Module({ providers: [MatcherInForce], exports: [MatcherInForce] })
class StatisticsModule {}

/** All parts of the worker, for one configuration. Which store and which engine is decided by `env` alone. */
export function workerModule(env: Env): object {
  @Module({
    imports: [
      PlatformModule.forRoot(env),
      DatabaseModule.forRoot({ entities: ENTITIES, poolSize: 10 }),
      OutboxModule,
      CalendarModule,
      AuditModule,
      QueueModule.forRoot({ ledger: JobLedger }),
      MatchingModule,
      EmbeddingModule,
      StatisticsModule,
      SearchModule.forRoot({
        keepsIndex: true,
        matcher: {
          inject: [MatcherInForce],
          useFactory: (matcher: MatcherInForce) => () => matcher.now(),
        },
      }),
      OrganizationModule,
      AccountCareModule,
      ScenarioModule,
      CapabilityModule,
      PairingModule,
      NotificationModule,
      workerHealth(),
    ],
    providers: [
      ...HANDLERS,
      ...NOTIFICATION_PROVIDERS,
      ...RECURRING_PROVIDERS,
      ...RECONCILIATION_PROVIDERS,
      ScenarioListings,
      CapabilityListings,
      SubjectsNow,
      IndexKeeper,
      PublishedEntries,
      EmbeddingKeeper,
      { provide: ProfileSource, useClass: RecordProfileSource },
      MatchesInForce,
      { provide: JOB_HANDLERS, inject: HANDLERS, useFactory: (...handlers: JobHandler[]) => handlers },
      OutboxRelay,
      AuditSealer,
      RenewStatistics,
      MatcherWorker,
    ],
    exports: [MatcherWorker, OutboxRelay, RecurringRunner],
  })
  class WorkerModule {}
  return WorkerModule;
}
