import { everywhere, killBothWorkers, type Fault, type FaultContext } from './fault';
import { countOf, eventually, holdQueue, TableGate } from './gates';

const sent = ({ stack }: FaultContext) => countOf(stack.postgres, `notification.delivery where status = 'SENT'`);

/** Resolves true when the mail server says that it has a sender waiting (`held`) or a mail on file (`stored`). */
function mailServerSays({ stack }: FaultContext, what: 'held' | 'stored', withinMs = 20_000): Promise<boolean> {
  return new Promise((resolve) => {
    const unwatch = stack.mail.watch((seen) => {
      if (seen[what]) finish(true);
    });
    const timer = setTimeout(() => finish(false), withinMs);
    function finish(met: boolean) {
      clearTimeout(timer);
      unwatch();
      resolve(met);
    }
  });
}

/** A publication on its way sends several mails; the workers end when the server has come so far with one of them. */
async function endWhenMailIs(context: FaultContext, name: string, gate: 'connect' | 'afterStore', says: 'held' | 'stored'): Promise<boolean> {
  const { stack, load } = context;
  const seen = mailServerSays(context, says);
  stack.mail.hold(gate);
  const publishing = load.publishOne();
  const met = await seen;
  await killBothWorkers(context, name, met);
  stack.mail.release();
  await publishing;
  return met;
}

export const STEPS_TO_MAIL: Fault[] = [
  {
    name: 'the workers end before anybody is told',
    concerns: everywhere,
    async run(context) {
      const gate = await TableGate.hold(context.stack.postgres, 'notification.notification');
      const publishing = context.load.publishOne();
      const met = await gate.arrived(context.stack.apps.workers);
      await killBothWorkers(context, this.name, met);
      await gate.open();
      await publishing;
      return met;
    },
  },
  {
    name: 'the workers end when the inbox is written, before mails are queued',
    concerns: everywhere,
    async run(context) {
      const { stack, load } = context;
      const gate = await TableGate.hold(stack.postgres, 'notification.notification');
      const written = () => countOf(stack.postgres, 'notification.notification');
      const before = await written();
      const publishing = load.publishOne();
      let met = await gate.arrived(context.stack.apps.workers);
      const queue = met ? await holdQueue(stack) : undefined;
      await gate.open();
      met &&= await eventually(async () => (await written()) > before);
      await killBothWorkers(context, this.name, met);
      await queue?.open();
      await publishing;
      return met;
    },
  },
  {
    name: 'the workers end with a mail leased and nothing sent',
    concerns: everywhere,
    run(context) {
      return endWhenMailIs(context, this.name, 'connect', 'held');
    },
  },
  {
    name: 'the workers end with a mail accepted and not recorded',
    concerns: everywhere,
    run(context) {
      return endWhenMailIs(context, this.name, 'afterStore', 'stored');
    },
  },
  {
    name: 'the workers end with a mail recorded and its job not done',
    concerns: everywhere,
    async run(context) {
      const { stack, load } = context;
      const seen = mailServerSays(context, 'stored');
      stack.mail.hold('afterStore');
      const publishing = load.publishOne();
      let met = await seen;
      const before = await sent(context);
      const queue = met ? await holdQueue(stack) : undefined;
      stack.mail.release();
      met &&= await eventually(async () => (await sent(context)) > before);
      await killBothWorkers(context, this.name, met);
      await queue?.open();
      await publishing;
      return met;
    },
  },
  {
    name: 'the mail server ends with a mail accepted and not answered',
    concerns: everywhere,
    async run(context) {
      const { stack, load, log } = context;
      const seen = mailServerSays(context, 'stored');
      stack.mail.hold('afterStore');
      const publishing = load.publishOne();
      const met = await seen;
      await stack.mail.process.kill();
      log.killed(stack.mail.process.name, this.name);
      stack.mail.process.launch();
      await publishing;
      return met;
    },
  },
];
