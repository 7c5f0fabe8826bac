import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

export interface PartHealth {
  name: string;
  label: string;
  up: boolean;
  note: string;
  /** A part that may be away while the app still does its work. */
  optional?: boolean;
  /** Work this part has still to do, where it counts any. */
  waiting?: number;
}

/** One probe per dependency; it must answer within a second or two and never throw. */
export type HealthProbe = () => Promise<PartHealth>;
export const HEALTH_PROBES = Symbol('HEALTH_PROBES');

interface Reply {
  status(code: number): { send(body: unknown): unknown };
}

/** `/health/live`: the process answers. `/health/ready`: every part it cannot do without is there. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_PROBES) private readonly probes: HealthProbe[]) {}

  @Get('live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const parts = await Promise.all(this.probes.map((probe) => probe()));
    const ready = parts.every((part) => part.up || part.optional);
    reply.status(ready ? 200 : 503).send({ status: ready ? 'up' : 'down', parts });
  }
}

@Module({})
export class HealthModule {
  /** `useFactory` builds the probes from the app's own providers named in `inject`. */
  static forRoot(options: {
    imports?: DynamicModule['imports'];
    inject?: never[] | unknown[];
    useFactory: (...parts: never[]) => HealthProbe[];
  }): DynamicModule {
    return {
      module: HealthModule,
      imports: options.imports,
      controllers: [HealthController],
      providers: [
        { provide: HEALTH_PROBES, useFactory: options.useFactory as never, inject: (options.inject ?? []) as never[] },
      ],
    };
  }
}

/** Runs `check` with a limit of 1.5 s and reports instead of throwing. */
export async function probe(
  part: { name: string; label: string; optional?: boolean },
  check: () => Promise<unknown>,
): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), 1500);
  });
  try {
    await Promise.race([check(), limit]);
    return { ...part, up: true, note: '' };
  } catch {
    return { ...part, up: false, note: '暂时联系不上' };
  } finally {
    clearTimeout(timer);
  }
}
