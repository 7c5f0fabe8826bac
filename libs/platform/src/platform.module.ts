import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { ENV, type Env } from './config/env';
import { Lifecycle } from './health/lifecycle';
import { OutboundGuard } from './http/outbound-guard';

/** Configuration, clock, lifecycle and the one way out for every app. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: Clock, useClass: SystemClock },
        Lifecycle,
        { provide: OutboundGuard, useFactory: () => new OutboundGuard({ allowedHosts: env.OUTBOUND_ALLOWED_HOSTS }) },
      ],
      exports: [ENV, Clock, Lifecycle, OutboundGuard],
    };
  }
}
