import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowedHost, reachOf } from './outbound-addresses';
import { OutboundError, OutboundGuard, type OutboundSettings } from './outbound-guard';

let server: Server;
let port: number;
let asked: IncomingMessage[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  answer = (response) => void response.end('{"ok":true}');
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
);

const reasonOf = (work: () => unknown): Promise<string | undefined> =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: unknown) => (error instanceof OutboundError ? error.reason : String(error)),
    );
const named = (addresses: string[], more: OutboundSettings = {}) =>
  new OutboundGuard({ lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })), ...more });

describe('where an address leads', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd12::1', '::ffff:10.0.0.1', '::ffff:7f00:1'])(
    '%s is inside',
    (address) => expect(reachOf(address)).toBe('inside'),
  );

  it.each([
    ...['169.254.169.254', '169.254.0.23', '100.100.100.200', '::ffff:169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', '168.63.129.16'],
    ...['0.0.0.0', '::', '224.0.0.1', 'ff02::1', '255.255.255.255', '240.0.0.1', '192.0.2.1', '198.18.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', '2001:db8::1', 'x'],
  ])('%s is never reached', (address) => expect(reachOf(address)).toBe('never'));

  it.each(['39.156.66.10', '2408:8000::1', '::ffff:39.156.66.10'])('%s is public', (address) => expect(reachOf(address)).toBe('public'));
});

describe('an address a person enters', () => {
  it.each([
    ['', 'ADDRESS_UNREADABLE'],
    ['http://example.cn/', 'SCHEME'],
    ['file:///etc/passwd', 'ADDRESS_UNREADABLE'],
    ['gopher://example.cn/', 'SCHEME'],
    ['https://me:secret@example.cn/', 'CREDENTIALS'],
    ['https://example.cn:6379/', 'PORT'],
    ['https://2130706433/', 'NOT_PUBLIC'],
    ['https://0x7f.1/', 'NOT_PUBLIC'],
    ['https://0177.0.0.1/', 'NOT_PUBLIC'],
    ['https://[::ffff:127.0.0.1]/', 'NOT_PUBLIC'],
    ['https://１２７.0.0.1/', 'NOT_PUBLIC'],
    ['https://169.254.169.254/latest/meta-data/', 'NOT_PUBLIC'],
  ])('%s is refused: %s', async (address, reason) => {
    expect(await reasonOf(() => new OutboundGuard().accept(address))).toBe(reason);
  });

  it('is taken when it is https, public and plain', () => {
    expect(new OutboundGuard().accept('https://oapi.dingtalk.com/robot/send?access_token=x').hostname).toBe('oapi.dingtalk.com');
  });

  it('names no address in what people read', async () => {
    const refusal = await named(['10.0.0.7']).request('https://intra.example/').catch((error: unknown) => error);
    expect((refusal as Error).message).toMatch(/^该网址指向内部网络/);
    expect((refusal as Error).message).not.toContain('10.0.0.7');
  });
});

describe('a host the operator allowed', () => {
  it.each([
    ['robot.example', 'http://robot.example:81/', true],
    ['robot.example:81', 'http://robot.example:82/', false],
    ['robot.example:80', 'http://robot.example/', true],
    ['robot.example', 'http://evil.robot.example/', false],
    ['10.20.0.0/16', 'http://10.20.3.4:9000/', true],
    ['10.20.0.0/16', 'http://10.21.3.4/', false],
    ['::1', 'http://[::1]:9/', true],
    ['[::1]:8', 'http://[::1]:9/', false],
  ])('%s covers %s: %s', (entry, address, covered) => expect(new AllowedHost(entry).matches(new URL(address))).toBe(covered));

  it.each(['a b', 'host/path', '10.0.0.0/99', 'http://x', ''])('refuses the entry "%s"', (entry) => expect(() => new AllowedHost(entry)).toThrow());

  it('is reached over http, on its port, inside the network', async () => {
    const guard = named(['127.0.0.1'], { allowedHosts: ['robot.example'] });
    const response = await guard.request(`http://robot.example:${port}/hook`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(await response.json()).toEqual({ ok: true });
    expect(asked.map(({ method, url, headers }) => [method, url, headers.host])).toEqual([['POST', '/hook', `robot.example:${port}`]]);
  });

  it('is still no way to the metadata service', async () => {
    expect(await reasonOf(() => named(['169.254.169.254'], { allowedHosts: ['robot.example'] }).request('http://robot.example/'))).toBe('NOT_PUBLIC');
    expect(await reasonOf(() => new OutboundGuard({ allowedHosts: ['169.254.0.0/16'] }).request('http://169.254.169.254/'))).toBe('NOT_PUBLIC');
  });
});

describe('a request that goes out', () => {
  const allowed = (more: OutboundSettings = {}) => new OutboundGuard({ allowedHosts: [`127.0.0.1:${port}`], ...more });
  const url = () => `http://127.0.0.1:${port}/`;

  it('is not made when one of several addresses of the name lies inside', async () => {
    expect(await reasonOf(() => named(['39.156.66.10', '127.0.0.1']).request('https://two.example/'))).toBe('NOT_PUBLIC');
  });

  it('goes to the address that was checked though the name changes its mind', async () => {
    const answers = ['127.0.0.1', '169.254.169.254'];
    let questions = 0;
    const lookup = async () => [{ address: answers[Math.min(questions++, 1)] as string, family: 4 }];
    await new OutboundGuard({ allowedHosts: ['turn.example'], lookup }).request(`http://turn.example:${port}/`);
    expect([questions, asked.length]).toEqual([1, 1]);
  });

  it('follows no redirect', async () => {
    answer = (response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    expect(await reasonOf(() => allowed().request(url()))).toBe('REDIRECT');
    expect(asked).toHaveLength(1);
  });

  it('takes no more than the limit, nor packed answers', async () => {
    answer = (response) => void response.end('x'.repeat(2000));
    expect(await reasonOf(() => allowed({ mostBytes: 1999 }).request(url()))).toBe('TOO_LARGE');
    answer = (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    expect(await reasonOf(() => allowed().request(url()))).toBe('ENCODING');
    expect(asked.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'identity']);
  });

  it('waits no longer than its time, for the name, the answer or the rest of it', async () => {
    const timeoutMs = 50;
    expect(await reasonOf(() => new OutboundGuard({ lookup: () => new Promise(() => undefined), timeoutMs }).request('https://slow.example/'))).toBe('TIMEOUT');
    answer = () => undefined;
    expect(await reasonOf(() => allowed({ timeoutMs }).request(url()))).toBe('TIMEOUT');
    answer = (response) => void response.write('{');
    expect(await reasonOf(() => allowed().request(url(), { timeoutMs }))).toBe('TIMEOUT');
  });

  it('says which kind of absence it met', async () => {
    expect(await reasonOf(() => new OutboundGuard({ lookup: () => Promise.reject(new Error('ENOTFOUND')) }).request('https://gone.example/'))).toBe('NAME_UNKNOWN');
    expect(await reasonOf(() => named([]).request('https://gone.example/'))).toBe('NAME_UNKNOWN');
    answer = (response) => void response.destroy();
    expect(await reasonOf(() => allowed().request(url()))).toBe('UNREACHABLE');
  });

  it('serves libraries that ask for a fetch', async () => {
    answer = (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    const response = await allowed().fetch(url(), { method: 'POST', body: new URLSearchParams({ code: 'c' }) });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([400, 'application/json', '{"error":"invalid_grant"}']);
    expect(asked[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded');
  });
});
