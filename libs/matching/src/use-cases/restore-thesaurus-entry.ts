import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { BuiltInThesaurus } from '../domain/built-in-thesaurus';
import { problemsOfShelf, withLine } from '../domain/check-entry';
import { editionOf } from '../domain/edition-of';
import { demandEditor, refusedLine } from '../domain/thesaurus-access';
import { ThesaurusShelf, type ShelvedThesaurus } from '../domain/thesaurus-shelf';

export interface RestoreOrder {
  name: string;
  /** Which of the two, where a built-in entry and one of staff's with the same name both rest. */
  builtIn: boolean;
  reason: string;
}

/** Puts a retired entry into force again, as it was, where the edition still has room for it. */
@Injectable()
export class RestoreThesaurusEntry {
  constructor(
    private readonly builtIn: BuiltInThesaurus,
    private readonly shelf: ThesaurusShelf,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @returns the new version's number
   * @throws DomainError THESAURUS_NOT_RETIRED (409), THESAURUS_REFUSED (422) where newer entries contradict it
   */
  async execute(actor: Actor, { name, builtIn, reason }: RestoreOrder): Promise<number> {
    demandEditor(actor);
    const by = { accountId: actor.accountId, name: actor.name };
    return this.unitOfWork.run(async () => {
      await this.shelf.lock();
      const now = await this.shelf.current();
      const inForce = editionOf(this.builtIn, now).concepts.some((concept) => concept.name === name);
      const line = builtIn ? undefined : (await this.shelf.retiredLines()).get(name);
      if (inForce || (builtIn ? !now.retired.includes(name) : line === undefined)) {
        throw new DomainError('THESAURUS_NOT_RETIRED', 409, `“${name}”没有停用或已有同名词条在用，请刷新后查看。`);
      }
      const change = { change: 'RESTORED', name, note: reason, builtIn: this.builtIn.version, by } as const;
      if (line !== undefined) {
        this.demandRoom(now, withLine(now, line), line);
        return this.shelf.addLine(change, line);
      }
      const next = { ...now, version: now.version + 1, retired: now.retired.filter((other) => other !== name) };
      this.demandRoom(now, next, name);
      return this.shelf.restoreBuiltIn(change);
    });
  }

  private demandRoom(now: ShelvedThesaurus, next: ShelvedThesaurus, line: string): void {
    const problems = problemsOfShelf(this.builtIn, now, next);
    if (problems.length > 0) throw refusedLine(line, problems);
  }
}
