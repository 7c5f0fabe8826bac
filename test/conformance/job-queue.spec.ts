import { randomBytes } from 'node:crypto';
import { queueBackend } from '@mantianxing/queue';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { describeWith } from '../support/servers';
import { jobQueueConformance } from './job-queue';

const namespace = () => `q_${randomBytes(5).toString('hex')}`;

describe('the job queue on PostgreSQL', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  jobQueueConformance(() => queueBackend({ databaseUrl: database.url, namespace: namespace() }));
});

describeWith.redis('the job queue on Redis', (redis) => {
  jobQueueConformance(() => queueBackend({ redisUrl: redis.url, databaseUrl: '', namespace: namespace() }));
});
