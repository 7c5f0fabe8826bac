import {
  Module,
  StandardSchemaSerializerInterceptor,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CalendarModule } from '@mantianxing/calendar';
import { databaseProbes, DatabaseModule, DataSource } from '@mantianxing/database';
import { OutboxModule } from '@mantianxing/outbox';
import { HealthModule, PlatformModule, type Env } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule, SignScenarios } from '@mantianxing/scenario';
import { BrowseScenariosController } from './scenarios/browse-scenarios.controller';
import { DraftScenarioController } from './scenarios/draft-scenario.controller';
import { PublishScenarioController } from './scenarios/publish-scenario.controller';
import { ReviewScenarioController } from './scenarios/review-scenario.controller';
import { SubmitScenarioController } from './scenarios/submit-scenario.controller';
import { WithdrawScenarioController } from './scenarios/withdraw-scenario.controller';

/** Everything the app is made of. It accepts work with PostgreSQL alone: no queue, no search engine. */
@Module({})
export class AppModule implements OnApplicationBootstrap {
  constructor(private readonly sign: SignScenarios) {}

  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(env),
        DatabaseModule.forRoot({ entities: SCENARIO_ENTITIES }),
        OutboxModule,
        CalendarModule,
        ScenarioModule,
        HealthModule.forRoot({
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => databaseProbes(dataSource),
        }),
      ],
      controllers: [
        DraftScenarioController,
        SubmitScenarioController,
        ReviewScenarioController,
        PublishScenarioController,
        WithdrawScenarioController,
        BrowseScenariosController,
      ],
      providers: [
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.sign.inBackground();
  }
}
