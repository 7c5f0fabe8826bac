import { setTimeout as sleep } from 'node:timers/promises';
import type { InboxView } from '@mantianxing/contracts';
import type { Seeded } from '../seeded';
import { answerQuestions, pairingOf } from './consents';
import { publishScenario, withdrawScenario } from './departments';
import { knowCapabilities, publishCapability, restCapability, reviseCapability } from './firms';
import type { Ledger } from './ledger';
import { reviewScenario } from './matchmakers';
import type { People } from './people';

export interface LoadChoice {
  scenarios: number;
  seed: Seeded;
  /** How much of the trouble is over, 0..1: the load is spread over it. */
  progress: () => number;
}

/** What one person's inbox has shown so far, by message id. An inbox shows its newest 200, hence read all along. */
export type SeenMessages = Map<string, InboxView['items'][number]>;

/** Subjects of the questions that go to both sides of an approved pairing, and of the news that both have agreed. */
export const ASKED = /：是否(与企业)?对接/;
export const INTRODUCED = /^双方已同意对接/;

const AT_ONCE = 3;
const READ_INBOXES_EVERY_MS = 15_000;
/** One new capability for so many scenarios, one revision, one rest and one withdrawal. */
const EVERY = { capability: 12, revision: 6, rest: 25, withdrawal: 30 };

/** People at work: scenarios are published, capabilities come and change, staff decide, until the number is reached. */
export class Load {
  readonly seen = new Map<string, SeenMessages>();
  published = 0;
  private started = 0;
  private stopped = false;
  private readonly toReview: string[] = [];
  private readonly chance: Seeded;

  constructor(
    readonly people: People,
    readonly ledger: Ledger,
    private readonly choice: LoadChoice,
  ) {
    this.chance = choice.seed.branch('load');
  }

  /** Resolves when every scenario is published (or `stop` was called) and the last reviews are done. */
  async run(): Promise<void> {
    await knowCapabilities(this.people, this.ledger);
    let publishing = true;
    const writers = Promise.all(Array.from({ length: AT_ONCE }, () => this.write())).finally(() => (publishing = false));
    const reviewers = this.review(() => publishing);
    const readers = this.readInboxes(() => publishing);
    await Promise.all([writers, reviewers, readers]);
  }

  stop(): void {
    this.stopped = true;
  }

  /** One more scenario, now: for a fault that needs somebody to come by. */
  publishOne(): Promise<void> {
    const number = (this.started += 1);
    return this.attempt(async () => {
      this.toReview.push(await publishScenario(this.people, this.ledger, number));
      this.published += 1;
    });
  }

  /** Every capability of the ledger says something new, at once: thousands of matching jobs. */
  async reviseAll(mark: string): Promise<number> {
    const listed = [...this.ledger.capabilities.values()].filter(({ status }) => status === 'PUBLISHED');
    const queue = [...listed];
    const revise = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await this.attempt(() => reviseCapability(this.people, this.ledger, next as never, mark));
    };
    await Promise.all(Array.from({ length: 6 }, revise));
    return listed.length;
  }

  async readAllInboxes(): Promise<void> {
    for (const person of this.people.all) {
      const messages = this.seen.get(person.login) ?? new Map();
      this.seen.set(person.login, messages);
      const { items } = await person.read<InboxView>('/api/inbox');
      for (const item of items) messages.set(item.id, item);
    }
  }

  private async write(): Promise<void> {
    while (!this.stopped && this.started < this.choice.scenarios) {
      if (this.started > this.choice.scenarios * this.choice.progress() + AT_ONCE) {
        await sleep(200);
        continue;
      }
      await this.publishOne();
      const number = this.started;
      if (number % EVERY.capability === 0) await this.attempt(() => publishCapability(this.people, this.ledger, number));
      if (number % EVERY.revision === 0) {
        const capability = this.chance.pick([...this.ledger.capabilities.values()]);
        await this.attempt(() => reviseCapability(this.people, this.ledger, capability, `${number}`));
      }
      if (number % EVERY.rest === 0) await this.attempt(() => restCapability(this.people, this.ledger, this.chance));
      if (number % EVERY.withdrawal === 0) await this.attempt(() => withdrawScenario(this.people, this.ledger, this.chance));
    }
  }

  private async review(isPublishing: () => boolean): Promise<void> {
    while (isPublishing()) {
      const scenarioId = this.toReview.shift();
      if (!scenarioId) await sleep(300);
      else await this.attempt(async () => {
        if (await reviewScenario(this.people, this.ledger, this.chance, scenarioId)) return;
        this.toReview.push(scenarioId);
        await sleep(200);
      });
    }
  }

  /** What was still waiting for suggestions when the load ended, reviewed once everything is quiet. */
  async reviewRest(): Promise<number> {
    const rest = this.toReview.splice(0);
    for (const scenarioId of rest) await this.attempt(() => reviewScenario(this.people, this.ledger, this.chance, scenarioId));
    return rest.length;
  }

  /** Who has been asked in which pairing, as their inboxes show. */
  private asked(): Map<string, Set<string>> {
    return new Map(
      [...this.seen].map(([login, messages]) => [
        login,
        new Set([...messages.values()].filter(({ subject }) => ASKED.test(subject)).flatMap(({ link }) => pairingOf(link) ?? [])),
      ]),
    );
  }

  answer(): Promise<number> {
    return answerQuestions(this.people, this.ledger, this.chance, this.asked());
  }

  private async readInboxes(isPublishing: () => boolean): Promise<void> {
    while (isPublishing()) {
      await this.attempt(async () => {
        await this.readAllInboxes();
        await this.answer();
      });
      for (let waited = 0; waited < READ_INBOXES_EVERY_MS && isPublishing(); waited += 500) await sleep(500);
    }
  }

  /** A person's trouble is noted and their work goes on. */
  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.ledger.surprises.push(error instanceof Error ? error.message : String(error));
      await sleep(500);
    }
  }
}
