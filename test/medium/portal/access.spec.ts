import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { SystemStatusView } from '@mantianxing/contracts';
import { OpenApiDocument } from '../../../apps/web-portal/src/open-api/open-api-document';
import { aUnit, theOffice } from '../../support/builders/organizations';
import { openPortal, type TestPortal } from '../../support/builders/portal';

@Controller('api/forgotten')
class ForgottenController {
  @Get()
  everything(): string {
    return 'nobody said who may see this';
  }
}

describe('access to the portal', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  it('does not start with a route that has no row in the table, and says where to write one', async () => {
    await expect(openPortal({}, [ForgottenController])).rejects.toThrow('GET /api/forgotten');
  });

  it('keeps programs out without a session, and by role', async () => {
    const visitor = portal.browser();
    const unit = await portal.signedIn(await aUnit(portal), 'DEPARTMENT_MEMBER');
    for (const url of ['/api/suggestions', '/api/inbox', '/api/firm-matches']) expect((await visitor.get(url)).status).toBe(401);
    expect((await unit.get('/api/suggestions')).status).toBe(403);
    expect((await unit.get('/api/firm-matches')).status).toBe(403);
    expect((await unit.get('/api/inbox')).status).toBe(200);
  });

  it('lets the coordinator look and only the matchmaker decide', async () => {
    const coordinator = await portal.signedIn(await theOffice(portal), 'COORDINATOR');
    expect((await coordinator.get('/api/suggestions')).status).toBe(200);
    const answer = await coordinator.post('/api/suggestions/01a200f2-c669-74ca-a50e-1e7499fe2718/approve', { version: 1 });
    expect(answer.status).toBe(403);
  });

  it('sends people to sign in, and back', async () => {
    const answer = await portal.browser().get('/desk/review?by=firm&at=1');
    expect([answer.status, answer.headers.location]).toEqual([303, `/sign-in?next=${encodeURIComponent('/desk/review?by=firm&at=1')}`]);
  });

  it('allows no inline script, no frame and no sniffing anywhere', async () => {
    for (const url of ['/', '/api/status', '/nowhere', '/assets/portal.css', '/desk']) {
      const { headers } = await portal.browser().get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('describes its own API, with the refusals', async () => {
    const document = portal.app.get(OpenApiDocument).own as OpenAPIObject;
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/session', '/api/status', '/api/suggestions', '/api/suggestions/{id}/approve', '/api/inbox/{id}/read']),
    );
    // Half a document would mislead: while the two apps are away there is none.
    expect((await portal.browser().get('/api/openapi.json')).status).toBe(503);
  });

  it('says that matching stands still while the worker is away, and since when', async () => {
    const status = (await portal.browser().get('/api/status')).json<SystemStatusView>();
    expect(status).toMatchObject({ matching: 'stopped', waiting: 0, parts: [] });
    const staff = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    expect((await staff.get('/api/status')).json()).toMatchObject({
      matching: 'stopped',
      parts: ['worker', 'publishing', 'directory'].map((name) => ({ name, up: false })),
    });
    expect((await staff.get('/')).text).toContain('匹配暂停，恢复后自动追赶。');
    expect((await portal.browser().get('/')).text).not.toContain('匹配暂停');
  });

  it('says that the desks’ page has still to be built, where it has', async () => {
    const staff = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const answer = await staff.get('/desk/review');
    expect([answer.status, answer.text.includes('工作台界面尚未生成')]).toEqual([503, true]);
  });

  it('answers health without a session, and tells strangers no part by name', async () => {
    expect((await portal.browser().get('/health/ready')).json()).toEqual({ status: 'up' });
  });
});
