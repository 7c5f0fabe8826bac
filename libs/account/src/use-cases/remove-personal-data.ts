import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { accountErrors } from '../domain/account.errors';
import { KEPT_DAYS, PersonalData, type Erasure } from '../domain/personal-data';

const BATCH = 200;
const DAY_MS = 86_400_000;

/** Takes people's data away: by the clock, on request, and once more after a restore. */
@Injectable()
export class RemovePersonalData {
  private readonly logger = new Logger('personal-data');

  constructor(
    private readonly data: PersonalData,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Everybody whose last membership ended 180 days ago or earlier, and contacts of entries at rest that long.
   * Answers how many; those still named are left.
   */
  async whoLeft(now: Date): Promise<number> {
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    let removed = await this.data.emptyContactsAtRest(before, now);
    for (const accountId of await this.data.endedBefore(before, BATCH)) {
      const erasure: Erasure = { accountId, reason: 'MEMBERSHIP_ENDED', byAccountId: null, erasedAt: now };
      if (await this.eraseOrLeave(erasure)) removed += 1;
    }
    return removed;
  }

  /**
   * One person, at their own wish. `by`: the account of who saw to it; null from the command line.
   * Throws UNKNOWN_ACCOUNT, ALREADY_ERASED, PERSON_IS_NAMED.
   */
  async onRequest(login: string, by: string | null, now: Date): Promise<void> {
    const accountId = await this.data.accountOf(login);
    if (!accountId) throw accountErrors.unknownAccount(login);
    const erased = await this.erase({ accountId, reason: 'REQUESTED', byAccountId: by, erasedAt: now });
    if (!erased) throw accountErrors.alreadyErased(login);
  }

  /** Removals that a restored backup does not know yet. Answers how many were done again. */
  async replay(erasures: Erasure[]): Promise<number> {
    let removed = 0;
    for (const erasure of erasures) if (await this.eraseOrLeave(erasure)) removed += 1;
    return removed;
  }

  private erase(erasure: Erasure): Promise<boolean> {
    return this.unitOfWork.run(() => this.data.erase(erasure));
  }

  private async eraseOrLeave(erasure: Erasure): Promise<boolean> {
    try {
      return await this.erase(erasure);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn(`${erasure.accountId}: ${error.message}`);
      return false;
    }
  }
}
