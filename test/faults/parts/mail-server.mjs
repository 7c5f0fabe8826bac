// A mail server of its own: what it has accepted stands in a file before the sender hears 250. Told by its parent
// to hold its answers, it can stop the sender between "accepted" and "recorded".
//   node mail-server.mjs PORT FILE
import { appendFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const [port, file] = process.argv.slice(2);
const holding = { connect: false, afterStore: false };
let release = () => undefined;
let released = Promise.resolve();

process.on('message', (message) => {
  if (message.hold) {
    holding[message.hold] = true;
    released = new Promise((resolve) => (release = resolve));
  } else {
    holding.connect = holding.afterStore = false;
    release();
  }
});
process.on('disconnect', () => process.exit());

const tell = (message) => process.connected && process.send(message);

async function store(raw) {
  const { messageId, to = [], subject, text, html } = await PostalMime.parse(raw);
  const recipients = to.map(({ address }) => address);
  const body = `${text ?? ''}${html ?? ''}`;
  appendFileSync(file, `${JSON.stringify({ at: Date.now(), to: recipients, messageId, subject, body })}\n`);
  tell({ stored: messageId });
  if (holding.afterStore) await released;
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  closeTimeout: 200,
  onConnect(_session, done) {
    if (!holding.connect) return done();
    tell({ held: 'connect' });
    released.then(() => done());
  },
  onData(stream, _session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => store(Buffer.concat(chunks)).then(() => done(), done));
  },
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1');
