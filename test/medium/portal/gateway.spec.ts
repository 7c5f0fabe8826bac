import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProblemView } from '@mantianxing/contracts';
import { ACTOR_HEADER, readActor } from '@mantianxing/platform';
import { Upstream } from '../../../apps/web-portal/src/gateway/upstream';
import { SECRET } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, type TestPortal } from '../../support/builders/portal';

interface Heard {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

describe('the gateway', () => {
  let portal: TestPortal;
  let upstream: Server;
  const heard: Heard[] = [];
  beforeAll(async () => {
    upstream = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        const isKnown = request.method !== 'PUT';
        if (!isKnown) return void response.writeHead(405, { allow: 'GET, POST' }).end();
        response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json', 'set-cookie': 'stolen=1', etag: '"7"' });
        response.end('{"total":0}');
      });
    });
    await new Promise<void>((listening) => upstream.listen(0, '127.0.0.1', listening));
    portal = await openPortal({ PUBLISHING_URL: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}` });
  });
  afterAll(async () => {
    upstream.closeAllConnections();
    await new Promise((closed) => upstream.close(closed));
    await portal.close();
  });
  beforeEach(() => heard.splice(0));
  const told = () => heard[0] as Heard;

  it('passes path, query, body and answer on as they are', async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const answer = await browser.post('/api/scenarios/7/approve?x=%E4%B8%80', { version: 1 });
    expect([answer.status, answer.text, answer.headers.etag]).toEqual([201, '{"total":0}', '"7"']);
    expect(told()).toMatchObject({ method: 'POST', url: '/api/scenarios/7/approve?x=%E4%B8%80', body: '{"version":1}' });
  });

  it('says who acts in a signed header, and nothing for visitors', async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    await browser.get('/api/scenarios');
    const actor = await readActor(told().headers[ACTOR_HEADER] as string, SECRET);
    expect(actor?.memberships).toEqual([expect.objectContaining({ role: 'MATCHMAKER', organizationName: '联席会议办公室' })]);
    heard.splice(0);
    await portal.browser().get('/api/scenarios');
    expect(told().headers).not.toHaveProperty(ACTOR_HEADER);
  });

  it('believes no actor header of a browser, and keeps its cookies', async () => {
    const browser = portal.browser();
    browser.cookies.set('mtx_session', 'secret');
    await browser.get('/api/scenarios', { [ACTOR_HEADER]: 'forged', 'X-Mantianxing-Actor': 'forged', authorization: 'Bearer x', 'x-forwarded-for': '1.2.3.4' });
    expect(Object.keys(told().headers).filter((name) => /cookie|actor|authorization|forwarded/.test(name))).toEqual([]);
  });

  it('sets no cookie of an upstream in the browser', async () => {
    expect((await portal.browser().get('/api/scenarios')).headers['set-cookie']).toBeUndefined();
  });

  // Straight to the gateway: test clients and browsers tidy such addresses before they send them, attackers do not.
  it.each(['/api/scenarios/../../health/ready', '/api/scenarios/%2e%2e/%2E%2e/openapi.json', '/api/scenarios/..\\..\\health', '//evil.example/api/scenarios', '/api/scenariosx'])(
    'does not leave its path: %s',
    async (url) => {
      const { port } = upstream.address() as AddressInfo;
      const gateway = new Upstream('场景发布服务', `http://127.0.0.1:${port}`, '/api/scenarios', SECRET);
      const passed = gateway.pass({ method: 'GET', url, headers: {}, body: undefined, requestId: 'r', actor: undefined });
      await expect(passed).rejects.toMatchObject({ status: 404 });
      expect(heard).toEqual([]);
    },
  );

  it.each(['TRACE', 'PROPFIND', 'PATCH'])('refuses what no app behind it knows, and says what they do: %s', async (method) => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const answer = await browser.send(method, '/api/scenarios/check');
    expect([answer.status, answer.headers.allow, heard]).toEqual([405, 'POST', []]);
    for (const url of ['/api/scenarios/7/submit', '/api/scenarios//submit']) {
      const known = await browser.send(method, url);
      expect([known.status, known.headers.allow, heard]).toEqual([405, 'POST', []]);
    }
    const unknown = await browser.send(method, '/api/scenarios/7/8/9');
    expect([unknown.status, heard]).toEqual([405, []]);
  });

  it('passes on which methods an address knows, where an app refuses one', async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const answer = await browser.send('PUT', '/api/scenarios/7/8/9', '{}', { 'content-type': 'application/json' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, POST']);
  });

  it('passes JSON alone', async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const answer = await browser.send('POST', '/api/scenarios', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([answer.status, heard]).toEqual([415, []]);
  });

  it('says in Chinese that an app is away, and that nothing was changed', async () => {
    const answer = await portal.browser().get('/api/capabilities');
    expect(answer.status).toBe(503);
    expect(answer.json<ProblemView>()).toMatchObject({ code: 'UPSTREAM_AWAY', message: '能力目录服务暂时联系不上，数据未改动，请稍后重试。' });
  });
});
