import { createTransport } from 'nodemailer';
import { openMailBox } from '../../support/mail-box';

describe('the tripwire over mails', () => {
  async function sent(mail: object): Promise<Error | undefined> {
    const box = await openMailBox();
    const transport = createTransport(box.url);
    await transport.sendMail({ from: 'a@ours.example', to: 'b@theirs.example', subject: '消息', text: '请登录查看', ...mail });
    transport.close();
    return box.close().then(() => undefined, (error: Error) => error);
  }

  it('lets the addresses pass that say from where to where', async () => expect(await sent({})).toBeUndefined());

  it.each([
    ['a header of our own', { headers: { 'x-reference': '13912345678' } }],
    ['a header with an address', { headers: { 'x-owner': 'li.si@firm.example' } }],
    ['the subject', { subject: '请拨13912345678' }],
    ['the text', { text: '请拨13912345678' }],
  ])('trips on a contact in %s', async (_where, mail) => expect((await sent(mail))?.message).toContain('联系方式绊线：邮件'));
});
