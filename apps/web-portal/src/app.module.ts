import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ACCOUNT_ENTITIES, AccountCareModule } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { AuditModule } from '@mantianxing/audit';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import { databaseProbes, DatabaseModule, DataSource } from '@mantianxing/database';
import { MatchingModule } from '@mantianxing/matching';
import { NOTIFICATION_ENTITIES, NotificationModule } from '@mantianxing/notification';
import { ORGANIZATION_ENTITIES } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule } from '@mantianxing/pairing';
import { HealthModule, PlatformModule, type Env } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { SearchModule } from '@mantianxing/search';

import { ForgottenPageController } from './accounts/forgotten-page.controller';
import { LinkPagesController } from './accounts/link-pages.controller';
import { OidcErrands } from './accounts/oidc-errands';
import { OidcPageController } from './accounts/oidc-page.controller';
import { OidcProvider } from './accounts/oidc-provider';
import { OwnIdentityController } from './accounts/own-identity.controller';
import { OwnSecurity } from './accounts/own-security';
import { OwnSecurityController } from './accounts/own-security.controller';
import { PortalSession } from './accounts/portal-session';
import { SessionController } from './accounts/session.controller';
import { SessionSweeper } from './accounts/session-sweeper';
import { SignInPageController } from './accounts/sign-in-page.controller';
import { AnswerByLink } from './answering/answer-by-link';
import { AnswerPageController } from './answering/answer-page.controller';
import { AnswerSheet } from './answering/answer-sheet';
import { AuditLogController } from './audit/audit-log.controller';
import { CapabilityCatalogue } from './catalogue/capability-catalogue';
import { CatalogueFacts } from './catalogue/catalogue-facts';
import { ScenarioCatalogue } from './catalogue/scenario-catalogue';
import { ClientPagesController } from './client-pages/client-pages.controller';
import { GatewayController } from './gateway/gateway.controller';
import { QueueBoardController } from './gateway/queue-board.controller';
import { InboxController } from './inbox/inbox.controller';
import { NamedPairings } from './introductions/named-pairings';
import { PairingDeskController } from './introductions/pairing-desk.controller';
import { PartyPairingsController } from './introductions/party-pairings.controller';
import { DeliveryLogController } from './messages/delivery-log.controller';
import { GroupRobotsController } from './messages/group-robots.controller';
import { MessagePreferencesController } from './messages/message-preferences.controller';
import { OpenApiController } from './open-api/open-api.controller';
import { OpenApiDocument } from './open-api/open-api-document';
import { DeadLetterSubjects } from './operations/dead-letter-subjects';
import { DeadLettersController } from './operations/dead-letters.controller';
import { OperationsController } from './operations/operations.controller';
import { MembersController } from './members/members.controller';
import { ListPairingsController } from './pairings/list-pairings.controller';
import { PartyEyes } from './pairings/party-eyes';
import { PartySuggestionsController } from './pairings/party-suggestions.controller';
import { EnoughPairingsController } from './pairings/enough-pairings.controller';
import { RecusalsController } from './pairings/recusals.controller';
import { ReviewPairingController } from './pairings/review-pairing.controller';
import { SuggestionPairs } from './pairings/suggestion-pairs';
import { PageRenderer } from './public/page-renderer';
import { AssetsController } from './public/pages/assets.controller';
import { CapabilityPagesController } from './public/pages/capability-pages.controller';
import { DisplayController } from './public/pages/display.controller';
import { HelpPageController } from './public/pages/help-page.controller';
import { HomePageController } from './public/pages/home-page.controller';
import { ScenarioPagesController } from './public/pages/scenario-pages.controller';
import { SearchPageController } from './public/pages/search-page.controller';
import { ProblemPageFilter } from './public/problem-page.filter';
import { StatusController } from './status/status.controller';
import { StatusService } from './status/status.service';
import { EditThesaurusController } from './thesaurus/edit-thesaurus.controller';
import { ListThesaurusController } from './thesaurus/list-thesaurus.controller';
import { PublishedTexts } from './thesaurus/published-texts';

const CONTROLLERS = [
  SessionController,
  SignInPageController,
  ForgottenPageController,
  LinkPagesController,
  OidcPageController,
  OwnSecurityController,
  OwnIdentityController,
  MembersController,
  GatewayController,
  QueueBoardController,
  ListPairingsController,
  ReviewPairingController,
  EnoughPairingsController,
  RecusalsController,
  PartySuggestionsController,
  PairingDeskController,
  PartyPairingsController,
  AnswerPageController,
  InboxController,
  MessagePreferencesController,
  DeliveryLogController,
  GroupRobotsController,
  ListThesaurusController,
  EditThesaurusController,
  StatusController,
  AuditLogController,
  OperationsController,
  DeadLettersController,
  OpenApiController,
  ClientPagesController,
  AssetsController,
  HomePageController,
  ScenarioPagesController,
  CapabilityPagesController,
  SearchPageController,
  HelpPageController,
  DisplayController,
];
const ENTITIES = [
  ...ACCOUNT_ENTITIES,
  ...ORGANIZATION_ENTITIES,
  ...SCENARIO_ENTITIES,
  ...CAPABILITY_ENTITIES,
  ...PAIRING_ENTITIES,
  ...NOTIFICATION_ENTITIES,
];

/** The one origin a browser talks to. */
@Module({})
export class PortalModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        PlatformModule.forRoot(env),
        DatabaseModule.forRoot({ entities: ENTITIES }),
        HealthModule.forRoot({
          // Strangers reach this one: which part is away stands on the staff's status page.
          namesParts: false,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => databaseProbes(dataSource),
        }),
        OutboxModule,
        CalendarModule,
        AuditModule,
        AccountCareModule,
        ScenarioModule,
        CapabilityModule,
        PairingModule,
        NotificationModule,
        MatchingModule,
        SearchModule.forRoot(),
      ],
      controllers: CONTROLLERS,
      providers: [
        PortalSession,
        OwnSecurity,
        OidcProvider,
        OidcErrands,
        SessionSweeper,
        StatusService,
        OpenApiDocument,
        PageRenderer,
        ProblemPageFilter,
        ScenarioCatalogue,
        CapabilityCatalogue,
        CatalogueFacts,
        SuggestionPairs,
        DeadLetterSubjects,
        PartyEyes,
        NamedPairings,
        AnswerByLink,
        AnswerSheet,
        PublishedTexts,
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
