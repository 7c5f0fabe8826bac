import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@mantianxing/contracts';
import { createDirectoryApp } from '../../../apps/capability-directory/src/directory-app';
import { aCapability, COMPLETE_CAPABILITY } from '../../support/builders/capability';
import { openMarket, testEnv, type OwnMarket } from '../../support/builders/market';
import { aFirm, type BuiltFirm } from '../../support/builders/organizations';
import { ask, type Method } from '../../support/builders/requests';

describe('the directory app over HTTP', () => {
  let market: OwnMarket;
  let app: NestFastifyApplication;
  let firm: BuiltFirm;
  beforeAll(async () => {
    market = await openMarket();
    app = await createDirectoryApp(testEnv(market.databaseUrl));
    await app.init();
    firm = await aFirm(market);
  });
  afterAll(async () => {
    await app.close();
    await market.close();
  });

  const call = (method: Method, path: string, actor?: Actor, body?: unknown) =>
    ask(app, method, `/api/capabilities${path}`, { actor, body });

  it('carries an entry to the public directory and off it again', async () => {
    const created = await call('POST', '', firm.member, { content: COMPLETE_CAPABILITY });
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'DRAFT', statusLabel: '草稿', version: 1, missing: [] },
    });
    const { id } = created.body;
    let version = 1;
    for (const [step, status] of [
      ['publish', 'PUBLISHED'],
      ['reconfirm', 'PUBLISHED'],
      ['pause', 'PAUSED'],
      ['resume', 'PUBLISHED'],
    ]) {
      const answer = await call('POST', `/${id}/${step}`, firm.member, { version });
      expect([step, answer.status, answer.body.status]).toEqual([step, 200, status]);
      ({ version } = answer.body);
    }
    expect((await call('GET', '?q=烟火识别')).body).toMatchObject({
      total: 1,
      items: [{ id, kindLabel: '解决方案', firmVerified: true, isLocal: true }],
    });
    expect((await call('GET', `/${id}/public`)).status).toBe(200);
    expect((await call('GET', '/mine', firm.member)).body.items).toMatchObject([{ id, firmName: firm.name }]);
    expect((await call('POST', `/${id}/retire`, firm.member, { version })).body).toMatchObject({
      status: 'RETIRED',
      statusLabel: '已退出',
    });
    expect((await call('GET', `/${id}/public`)).status).toBe(404);
  });

  it('answers 401, 404 and 409 in Chinese', async () => {
    const { id, version } = await aCapability(market).of(firm).published();
    const stranger = (await aFirm(market)).member;
    expect(await call('GET', '/mine')).toMatchObject({
      status: 401,
      body: { message: '登录已过期，请重新登录后继续。' },
    });
    expect(await call('GET', `/${id}`, stranger)).toMatchObject({
      status: 404,
      body: { message: '没有找到此能力，可能已退出或地址有误。' },
    });
    expect(await call('POST', `/${id}/pause`, stranger, { version })).toMatchObject({ status: 404 });
    expect(await call('POST', `/${id}/publish`, firm.member, { version })).toMatchObject({
      status: 409,
      body: { message: '此能力现为“已发布”，不能进行这项操作。', facts: { status: 'PUBLISHED', version } },
    });
  });

  it('asks once whether an entry is a duplicate, and takes the answer', async () => {
    const name = '视频烟火识别与联动平台（新版）';
    const { body: draft } = await call('POST', '', firm.member, {
      content: { ...COMPLETE_CAPABILITY, name },
    });
    const other = await aCapability(market).published();
    const check = await call('POST', `/check?entry=${draft.id}`, firm.member, COMPLETE_CAPABILITY);
    expect(check).toMatchObject({ status: 200, body: { missing: [] } });
    expect(check.body.similar).toContainEqual({ id: other.id, title: other.content.name, percent: 100 });
    const publish = (body: object) =>
      call('POST', `/${draft.id}/publish`, firm.member, { version: 1, ...body });
    const asked = await publish({});
    expect(asked).toMatchObject({ status: 409, body: { code: 'NEAR_DUPLICATE', facts: { hidden: 0 } } });
    expect(asked.body.facts.duplicates).toContainEqual({
      id: other.id,
      name: other.content.name,
      percent: 98,
      organizationName: other.firmName,
    });
    expect((await publish({ confirmNotDuplicate: 'yes' })).status).toBe(422);
    expect(await publish({ confirmNotDuplicate: true })).toMatchObject({
      status: 200,
      body: { status: 'PUBLISHED' },
    });
  });

  it.each<[string, unknown, string, string]>([
    [
      'a field nobody knows',
      { ...COMPLETE_CAPABILITY, firmVerified: true },
      'content.firmVerified',
      '不认识的字段，请删去。',
    ],
    ['no kind', { ...COMPLETE_CAPABILITY, kind: undefined }, 'content.kind', '请从给出的选项中选择。'],
    [
      'half a day of delivery',
      { ...COMPLETE_CAPABILITY, deliveryDays: 0.5 },
      'content.deliveryDays',
      '请填写正确的内容。',
    ],
    [
      '21 tags',
      { ...COMPLETE_CAPABILITY, technologyTags: Array.from({ length: 21 }, (_, at) => `标签${at}`) },
      'content.technologyTags',
      '最多20项。',
    ],
  ])('refuses %s', async (_what, content, field, message) => {
    expect(await call('POST', '', firm.member, { content })).toMatchObject({
      status: 422,
      body: { problems: [{ field, message }] },
    });
  });

  it('answers its health, and documents itself', async () => {
    expect((await ask(app, 'GET', '/health/ready')).status).toBe(200);
    const { body } = await ask(app, 'GET', '/openapi.json');
    expect(Object.keys(body.paths).filter((path) => path.startsWith('/api/')).sort()).toEqual(
      [
        '',
        '/check',
        '/mine',
        '/{id}',
        '/{id}/discard',
        '/{id}/pause',
        '/{id}/public',
        '/{id}/publish',
        '/{id}/reconfirm',
        '/{id}/resume',
        '/{id}/retire',
      ].map((path) => `/api/capabilities${path}`),
    );
    const { responses, requestBody } = body.paths['/api/capabilities/{id}/publish'].post;
    expect(responses).toHaveProperty('409');
    expect(JSON.stringify(requestBody)).toContain('PublishCapability');
  });
});
