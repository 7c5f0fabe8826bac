import { registeredRoutes } from '@mantianxing/platform';
import type { FastifyInstance } from 'fastify';
import { OBJECTS, type WalkedObject } from './objects';
import type { ServerName, World } from './world';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What stands for the rest of an address, where not anything may. */
const REST: Record<string, string> = { '/admin/queues/*': 'api/queues' };

/** What a world's servers serve, and the objects its addresses are called with. */
export class WalkedRoutes {
  private readonly objects = new Map<string, WalkedObject[]>();

  constructor(private readonly world: World) {}

  /** As the server registered them: `GET /api/scenarios/:id`. */
  of(server: ServerName): string[] {
    return [...(registeredRoutes.get(this.world.apps[server].getHttpAdapter().getInstance() as unknown as FastifyInstance) ?? [])].sort();
  }

  /** The most particular line of OBJECTS for an address, made once. */
  async objectsOf(address: string): Promise<WalkedObject[]> {
    const keys = Object.keys(OBJECTS).filter((key) => address === key || address.startsWith(`${key}/`));
    const key = keys.sort((a, b) => b.length - a.length)[0];
    if (!key) throw new Error(`路由 ${address} 带参数：请在 test/support/access/objects.ts 的 OBJECTS 里为它加一行，写明用哪个对象走查`);
    const known = this.objects.get(key) ?? (await OBJECTS[key]!(this.world));
    this.objects.set(key, known);
    return known;
  }
}

/** `GET /api/scenarios/:id` for one object, as it is asked for. */
export function addressOf(route: string, object?: Pick<WalkedObject, 'value'>): [method: Method, url: string] {
  const [method, address = ''] = route.split(' ') as [Method, string];
  return [method, address.replace(/:\w+/, object?.value ?? '').replace('*', REST[address] ?? 'walk')];
}
