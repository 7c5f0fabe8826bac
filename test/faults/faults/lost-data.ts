import { setTimeout as sleep } from 'node:timers/promises';
import { away, everywhere, killProcess, type Fault } from './fault';

const withRedis: Fault['concerns'] = ({ redis }) => redis !== undefined;

/** Parts that hold copies lose them: PostgreSQL has everything that is needed to make them anew. */
export const LOST_DATA: Fault[] = [
  {
    name: 'Redis comes back empty',
    concerns: withRedis,
    async run(context) {
      const { redis } = context.stack;
      if (!redis) return false;
      // With jobs in it.
      const publishing = context.load.publishOne();
      await sleep(context.chance.between(0, 1500));
      await killProcess(context, redis.process, this.name);
      redis.wipe();
      await sleep(away(context.chance));
      redis.process.launch();
      await publishing;
      return true;
    },
  },
  {
    name: 'Redis comes back with older data',
    concerns: withRedis,
    async run(context) {
      const { redis } = context.stack;
      if (!redis) return false;
      redis.remember();
      await context.load.publishOne();
      await sleep(context.chance.between(0, 6000));
      await killProcess(context, redis.process, this.name);
      redis.turnBack();
      redis.process.launch();
      return true;
    },
  },
  {
    name: 'the search engine comes back empty',
    concerns: ({ meilisearch }) => meilisearch !== undefined,
    async run(context) {
      const { meilisearch } = context.stack;
      if (!meilisearch) return false;
      await killProcess(context, meilisearch.process, this.name);
      meilisearch.wipe();
      meilisearch.process.launch();
      await context.load.publishOne();
      return true;
    },
  },
  {
    name: 'the search index in PostgreSQL is emptied',
    concerns: ({ meilisearch }) => meilisearch === undefined,
    async run({ stack, load }) {
      await stack.postgres.query('truncate search.entry');
      await load.publishOne();
      return true;
    },
  },
  {
    name: 'every capability is revised at once, and a worker ends in the middle',
    concerns: everywhere,
    long: true,
    async run(context) {
      const { load, stack, chance, say } = context;
      const revising = load.reviseAll(`${context.log.kills.length}`);
      await sleep(chance.between(1000, 6000));
      await killProcess(context, chance.pick(stack.apps.workers), this.name);
      for (const worker of stack.apps.workers) worker.launch();
      say(`${stack.set}: ${await revising} capabilities revised at once`);
      return true;
    },
  },
];
