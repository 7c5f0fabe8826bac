import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Lifecycle } from './lifecycle';

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

export interface HealthOptions {
  /** False where strangers can ask: they hear whether, not why. True by default, for apps inside. */
  namesParts?: boolean;
}
const PartView = z.strictObject({
  ...{ name: z.string(), label: z.string(), up: z.boolean(), note: z.string() },
  ...{ optional: z.boolean().optional(), waiting: z.number().optional() },
});
const HealthView = z
  .strictObject({ status: z.enum(['up', 'starting', 'down', 'stopping']), parts: z.array(PartView).optional() })
  .meta({ id: 'Health' });
const HEALTH_OPTIONS = Symbol('HEALTH_OPTIONS');

/** However many ask, each part is looked at this often, in milliseconds. */
const FRESH_FOR = 1_000;

interface Reply {
  status(code: number): { header(name: string, value: string): { send(body: unknown): unknown } };
}

/**
 * `/health/live`: the process answers. `/health/started`: what it does has begun. `/health/ready`: every part it cannot
 * do without is there, and it is not stopping.
 */
@ApiTags('运行状态')
@ApiResponse({ status: 200, standardSchema: HealthView, description: '可用' })
@ApiResponse({ status: 503, standardSchema: HealthView, description: '暂不可用' })
@Controller('health')
export class HealthController {
  private last?: { at: number; parts: Promise<PartHealth[]> };

  constructor(
    @Inject(HEALTH_PROBES) private readonly probes: HealthProbe[],
    @Inject(HEALTH_OPTIONS) private readonly options: HealthOptions,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Get('live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('started')
  started(@Res() reply: Reply): void {
    answer(reply, this.lifecycle.hasStarted, { status: this.lifecycle.hasStarted ? 'up' : 'starting' });
  }

  @Get('ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const parts = await this.parts();
    const { hasStarted, isStopping } = this.lifecycle;
    const ready = hasStarted && !isStopping && parts.every((part) => part.up || part.optional);
    const status = ready ? 'up' : isStopping ? 'stopping' : hasStarted ? 'down' : 'starting';
    answer(reply, ready, this.options.namesParts === false ? { status } : { status, parts });
  }

  private parts(): Promise<PartHealth[]> {
    const now = Date.now();
    if (!this.last || now - this.last.at >= FRESH_FOR) {
      this.last = { at: now, parts: Promise.all(this.probes.map((probe) => probe())) };
    }
    return this.last.parts;
  }
}

const answer = (reply: Reply, good: boolean, body: object): void =>
  void reply.status(good ? 200 : 503).header('cache-control', 'no-store').send(body);

@Module({})
export class HealthModule {
  /** `useFactory` builds the probes from the app's own providers named in `inject`. */
  static forRoot(
    options: HealthOptions & {
      imports?: DynamicModule['imports'];
      inject?: never[] | unknown[];
      useFactory: (...parts: never[]) => HealthProbe[];
    },
  ): DynamicModule {
    return {
      module: HealthModule,
      imports: options.imports,
      controllers: [HealthController],
      providers: [
        { provide: HEALTH_PROBES, useFactory: options.useFactory as never, inject: (options.inject ?? []) as never[] },
        { provide: HEALTH_OPTIONS, useValue: { namesParts: options.namesParts } },
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
