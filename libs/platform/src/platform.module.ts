import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { ENV, type Env } from './config/env';

/** Configuration and clock for every app. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: Clock, useClass: SystemClock },
      ],
      exports: [ENV, Clock],
    };
  }
}
