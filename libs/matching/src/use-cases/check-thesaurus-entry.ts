import { Injectable } from '@nestjs/common';
import type { Actor, Problem, ThesaurusEntry } from '@mantianxing/contracts';
import { BuiltInThesaurus } from '../domain/built-in-thesaurus';
import { problemsOfEntry } from '../domain/check-entry';
import { demandEditor } from '../domain/thesaurus-access';
import { ThesaurusShelf } from '../domain/thesaurus-shelf';

/** What would keep an entry from being added, while it is being written. How common its words are is seen when saving. */
@Injectable()
export class CheckThesaurusEntry {
  constructor(
    private readonly builtIn: BuiltInThesaurus,
    private readonly shelf: ThesaurusShelf,
  ) {}

  async execute(actor: Actor, entry: ThesaurusEntry): Promise<Problem[]> {
    demandEditor(actor);
    return problemsOfEntry(this.builtIn, await this.shelf.current(), entry);
  }
}
