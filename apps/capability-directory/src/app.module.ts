import {
  Module,
  StandardSchemaSerializerInterceptor,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule, SignCapabilities } from '@mantianxing/capability';
import { databaseProbes, DatabaseModule, DataSource } from '@mantianxing/database';
import { OutboxModule } from '@mantianxing/outbox';
import { HealthModule, PlatformModule, type Env } from '@mantianxing/platform';
import { BrowseCapabilitiesController } from './capabilities/browse-capabilities.controller';
import { PublishCapabilityController } from './capabilities/publish-capability.controller';
import { RegisterCapabilityController } from './capabilities/register-capability.controller';
import { RetireCapabilityController } from './capabilities/retire-capability.controller';

/** Everything the app is made of. It accepts work with PostgreSQL alone: no queue, no search engine. */
@Module({})
export class AppModule implements OnApplicationBootstrap {
  constructor(private readonly sign: SignCapabilities) {}

  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(env),
        DatabaseModule.forRoot({ entities: CAPABILITY_ENTITIES }),
        OutboxModule,
        CalendarModule,
        CapabilityModule,
        HealthModule.forRoot({
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => databaseProbes(dataSource),
        }),
      ],
      controllers: [
        RegisterCapabilityController,
        PublishCapabilityController,
        RetireCapabilityController,
        BrowseCapabilitiesController,
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
