import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnavailableError } from '@mantianxing/contracts';
import { MeiliClient } from './meili-client';

/** Something on loopback that answers every request alike, or never. */
function answering(status: number | 'never'): Promise<{ url: string; server: Server }> {
  const server = createServer((_, reply) => {
    if (status === 'never') return;
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: 'as told', code: 'told', type: 'told', link: '' }));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  });
}

async function faultOf(status: number | 'never'): Promise<unknown> {
  const { url, server } = await answering(status);
  try {
    const client = new MeiliClient({ url, key: 'k', prefix: 'spec', requestTimeoutMs: 200 });
    return await client.api.index('spec').search('烟感').then(() => undefined, (error: unknown) => error);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('an engine that does not do its work', () => {
  it.each([['never answers', 'never'], ['gives up in between', 408], ['has too much to do', 429], ['is broken', 503]] as const)(
    'is away when it %s: jobs wait for it instead of failing',
    async (_, status) => expect(await faultOf(status)).toBeInstanceOf(UnavailableError),
  );

  it('is away when nobody listens', async () => {
    const { url, server } = await answering(200);
    await new Promise((resolve) => server.close(resolve));
    const client = new MeiliClient({ url, key: 'k', prefix: 'spec', requestTimeoutMs: 200 });
    await expect(client.api.health()).rejects.toBeInstanceOf(UnavailableError);
    await expect(client.done(client.api.index('spec').addDocuments([{ id: 1 }]))).rejects.toBeInstanceOf(UnavailableError);
  });

  it('is not away when it refuses what was asked', async () => {
    const error = await faultOf(400);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(UnavailableError);
  });
});
