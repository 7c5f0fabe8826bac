import type { RoleLetter } from '@mantianxing/contracts';
import { aScenario } from '../../support/builders/scenario';
import { openPortal, type TestPortal } from '../../support/builders/portal';
import { ContactTripwire } from '../../support/contact-tripwire';

describe('the contact tripwire', () => {
  let portal: TestPortal;
  let wire: ContactTripwire;
  beforeAll(async () => {
    portal = await openPortal();
    wire = new ContactTripwire(portal.sql);
  });
  afterAll(() => portal.app.close());

  const letters = (...held: RoleLetter[]) => new Set(held);
  const get = (url: string, text: string, held = letters()) => wire.answer({ method: 'GET', url, text, letters: held });

  it.each(['电话13912345678', '{"phone":"13912345678"}', '写信到 li.si@firm.example', '{"email":"li.si@mail.firm.example.cn"}'])('trips on %s', async (text) => {
    await expect(get('/api/scenarios/1/public', text)).rejects.toThrow(/联系方式绊线：GET/);
    await expect(get('/api/firm-matches', text, letters('F', 'FA'))).rejects.toThrow(/给了 F FA/);
  });

  it('lets pass what is no contact: ids, moments, amounts, a landline the owner made public', async () => {
    await get('/x', '019f9aba-7c1b-7b01-8e2e-113912345678 2026-11-22T13:39:12.345678Z {"fen":139123456789} 023-60007592 @张三');
  });

  it('lets a unit see the contact person of its own scenario, and nobody else there', async () => {
    const view = '{"contactPhone":"13912345678"}';
    await get('/api/scenarios/1', view, letters('D'));
    await expect(get('/api/scenarios/1', view, letters('M'))).rejects.toThrow(/绊线/);
    await expect(get('/api/scenarios/1/public', view, letters('D'))).rejects.toThrow(/绊线/);
  });

  it('lets contacts out by their own route only while both have agreed', async () => {
    const url = '/api/pairings/01a200f2-c669-74ca-a50e-1e7499fe2718/contacts';
    await expect(get(url, '{"items":[{"phone":"13912345678"}]}', letters('F'))).rejects.toThrow(/绊线/);
  });

  it('knows the contact person of a published scenario by name, where a stranger reads it', async () => {
    await aScenario(portal).published();
    await expect(get('/scenarios/1', '<p>联系人：周敏</p>')).rejects.toThrow(/周敏/);
    await get('/scenarios/1', '<p>业主单位：区住房城乡建委</p>');
  });

  it('finds a contact that was written into a table, and names the table', async () => {
    await new ContactTripwire(portal.sql).check();
    await portal.sql(`insert into outbox.event (name, subject_id, revision, ids) values ('firm.verified', uuidv7(), 1, '{"phone": "13912345678"}')`);
    await expect(new ContactTripwire(portal.sql).check()).rejects.toThrow(/表 outbox\.event/);
  });

  it('remembers what a mail or a log line carried until it is asked', async () => {
    const beside = new ContactTripwire();
    beside.text('日志', 'POST /x 13912345678');
    await expect(beside.check()).rejects.toThrow(/日志/);
  });

  it('is on in every test’s browser', async () => {
    await portal.sql(`update scenario.scenario set need = '请联系13912345678'`);
    await expect(portal.browser().get('/scenarios')).rejects.toThrow(/联系方式绊线/);
  });
});
