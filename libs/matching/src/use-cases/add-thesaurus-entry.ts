import { Injectable } from '@nestjs/common';
import type { Actor, AddThesaurusEntry as Order } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { BuiltInThesaurus } from '../domain/built-in-thesaurus';
import { commonProblems, problemsOfEntry } from '../domain/check-entry';
import { demandEditor, refusedLine } from '../domain/thesaurus-access';
import { lineOf } from '../domain/thesaurus-line';
import { ThesaurusShelf } from '../domain/thesaurus-shelf';

/** Adds one entry, and with it a version. Nothing is saved that the checker of the whole edition refuses. */
@Injectable()
export class AddThesaurusEntry {
  constructor(
    private readonly builtIn: BuiltInThesaurus,
    private readonly shelf: ThesaurusShelf,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * `published` holds one text per published capability, to see which words would say nothing.
   * @returns the new version's number
   * @throws DomainError THESAURUS_REFUSED (422) naming the line and each word with its field
   */
  async execute(actor: Actor, { entry, note }: Order, published: readonly string[]): Promise<number> {
    demandEditor(actor);
    const { accountId, name } = actor;
    return this.unitOfWork.run(async () => {
      await this.shelf.lock();
      const line = lineOf(entry);
      const faults = problemsOfEntry(this.builtIn, await this.shelf.current(), entry);
      const problems = faults.length > 0 ? faults : commonProblems(entry, published);
      if (problems.length > 0) throw refusedLine(line, problems);
      const by = { accountId, name };
      return this.shelf.addLine({ change: 'ADDED', name: entry.name, note, builtIn: this.builtIn.version, by }, line);
    });
  }
}
