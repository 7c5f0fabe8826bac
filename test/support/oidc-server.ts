import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OidcServer {
  issuer: string;
  /** Who signs in there: `sub` to what the provider says of them. */
  people: Map<string, { email?: string; email_verified?: boolean }>;
  /** A browser's way through the provider's own sign-in page, from our redirect to the address it sends back to. */
  signIn(url: string, sub: string): Promise<string>;
  close(): Promise<void>;
}

/** A real provider on loopback (oidc-provider): code flow, PKCE demanded, its development pages for signing in. */
export async function openOidcServer(redirectUri: string, port = 0): Promise<OidcServer> {
  const people: OidcServer['people'] = new Map();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'portal', client_secret: 'p'.repeat(40), redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['k'.repeat(32)] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  } as never);
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    signIn: (url, sub) => walkThrough(url, sub, issuer),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function walkThrough(url: string, sub: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url };
  for (let step = 0; step < 12; step += 1) {
    if (!next.url.startsWith(issuer)) return next.url;
    const answer = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { body: new URLSearchParams(next.form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to) next = { url: new URL(to, next.url).href };
    else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`the provider's page has no form: ${answer.status} ${page.slice(0, 300)}`);
      next = { url: new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next.url).href, form: { prompt, ...(prompt === 'login' && { login: sub, password: 'any' }) } };
    }
  }
  throw new Error('the provider went round in circles');
}
