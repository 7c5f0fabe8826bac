// A process of its own that hands over one mail, so that a spec can stop it in the middle: node one-mail.cjs URL MILLISECONDS
require('../faults/typescript-in-place.cjs');
require('reflect-metadata');
const { SmtpMailer } = require('../../libs/notification/src/delivery/smtp-mailer.ts');
const [, , url, limitMs] = process.argv;
const mail = { to: { name: '陈静', address: 'chen@example.test' }, messageId: '<slept@mtx.example>', subject: '一件', text: '一件', html: '<p>一件</p>', at: new Date() };
new SmtpMailer({ SMTP_URL: url, MAIL_FROM: 'a@mtx.example' })
  .send({ ...mail, latest: performance.now() + Number(limitMs) })
  .then(() => console.log('taken'), (error) => console.log(`not taken: ${error.message}`));
