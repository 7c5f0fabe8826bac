import { MailFault, type Mail, type Mailer } from '@mantianxing/notification';
import { freePort } from '../support/free-port';
import { openMailBox, type MailBox } from '../support/mail-box';

const AT = new Date('2026-11-23T02:00:00Z');
const mailTo = (address: string, more: Partial<Mail> = {}): Mail => ({
  ...{ to: { name: '陈静', address }, messageId: '<d1@mtx.example>', subject: '今日3件，1件待您处理', at: AT },
  ...{ text: '陈静，您好：\n', html: '<p>陈静，您好：</p>', ...more },
});

/** What every mailer does, against a real server. `make` answers one that speaks to the server at this address. */
export function describeMailer(name: string, make: (smtpUrl: string) => Mailer): void {
  describe(`the mailer over ${name}`, () => {
    let box: MailBox;
    let mailer: Mailer;
    beforeAll(async () => {
      box = await openMailBox(await freePort());
      mailer = make(box.url);
    });
    afterAll(() => box.close());
    beforeEach(() => {
      box.mails.length = 0;
      box.refuse.clear();
    });

    const fault = async (mail: Mail, by: Mailer = mailer): Promise<MailFault> => {
      const outcome = await by.send(mail).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(MailFault);
      return outcome as MailFault;
    };

    it('hands over what it is given, under the Message-ID and date it is given, twice the same', async () => {
      await mailer.send(mailTo('chen@example.test'));
      await mailer.send(mailTo('chen@example.test'));
      expect(box.mails.map(({ messageId, subject }) => [messageId, subject])).toEqual(Array(2).fill(['<d1@mtx.example>', '今日3件，1件待您处理']));
      expect(box.mails.map(({ date }) => new Date(date ?? '').toISOString())).toEqual(Array(2).fill(AT.toISOString()));
    });

    it.each([
      [550, { permanent: true, code: 'ADDRESS_REFUSED' }],
      [450, { permanent: false, code: 'SERVER_BUSY' }],
    ])('tells after %d whether another try may do', async (code, verdict) => {
      box.refuse.set('gone@example.test', code);
      expect(await fault(mailTo('gone@example.test'))).toMatchObject(verdict);
    });

    it('takes an address that is none for final, and a server that is away for temporary', async () => {
      expect(await fault(mailTo('无此地址'))).toMatchObject({ permanent: true, code: 'ADDRESS_REFUSED' });
      expect(await fault(mailTo('a@example.test'), make(`smtp://127.0.0.1:${await freePort()}`))).toMatchObject({ permanent: false, code: 'SERVER_AWAY' });
    });

    it('hands nothing over whose time is up', async () => {
      expect(await fault(mailTo('chen@example.test', { latest: performance.now() - 1 }))).toMatchObject({ permanent: false });
      expect(box.mails).toEqual([]);
    });

    it('lets no header in through a name or a subject', async () => {
      await mailer.send(mailTo('chen@example.test', { subject: '整治\r\nBcc: victim@localhost', to: { name: '陈\r\nBcc: victim@localhost', address: 'chen@example.test' } }));
      expect(box.mails[0]?.headers.some(({ key }) => key === 'bcc')).toBe(false);
      expect(box.to('victim@localhost')).toEqual([]);
    });
  });
}
