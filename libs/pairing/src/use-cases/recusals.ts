import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { RecusalRepository, type NamedRecusal, type Parties } from '../domain/recusal';
import { mayEndRecusal } from './end-recusal';

export interface ListedRecusal extends NamedRecusal {
  /** The reader may end it now. */
  canEnd: boolean;
}

const SHOWN = 200;

/** Who is recused from what: asked before every decision of a matchmaker, and before anything of a pair is shown or told to one. */
@Injectable()
export class Recusals {
  constructor(
    private readonly recusals: RecusalRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Throws RECUSED (403). */
  async refuse(actor: Actor, parties: Parties): Promise<void> {
    if (await this.isRecused(actor, parties)) throw PAIRING_ERRORS.recused();
  }

  async isRecused(actor: Actor, parties: Parties): Promise<boolean> {
    return (await this.others([actor], parties)).length === 0;
  }

  /** Of these rows those the person may see. */
  open<T extends Parties>({ accountId }: Actor, rows: readonly T[]): Promise<T[]> {
    return this.recusals.open(accountId, rows);
  }

  /** Of these people those who may be told of it. */
  async others<T extends { accountId: string }>(people: readonly T[], parties: Parties): Promise<T[]> {
    const recused = await this.recusals.recusedAmong(people.map(({ accountId }) => accountId), parties);
    return people.filter(({ accountId }) => !recused.has(accountId));
  }

  /** Coordinators read all of the district, matchmakers their own. */
  async list(actor: Actor): Promise<ListedRecusal[]> {
    const rows = await this.recusals.list(actor.districtCode, lettersOf(actor).has('C') ? undefined : actor.accountId, SHOWN);
    const now = this.clock.now();
    return rows.map((row) => ({ ...row, canEnd: row.endedAt === null && mayEndRecusal(actor, row, now, this.env.DECISION_HOLD_SECONDS) }));
  }
}
