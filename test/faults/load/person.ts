import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionView } from '@mantianxing/contracts';
import { PortalClient, type PortalAnswer } from '../../support/portal-client';
import type { Ledger } from './ledger';

/** A frozen app is given up after this long, as a browser's user would. */
const ANSWER_WITHIN_MS = 15_000;
/** Nobody tries longer than this; what is not done by then is a surprise. */
const PATIENCE_MS = 300_000;
const LONGEST_PAUSE_MS = 3000;

export class Refused extends Error {
  constructor(
    readonly path: string,
    readonly answer: PortalAnswer<unknown>,
  ) {
    super(`${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`);
  }
}

/**
 * One person at the portal, from an address of their own. Tries again on connection faults and 5xx, as a client would:
 * a read until it succeeds, a write once per call, since whether a lost answer was a success must be read first.
 */
export class Person {
  private client: PortalClient;
  private readonly address: string;
  /** Names of the organizations this person belongs to. */
  organizations: string[] = [];

  constructor(
    private readonly base: string,
    readonly login: string,
    private readonly password: string,
    index: number,
    private readonly ledger: Ledger,
  ) {
    this.address = `10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`;
    this.client = this.freshClient();
  }

  async signIn(): Promise<this> {
    const until = Date.now() + PATIENCE_MS;
    for (let tries = 1; ; tries += 1) {
      try {
        this.client = await this.freshClient().signIn(this.login, this.password);
        const { account } = await this.client.get<SessionView>('/api/session');
        this.organizations = account?.memberships.map(({ organizationName }) => organizationName) ?? [];
        return this;
      } catch (error) {
        if (Date.now() > until) throw new Error(`${this.login} could not sign in`, { cause: error });
        await this.pause(tries);
      }
    }
  }

  /** Reads until it is answered; throws `Refused` on any 4xx that another try cannot change. */
  async read<T>(path: string): Promise<T> {
    return (await this.insist<T>('GET', path)).body;
  }

  /**
   * The body of a 2xx, or undefined when there was no answer, a 5xx or a conflict: then read and decide. Conflicts
   * that another try cannot change are named in `final` and thrown as `Refused`, as every other 4xx is.
   */
  async write<T>(path: string, body: object, { method = 'POST', final = [] as string[] } = {}): Promise<T | undefined> {
    const answer = await this.once<T>(method, path, body);
    if (answer && answer.status < 300) {
      this.ledger.traffic.accepted += 1;
      return answer.body;
    }
    if (answer?.status === 409) {
      this.ledger.traffic.conflicts += 1;
      if (final.includes((answer.body as { code?: string }).code ?? '')) throw new Refused(path, answer);
    } else if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 401) {
      throw new Refused(path, answer);
    }
    await this.pause(1);
    return undefined;
  }

  private async insist<T>(method: string, path: string): Promise<PortalAnswer<T>> {
    const until = Date.now() + PATIENCE_MS;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once<T>(method, path);
      if (answer && answer.status < 300) return answer;
      const passing = !answer || answer.status >= 500 || answer.status === 429 || answer.status === 401;
      if (!passing) throw new Refused(path, answer);
      if (Date.now() > until) throw new Error(`${this.login} gave up on ${path} after ${tries} tries, last ${answer?.status ?? 'no answer'}`);
      await this.pause(tries);
    }
  }

  private async once<T>(method: string, path: string, body?: object): Promise<PortalAnswer<T> | undefined> {
    const { traffic } = this.ledger;
    traffic.requests += 1;
    try {
      const answer = await this.client.send<T>(method, path, body);
      if (answer.status >= 500) traffic.failed += 1;
      if (answer.status === 429) traffic.slowedDown += 1;
      if (answer.status === 401) {
        traffic.signedInAgain += 1;
        await this.signIn();
      }
      return answer;
    } catch {
      traffic.unanswered += 1;
      return undefined;
    }
  }

  private freshClient(): PortalClient {
    return new PortalClient(this.base, { headers: { 'x-forwarded-for': this.address }, timeoutMs: ANSWER_WITHIN_MS, duringOutages: true });
  }

  private pause(tries: number): Promise<void> {
    return sleep(Math.min(LONGEST_PAUSE_MS, 200 * 2 ** Math.min(tries - 1, 6)));
  }
}
