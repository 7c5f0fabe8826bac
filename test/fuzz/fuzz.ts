import { setTimeout as sleep } from 'node:timers/promises';
import { Seeded } from '../faults/seeded';
import { DocumentedAnswers, type OpenApi } from '../support/documented-answers';
import type { WholeStack } from '../support/whole-stack';
import { judge } from './judge';
import { invitePeople, type Person } from './people';
import { drawRequest, type Drawn } from './requests';
import { Known } from './values';
import { Wire } from './wire';

export interface FuzzOptions {
  requests: number;
  seed: number;
  say: (line: string) => void;
}

export interface Finding {
  fault: string;
  curl: string;
  count: number;
}

export interface FuzzReport {
  sent: number;
  tookMs: number;
  statuses: Record<string, number>;
  routes: number;
  /** How many of the routes were asked at all, and which of them never answered with success. */
  asked: number;
  unasked: string[];
  findings: Finding[];
}

const AT_ONCE = 6;
const SAY_EVERY = 5000;

/** Asks every documented route as several roles, rightly and wrongly, and holds each answer against the document. */
export async function fuzz(stack: WholeStack, { requests, seed, say }: FuzzOptions): Promise<FuzzReport> {
  const wire = new Wire(stack.url);
  const document = JSON.parse((await wire.send({ method: 'GET', path: '/api/openapi.json', headers: {} })).text) as OpenApi;
  const documented = new DocumentedAnswers(document);
  const people = await invitePeople(stack, wire);
  const chance = new Seeded(seed);
  const known = new Known(seed, document.components?.schemas ?? {});
  const statuses = new Map<number, number>();
  const findings = new Map<string, Finding>();
  const [asked, succeeded] = [new Set<string>(), new Set<string>()];
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const startedAt = Date.now();
  let sent = 0;

  async function one(): Promise<void> {
    const person = await rested(people, chance);
    const drawn: Drawn = drawRequest(chance.pick(operations), person, known, chance);
    sent += 1;
    if (sent % SAY_EVERY === 0) say(`${sent} sent, ${findings.size} kinds of finding`);
    const answer = await wire.send(drawn);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    asked.add(drawn.route);
    if (answer.status < 400) succeeded.add(drawn.route);
    for (const fault of judge(drawn, answer, documented)) {
      const kind = `${drawn.route} ${fault.slice(0, 60)}`;
      const found = findings.get(kind);
      if (found) found.count += 1;
      else {
        const finding = { fault: `${drawn.route} as ${person.name}: ${fault}`, curl: drawn.curl, count: 1 };
        findings.set(kind, finding);
        say(`FOUND ${finding.fault}\n  ${finding.curl}`);
      }
    }
    known.learn(drawn.path, answer);
    await person.learn(drawn, answer);
  }

  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (sent < requests) await one();
    }),
  );
  wire.close();
  return {
    ...{ sent, tookMs: Date.now() - startedAt, routes: operations.length, asked: asked.size },
    statuses: Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
    unasked: operations.map(({ method, path }) => `${method} ${path}`).filter((route) => !succeeded.has(route)),
    findings: [...findings.values()],
  };
}

/** Somebody who is not just being slowed down for asking too much. */
async function rested(people: Person[], chance: Seeded): Promise<Person> {
  for (;;) {
    const now = Date.now();
    const ready = people.filter(({ restsUntil }) => restsUntil <= now);
    if (ready.length > 0) return chance.pick(ready);
    await sleep(200);
  }
}
