import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@mantianxing/contracts';
import { createPublishingApp } from '../../../apps/scenario-publishing/src/publishing-app';
import { openMarket, testEnv, type OwnMarket } from '../../support/builders/market';
import { aUnit, theOffice, type BuiltUnit } from '../../support/builders/organizations';
import { ask, type Method } from '../../support/builders/requests';
import { aScenario, COMPLETE_SCENARIO } from '../../support/builders/scenario';

const UNKNOWN = '01939b3e-0000-7000-8000-000000000000';

describe('the publishing app over HTTP', () => {
  let market: OwnMarket;
  let app: NestFastifyApplication;
  let unit: BuiltUnit;
  let matchmaker: Actor;
  beforeAll(async () => {
    market = await openMarket();
    app = await createPublishingApp(testEnv(market.databaseUrl));
    await app.init();
    unit = await aUnit(market);
    ({ matchmaker } = await theOffice(market));
  });
  afterAll(async () => {
    await app.close();
    await market.close();
  });

  const call = (method: Method, path: string, actor?: Actor, body?: unknown) =>
    ask(app, method, `/api/scenarios${path}`, { actor, body });

  it('carries an entry from draft to the public list', async () => {
    const { coordinator } = await theOffice(market);
    const deadline = '2031-12-31';
    const created = await call('POST', '', unit.member, { content: { ...COMPLETE_SCENARIO, deadline } });
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'DRAFT', version: 1, clarity: { score: 100 } },
    });
    const { id } = created.body;
    const steps: [string, Actor, object][] = [
      ['submit', unit.member, {}],
      ['return', matchmaker, { reasons: [{ field: 'need', message: '请补充规模' }] }],
      ['submit', unit.member, {}],
      ['approve', matchmaker, {}],
      ['publish', coordinator, {}],
    ];
    let version = 1;
    for (const [step, actor, body] of steps) {
      const answer = await call('POST', `/${id}/${step}`, actor, { version, ...body });
      expect([step, answer.status]).toEqual([step, 200]);
      ({ version } = answer.body);
    }
    const list = await call('GET', '?q=充电安全');
    expect(list).toMatchObject({
      status: 200,
      body: { total: 1, page: 1, items: [{ id, fundingBand: '80万～120万元' }] },
    });
    for (const secret of ['13800001234', '周敏', '部门预算第12项', 'contact'])
      expect(list.text).not.toContain(`"${secret}`);
    expect(list.text).not.toMatch(/周敏|13800001234|contactName|fundingProof/);
    expect((await call('GET', `/${id}/public`)).text).not.toMatch(
      /周敏|13800001234|contactName|fundingProof/,
    );
  });

  it('answers 401 in Chinese without a signed actor, and does not believe a plain header', async () => {
    for (const [method, path] of [
      ['GET', '/mine'],
      ['GET', '/intake'],
      ['POST', ''],
      ['GET', `/${UNKNOWN}`],
      ['POST', '/check'],
    ] as const) {
      const body =
        method === 'POST' ? (path === '' ? { content: COMPLETE_SCENARIO } : COMPLETE_SCENARIO) : undefined;
      const answer = await call(method, path, undefined, body);
      expect([path, answer.status, answer.body.message]).toEqual([
        path,
        401,
        '登录已过期，请重新登录后继续。',
      ]);
    }
    const forged = await ask(app, 'GET', '/api/scenarios/mine', {
      headers: { 'x-mantianxing-actor': JSON.stringify(unit.member) },
    });
    expect(forged.status).toBe(401);
  });

  it('answers 404 for what is foreign, unknown or not public', async () => {
    const stranger = (await aUnit(market)).member;
    const { id, version } = await aScenario(market).of(unit).draft();
    const answers = [
      await call('GET', `/${id}`, stranger),
      await call('PUT', `/${id}`, stranger, { version, content: COMPLETE_SCENARIO }),
      await call('POST', `/${id}/submit`, stranger, { version }),
      await call('GET', `/${UNKNOWN}`, unit.member),
      await call('GET', `/${id}/public`),
    ];
    for (const { status, body } of answers) {
      expect([status, body.code, body.problems]).toEqual([404, 'SCENARIO_NOT_FOUND', []]);
    }
  });

  it('names each missing element in Chinese with 422', async () => {
    const content = { title: '无边界的场景', secrecyDeclared: true };
    const { body: draft } = await call('POST', '', unit.member, { content });
    const { status, body } = await call('POST', `/${draft.id}/submit`, unit.member, { version: 1 });
    expect(status).toBe(422);
    expect(body.message).toBe('还差10项，暂不能提交审核。');
    expect(body.problems.map(({ message }: { message: string }) => message)).toEqual([
      '边界清晰：请写明范围内的工作',
      '边界清晰：请写明不包括的内容（没有请写“无”）',
      '边界清晰：请至少写1条可检验的验收标准',
      '业主明确：请选择使用并签约的单位',
      '业主明确：请填写联系人姓名、职务和电话',
      '资金落实：请选择资金来源',
      '资金落实：请选择金额区间',
      '资金落实：请选择落实情况并注明依据',
      '责任单位：请填写牵头单位和责任单位',
      '截止日期：截止日期须晚于今天',
    ]);
  });

  it('refuses unknown fields, at the top and inside', async () => {
    const top = await call('POST', '', unit.member, { content: COMPLETE_SCENARIO, status: 'PUBLISHED' });
    expect(top).toMatchObject({
      status: 422,
      body: { code: 'INVALID', problems: [{ field: 'status', message: '不认识的字段，请删去。' }] },
    });
    const inside = await call('POST', '', unit.member, {
      content: { ...COMPLETE_SCENARIO, gateRevision: 1 },
    });
    expect(inside).toMatchObject({ status: 422, body: { problems: [{ field: 'content.gateRevision' }] } });
  });

  it.each<[string, unknown, string]>([
    ['an amount in words', { ...COMPLETE_SCENARIO, fundingMinFen: '八十万' }, 'content.fundingMinFen'],
    ['a date in another style', { ...COMPLETE_SCENARIO, deadline: '2026年12月31日' }, 'content.deadline'],
    ['a need of 10,000 emoji', { ...COMPLETE_SCENARIO, need: '🚲'.repeat(10_000) }, 'content.need'],
    ['a code that is none', { ...COMPLETE_SCENARIO, fundingStatus: 'MAYBE' }, 'content.fundingStatus'],
  ])('refuses %s and stores nothing', async (_what, content, field) => {
    const count = () => market.sql('select count(*)::int as n from scenario.scenario');
    const before = await count();
    expect(await call('POST', '', unit.member, { content })).toMatchObject({
      status: 422,
      body: { problems: [{ field }] },
    });
    expect(await count()).toEqual(before);
  });

  it('drops control characters that PostgreSQL cannot keep', async () => {
    const answer = await call('POST', '', unit.member, {
      content: { ...COMPLETE_SCENARIO, title: '充电\u0000安全\u0007' },
    });
    expect(answer).toMatchObject({ status: 201, body: { content: { title: '充电安全' } } });
    expect((await call('GET', `?q=${encodeURIComponent('\u0000')}`)).status).toBe(200);
  });

  it('tells a late writer the present state with 409', async () => {
    const { id, version } = await aScenario(market).of(unit).submitted();
    const answer = await call('POST', `/${id}/submit`, unit.member, { version: version - 1 });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'SCENARIO_CONFLICT', facts: { status: 'SUBMITTED', statusLabel: '待审核', version } },
    });
  });

  it('says what the gate would say of an unsaved content', async () => {
    const { status, body } = await call('POST', '/check', unit.member, {
      ...COMPLETE_SCENARIO,
      outOfScope: '',
    });
    expect(status).toBe(200);
    expect(body.gate[0]).toEqual({
      element: 'BOUNDARY',
      label: '边界清晰',
      passed: false,
      missing: [{ field: 'outOfScope', message: '请写明不包括的内容（没有请写“无”）' }],
    });
    expect(body.clarity.score).toBe(85);
  });

  it('searches titles literally', async () => {
    expect((await call('GET', `?q=${encodeURIComponent('%')}`)).body.total).toBe(0);
    expect((await call('GET', '?sector=应急消防&unit=住房&page=1')).body.total).toBe(1);
    expect((await call('GET', '?page=0')).status).toBe(422);
  });

  it('asks once whether an entry is a duplicate, and takes the answer', async () => {
    const other = await aScenario(market)
      .of(await aUnit(market))
      .published();
    const content = { ...COMPLETE_SCENARIO, title: '老旧小区充电安全监测二期' };
    const { body: draft } = await call('POST', '', unit.member, { content });
    const check = await call('POST', `/check?entry=${draft.id}`, unit.member, content);
    expect(check.body.similar[0].percent).toBeGreaterThanOrEqual(90);
    const submit = (body: object) =>
      call('POST', `/${draft.id}/submit`, unit.member, { version: 1, ...body });
    const asked = await submit({});
    expect(asked).toMatchObject({ status: 409, body: { code: 'NEAR_DUPLICATE' } });
    expect(asked.body.facts.duplicates).toContainEqual({
      id: other.id,
      name: other.content.title,
      percent: 98,
      organizationName: other.organizationName,
    });
    expect(await submit({ confirmNotDuplicate: true })).toMatchObject({
      status: 200,
      body: { status: 'SUBMITTED' },
    });
  });

  it('answers its health, and documents itself', async () => {
    expect((await ask(app, 'GET', '/health/live')).body).toEqual({ status: 'up' });
    expect((await ask(app, 'GET', '/health/ready')).body).toEqual({
      status: 'up',
      parts: [
        { name: 'database', label: '数据库', up: true, note: '' },
        { name: 'migrations', label: '数据库结构', up: true, note: '' },
      ],
    });
    const { body } = await ask(app, 'GET', '/openapi.json');
    expect(Object.keys(body.paths).filter((path) => path.startsWith('/api/'))).toHaveLength(15);
    expect(body.paths['/api/scenarios/{id}/publish'].post.responses).toHaveProperty('422');
    expect(body.paths['/api/scenarios/{id}/submit'].post.responses).toHaveProperty('409');
    expect(body.components.schemas).toHaveProperty('SubmitScenario');
    expect(body.components.schemas).toHaveProperty('ScenarioContent');
  });
});
