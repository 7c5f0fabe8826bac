import { Inject, Injectable } from '@nestjs/common';
import { CONSENT_STATUS, systemActor, type Actor, type ConsentResultView } from '@mantianxing/contracts';
import { Outbox } from '@mantianxing/outbox';
import { ENV, WorkingDays, type Env } from '@mantianxing/platform';
import { changeableUntil, type Consent } from '../domain/consent';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { AT_REST, PairingRepository, type PairingChanges, type PairingStep } from '../domain/pairing.repository';
import { INTENT_WORKING_DAYS, STALLED_WORKING_DAYS } from '../domain/pairing-status';

/** Steps several use cases share. Each runs inside a transaction that holds the pairing's lock. */
@Injectable()
export class ConsentSteps {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
    private readonly workingDays: WorkingDays,
    @Inject(ENV) private readonly env: Pick<Env, 'DECISION_HOLD_SECONDS'>,
  ) {}

  /** From when on an answer given at `at` can be taken back no more. */
  standsFrom(at: Date): Date {
    return new Date(at.getTime() + this.env.DECISION_HOLD_SECONDS * 1000);
  }

  /** Held for as long as the answer can be taken back, and a second more: two machines' clocks are never quite the same. */
  async recordAnswer({ id, version, pairingId }: Consent, actor: Actor): Promise<void> {
    const hold = this.env.DECISION_HOLD_SECONDS;
    const event = { name: 'consent.answered' as const, subjectId: id, revision: version, ids: { pairingId } };
    await this.outbox.record(event, actor, { holdSeconds: hold > 0 ? hold + 1 : 0 });
  }

  /** Every yes is there: contacts are released and the sides are told, in one transaction with INTENT. */
  async introduce(pairing: Pairing, at: Date): Promise<void> {
    const introductionId = await this.consents.introduce(pairing.id, pairing.round, at);
    const dueAt = await this.workingDays.after(at, INTENT_WORKING_DAYS);
    await this.move(
      pairing,
      { status: 'INTENT', ownerRole: 'M', nextAction: '双方首次沟通', dueAt },
      { event: 'introduce', actorAccountId: null, note: '', at },
    );
    const { id: pairingId, scenarioId, round: revision } = pairing;
    await this.outbox.record(
      { name: 'introduction.made', subjectId: introductionId, revision, ids: { pairingId, scenarioId } },
      systemActor(pairing.districtCode),
    );
  }

  /** Ends unreleased: whatever still waits or stood as a yes is void. */
  async decline(pairing: Pairing, step: PairingStep, actor: Actor, endReason: string): Promise<void> {
    await this.move(pairing, { ...AT_REST, status: 'DECLINED', endReason }, step);
    await this.voidAll(pairing, step.at);
    await this.outbox.record(
      { name: 'pairing.declined', subjectId: pairing.id, revision: pairing.version + 1, ids: { scenarioId: pairing.scenarioId } },
      actor,
    );
  }

  /** Back to the matchmaker: who has not answered is asked no longer. */
  async stall(pairing: Pairing, at: Date, nextAction: string): Promise<void> {
    for (const consent of await this.consents.ofRound(pairing.id, pairing.round)) {
      if (consent.status !== 'ASKED') continue;
      await this.settle(consent, { status: 'EXPIRED' }, { event: 'expire', actorAccountId: null, note: '', at });
    }
    const dueAt = await this.workingDays.after(at, STALLED_WORKING_DAYS);
    await this.move(
      pairing,
      { status: 'STALLED', ownerRole: 'M', nextAction, dueAt },
      { event: 'stall', actorAccountId: null, note: nextAction, at },
    );
    await this.outbox.record(
      { name: 'pairing.stalled', subjectId: pairing.id, revision: pairing.version + 1, ids: { scenarioId: pairing.scenarioId } },
      systemActor(pairing.districtCode),
    );
  }

  /** The round is over without a release. */
  async voidAll(pairing: Pairing, at: Date): Promise<void> {
    for (const consent of await this.consents.ofRound(pairing.id, pairing.round)) {
      if (consent.status !== 'ASKED' && consent.status !== 'AGREED') continue;
      await this.settle(consent, { status: 'VOID' }, { event: 'void', actorAccountId: null, note: '', at });
    }
  }

  /** Takes a consent out of ASKED or AGREED; the pairing's lock makes a lost race here a fault of ours. */
  async settle(consent: Consent, changes: Partial<Consent>, step: Parameters<ConsentRepository['move']>[2]): Promise<void> {
    await this.change(consent, { ...changes, dueAt: null, ownerRole: null }, step);
  }

  async change(consent: Consent, changes: Partial<Consent>, step: Parameters<ConsentRepository['move']>[2]): Promise<void> {
    if (!(await this.consents.move(consent, changes, step))) throw new Error(`consent ${consent.id} was written outside its pairing's lock`);
  }

  async move(pairing: Pairing, changes: PairingChanges, step: PairingStep): Promise<void> {
    if (!(await this.pairings.move(pairing, changes, step)))
      throw new Error(`pairing ${pairing.id} was written outside its lock`);
  }
}

export const consentResult = (
  pairing: Pick<Pairing, 'id' | 'status'>,
  { status, standsAt }: Pick<Consent, 'status' | 'standsAt'>,
  now: Date,
): ConsentResultView => ({
  pairingId: pairing.id,
  status,
  statusLabel: CONSENT_STATUS[status],
  introduced: pairing.status === 'INTENT',
  changeUntil: changeableUntil(pairing, { standsAt }, now)?.toISOString() ?? null,
});
