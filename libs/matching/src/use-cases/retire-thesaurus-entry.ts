import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { BuiltInThesaurus } from '../domain/built-in-thesaurus';
import { demandEditor } from '../domain/thesaurus-access';
import { conceptOf } from '../domain/thesaurus-line';
import { ThesaurusShelf } from '../domain/thesaurus-shelf';

/** Takes an entry out of force, staff's or a built-in one. Relations that lead to it are silent meanwhile. */
@Injectable()
export class RetireThesaurusEntry {
  constructor(
    private readonly builtIn: BuiltInThesaurus,
    private readonly shelf: ThesaurusShelf,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @returns the new version's number
   * @throws DomainError THESAURUS_NOT_FOUND (404), THESAURUS_RETIRED (409) when somebody has retired it meanwhile
   */
  async execute(actor: Actor, name: string, reason: string): Promise<number> {
    demandEditor(actor);
    const by = { accountId: actor.accountId, name: actor.name };
    return this.unitOfWork.run(async () => {
      await this.shelf.lock();
      const { added, retired } = await this.shelf.current();
      const change = { change: 'RETIRED', name, note: reason, builtIn: this.builtIn.version, by } as const;
      if (added.some((line) => conceptOf(line).name === name)) return this.shelf.retireLine(change);
      const isBuiltIn = this.builtIn.concepts.some((concept) => concept.name === name);
      if (isBuiltIn && !retired.includes(name)) return this.shelf.retireBuiltIn(change);
      if (isBuiltIn || (await this.shelf.retiredLines()).has(name)) {
        throw new DomainError('THESAURUS_RETIRED', 409, `“${name}”已停用，请刷新后查看。`);
      }
      throw new DomainError('THESAURUS_NOT_FOUND', 404, `词库中没有“${name}”，请刷新后查看。`);
    });
  }
}
