import { createServer, type AddressInfo, type Server } from 'node:net';
import { choosePort, insistOn, preferredPorts } from './ports';

function occupy(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

describe('a port for one part of the stack', () => {
  let server: Server;
  let taken: number;

  beforeAll(async () => {
    server = await occupy();
    taken = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  it('is the next free one when nobody configured it', async () => {
    expect(await choosePort('WORKER_PORT', undefined, taken)).toBeGreaterThan(taken);
  });

  it('is promised once only', async () => {
    const first = await choosePort('WORKER_PORT', undefined, taken);
    expect(await choosePort('DIRECTORY_PORT', undefined, taken)).not.toBe(first);
  });

  it('is looked for elsewhere by stacks with other data folders, and below the numbers the system hands out', () => {
    const [one, two] = ['/data/one', '/data/two'].map((home) => Object.values(preferredPorts(home)));
    expect(one?.filter((port) => two?.includes(port))).toEqual([]);
    expect(Math.max(...(one ?? []), ...(two ?? []))).toBeLessThan(32_768);
    expect(preferredPorts(undefined).publishing).toBe(4101);
  });

  it('is refused in one sentence when it is configured and taken', async () => {
    await expect(insistOn('PORTAL_PORT', `${taken}`)).rejects.toMatchObject({
      message: `端口 ${taken} 已被占用。`,
      remedy: expect.stringContaining('PORTAL_PORT='),
    });
  });

  it.each(['abc', '0', '70000', '80.5'])('cannot be %s', async (configured) => {
    await expect(insistOn('PORTAL_PORT', configured)).rejects.toMatchObject({ message: `PORTAL_PORT=${configured} 不是有效的端口。` });
  });
});
