import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotReady } from './built.mjs';
import { startMeilisearch, startPostgres } from './servers.mjs';

/** An engine of libs/search as a deployment has it, empty; `close` ends what was started for it. @throws NotReady */
export async function openEngine(name, built, matcher) {
  const { chooseParts } = built.part('libs/search/src/index.js');
  if (name === 'meili') {
    const server = await startMeilisearch(built);
    if (!server) throw new NotReady('No Meilisearch: MEILI_URL is not set and meilisearch is not on PATH.');
    const prefix = `eval-${randomBytes(5).toString('hex')}-`;
    const noDatabase = { query: () => Promise.reject(new Error('Meilisearch answers alone')) };
    const parts = chooseParts({ MEILI_URL: server.url, MEILI_MASTER_KEY: server.key }, noDatabase, () => matcher, { prefix });
    const close = async () => {
      await dropIndexes(server, prefix);
      await server.stop();
    };
    return { ...parts, close };
  }
  const server = await startPostgres(built);
  const db = await built.part('libs/database/src/index.js').openDataSource(server.url);
  const parts = chooseParts({ MEILI_URL: undefined, MEILI_MASTER_KEY: '' }, db, () => matcher);
  const close = async () => {
    await db.destroy();
    await server.stop();
  };
  return { ...parts, close };
}

/** Fills an engine with a set's capabilities through the product's own documents. */
export async function fillEngine({ index }, built, capabilities) {
  const { capabilityDocument } = built.part('libs/search/src/index.js');
  const documents = capabilities.map((profile) => capabilityDocument({ profile, revision: 1, status: 'PUBLISHED', publishedAt: null }));
  for (let at = 0; at < documents.length; at += 500) await index.put('capability', documents.slice(at, at + 500));
}

async function ask({ url, key }, path, method, body) {
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const answer = await fetch(`${url}/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`Meilisearch refused ${method} ${path}: ${await answer.text()}`);
  return answer.json();
}

async function settled(server, { taskUid }) {
  for (;;) {
    const { status, error } = await ask(server, `tasks/${taskUid}`, 'GET');
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') throw new Error(`Meilisearch: ${error?.message ?? status}`);
    await sleep(50);
  }
}

async function dropIndexes(server, prefix) {
  const { results } = await ask(server, 'indexes?limit=1000', 'GET');
  for (const { uid } of results) if (uid.startsWith(prefix)) await settled(server, await ask(server, `indexes/${uid}`, 'DELETE'));
}

/** Meilisearch as it comes out of the box, asked with the words of the need. */
export async function rankByPlainMeilisearch(server, { scenarios, capabilities }) {
  const uid = `eval-plain-${randomBytes(5).toString('hex')}`;
  const documents = capabilities.map(({ id, name, summary, description, technologyTags, cases }) => ({ id, name, summary, description, technologyTags, cases }));
  await settled(server, await ask(server, `indexes/${uid}/documents?primaryKey=id`, 'POST', documents));
  try {
    const rankings = new Map();
    for (const { id, need } of scenarios) {
      const { hits } = await ask(server, `indexes/${uid}/search`, 'POST', { q: need, limit: 1000, attributesToRetrieve: ['id'] });
      rankings.set(id, hits);
    }
    return rankings;
  } finally {
    await settled(server, await ask(server, `indexes/${uid}`, 'DELETE'));
  }
}
