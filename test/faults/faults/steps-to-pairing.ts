import { everywhere, killBothWorkers, type Fault, type FaultContext } from './fault';
import { countOf, eventually, holdQueue, TableGate } from './gates';

const withoutEngine: Fault['concerns'] = ({ meilisearch }) => meilisearch === undefined;

/** Both workers end at a known place of the journey; a scenario is published so that somebody comes by. */
function killedBetween(step: string, concerns: Fault['concerns'], meet: (context: FaultContext, name: string) => Promise<boolean>): Fault {
  const name = `the workers end ${step}`;
  return { name, concerns, run: (context) => meet(context, name) };
}

/** Holds `table`, publishes, and ends the workers when one of them waits to write there. */
const beforeWriting = (table: string) => async (context: FaultContext, name: string): Promise<boolean> => {
  const gate = await TableGate.hold(context.stack.postgres, table);
  try {
    const publishing = context.load.publishOne();
    const met = await gate.arrived(context.stack.apps.workers);
    await killBothWorkers(context, name, met);
    await gate.open();
    await publishing;
    return met;
  } finally {
    await gate.open();
  }
};

/** The same, but lets the write through and holds the queue: the step is taken, its job is not reported done. */
const afterWriting =
  (table: string, written: (context: FaultContext) => Promise<number>) =>
  async (context: FaultContext, name: string): Promise<boolean> => {
    const gate = await TableGate.hold(context.stack.postgres, table);
    let queue: { open(): Promise<void> } | undefined;
    try {
      const before = await written(context);
      const publishing = context.load.publishOne();
      let met = await gate.arrived(context.stack.apps.workers);
      if (met) {
        queue = await holdQueue(context.stack);
        await gate.open();
        met = await eventually(async () => (await written(context)) > before);
      }
      await killBothWorkers(context, name, met);
      await queue?.open();
      await gate.open();
      await publishing;
      return met;
    } finally {
      await queue?.open();
      await gate.open();
    }
  };

const count = (sql: string) => ({ stack }: FaultContext) => countOf(stack.postgres, sql);

export const STEPS_TO_PAIRING: Fault[] = [
  killedBetween('after a publication, before the relay has it', everywhere, async (context, name) => {
    for (const worker of context.stack.apps.workers) worker.freeze();
    await context.load.publishOne();
    const waits = (await countOf(context.stack.postgres, 'outbox.dispatch')) > 0;
    await killBothWorkers(context, name, waits);
    return waits;
  }),
  killedBetween('after jobs are queued, before their events are struck off', everywhere, async (context, name) => {
    const { stack, load } = context;
    for (const worker of stack.apps.workers) worker.freeze();
    await load.publishOne();
    const gate = await TableGate.hold(stack.postgres, 'outbox.dispatch');
    try {
      for (const worker of stack.apps.workers) worker.thaw();
      const met = await gate.arrived(stack.apps.workers);
      await killBothWorkers(context, name, met);
      return met;
    } finally {
      await gate.open();
    }
  }),
  killedBetween('after a job is taken, before the entry is indexed', withoutEngine, beforeWriting('search.entry')),
  killedBetween(
    'after the entry is indexed, before matching is queued',
    withoutEngine,
    afterWriting('search.entry', count('search.entry')),
  ),
  killedBetween(
    'while the engine is asked to index',
    ({ meilisearch }) => meilisearch !== undefined,
    async (context, name) => {
      const { stack, load } = context;
      stack.meilisearch?.process.freeze();
      const publishing = load.publishOne();
      await publishing;
      const met = await eventually(async () => (await countOf(stack.postgres, 'outbox.dispatch')) === 0, 5000);
      await killBothWorkers(context, name, met);
      stack.meilisearch?.process.thaw();
      return met;
    },
  ),
  killedBetween('after matching, before the pairs are proposed', everywhere, beforeWriting('pairing.suggestion')),
  killedBetween(
    'after the pairs are proposed, before the job is done',
    everywhere,
    afterWriting('pairing.suggestion', count('pairing.suggestion')),
  ),
];
