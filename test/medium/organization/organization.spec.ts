import { systemActor } from '@mantianxing/contracts';
import { OrganizationReader, RegisterFirm, RegisterUnit } from '@mantianxing/organization';
import { anActor, DISTRICT, openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, aUnit, aUscc, theOffice } from '../../support/builders/organizations';

describe('organizations', () => {
  const system = systemActor(DISTRICT);
  let market: OwnMarket;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  it('stand on their side, with what is known of a firm', async () => {
    const firm = await aFirm(market, { isLocal: null, sizeBand: null, tags: ['链主'] });
    const unit = await aUnit(market, { kind: 'STATE_OWNED', name: '渝中国资集团', aliases: ['渝中国资'] });
    const reader = market.get(OrganizationReader);
    expect(await reader.byId(firm.id)).toMatchObject({
      kind: 'FIRM',
      sides: ['SUPPLY'],
      firm: { status: 'VERIFIED', isLocal: null, sizeBand: null, tags: ['链主'] },
    });
    expect(await reader.byId(unit.id)).toMatchObject({
      sides: ['DEMAND'],
      firm: null,
      publisherType: 'STATE_OWNED',
    });
    expect((await reader.byName(DISTRICT, '渝中国资'))?.id).toBe(unit.id);
    expect((await reader.ofSide(DISTRICT, 'SUPPLY')).map(({ id }) => id)).toEqual([firm.id]);
    expect(await reader.namesOf([firm.id, unit.id, system.accountId])).toEqual(
      new Map([
        [firm.id, firm.name],
        [unit.id, unit.name],
      ]),
    );
  });

  it('take a firm once for each credit code, however its name is written', async () => {
    const uscc = aUscc();
    const register = market.get(RegisterFirm);
    const id = await register.execute(system, { name: '重庆天星(渝中)软件有限公司', uscc });
    const typed = ` ${uscc.toLowerCase()} `;
    expect(await register.findOrCreate(system, { name: '重庆天星软件', uscc: typed })).toBe(id);
    await expect(register.execute(system, { name: '另一家公司', uscc })).rejects.toMatchObject({
      status: 409,
      message: '该企业已登记，可申请认领。',
      problems: [{ field: 'uscc' }],
      facts: { organizationId: id },
    });
    await expect(
      register.findOrCreate(system, { name: '重庆天星（渝中）软件有限公司', uscc: aUscc() }),
    ).rejects.toMatchObject({ status: 409, problems: [{ field: 'name' }] });
  });

  it('are registered once by two who do it at the same instant', async () => {
    const uscc = aUscc();
    const firms = await Promise.all(
      Array.from({ length: 4 }, () =>
        market.get(RegisterFirm).findOrCreate(system, { name: '重庆同时软件有限公司', uscc }),
      ),
    );
    expect(new Set(firms).size).toBe(1);
    const units = await Promise.all(
      Array.from({ length: 4 }, () =>
        market.get(RegisterUnit).findOrCreate(system, { kind: 'DEPARTMENT', name: '区同时委员会' }),
      ),
    );
    expect(new Set(units).size).toBe(1);
  });

  it('refuse a wrong check character in the form and in the database', async () => {
    const wrong = aUscc().replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    await expect(
      market.get(RegisterFirm).execute(system, { name: '校验位不符公司', uscc: wrong }),
    ).rejects.toMatchObject({
      status: 422,
      problems: [{ field: 'uscc', message: '信用代码校验位不符，请对照营业执照核对。' }],
    });
    const insert = (uscc: string | null) =>
      market.sql(
        `insert into organization.organization (district_code, kind, name, uscc) values ('500103', 'FIRM', $1, $2)`,
        [`直接写入${uscc}`, uscc],
      );
    await expect(insert(wrong)).rejects.toThrow(/check/);
    await expect(insert(null)).rejects.toThrow(/check/);
  });

  it('are registered by the office only', async () => {
    const { id, name, matchmaker } = await theOffice(market);
    const auditor = await anActor(market, '审计', { id, name }, 'AUDITOR');
    await expect(
      market.get(RegisterUnit).execute(matchmaker, { kind: 'DEPARTMENT', name: '区新委员会' }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      market.get(RegisterFirm).execute(auditor, { name: '重庆新软件有限公司', uscc: aUscc() }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      market.get(RegisterFirm).execute(matchmaker, { name: '重庆新软件有限公司', uscc: aUscc() }),
    ).resolves.toEqual(expect.any(String));
  });
});
