import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { ThesaurusShelf, type NewThesaurusChange, type ShelvedThesaurus, type ThesaurusChange } from '../domain/thesaurus-shelf';

/** One statement, one snapshot: version and content belong together. */
const SHELF = `
with asked as (select coalesce($1::int, max(id), 0) as version from matching.thesaurus_version)
select asked.version,
  array(select line from matching.thesaurus_entry where from_version <= asked.version
        and (to_version is null or to_version > asked.version) order by id) as added,
  array(select name from matching.thesaurus_retired where from_version <= asked.version
        and (to_version is null or to_version > asked.version) order by id) as retired
from asked`;

@Injectable()
export class TypeormThesaurusShelf extends ThesaurusShelf {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async version(): Promise<number> {
    const [row] = await this.sql<{ version: number }>('select coalesce(max(id), 0) as version from matching.thesaurus_version');
    return (row as { version: number }).version;
  }

  override async current(): Promise<ShelvedThesaurus> {
    return (await this.sql<ShelvedThesaurus>(SHELF, [null]))[0] as ShelvedThesaurus;
  }

  override async at(version: number): Promise<ShelvedThesaurus> {
    return (await this.sql<ShelvedThesaurus>(SHELF, [version]))[0] as ShelvedThesaurus;
  }

  override async retiredLines(): Promise<Map<string, string>> {
    const rows = await this.sql<{ name: string; line: string }>(
      `select distinct on (name) name, line from matching.thesaurus_entry e
       where not exists (select 1 from matching.thesaurus_entry o where o.name = e.name and o.to_version is null)
       order by name, id desc`,
    );
    return new Map(rows.map(({ name, line }) => [name, line]));
  }

  override changes(): Promise<ThesaurusChange[]> {
    return this.sql(
      'select id as version, change, name, note, created_by_name as by, created_at as at from matching.thesaurus_version order by id desc',
    );
  }

  override async lock(): Promise<void> {
    await this.sql('lock table matching.thesaurus_version in share row exclusive mode');
  }

  override async addLine(change: NewThesaurusChange, line: string): Promise<number> {
    const version = await this.open(change);
    await this.sql('insert into matching.thesaurus_entry (name, line, from_version, created_by) values ($1, $2, $3, $4)', [
      change.name,
      line,
      version,
      change.by.accountId,
    ]);
    return version;
  }

  override async retireLine(change: NewThesaurusChange): Promise<number> {
    const version = await this.open(change);
    await this.sql('update matching.thesaurus_entry set to_version = $2, retired_by = $3 where name = $1 and to_version is null', [
      change.name,
      version,
      change.by.accountId,
    ]);
    return version;
  }

  override async retireBuiltIn(change: NewThesaurusChange): Promise<number> {
    const version = await this.open(change);
    await this.sql('insert into matching.thesaurus_retired (name, from_version, retired_by) values ($1, $2, $3)', [
      change.name,
      version,
      change.by.accountId,
    ]);
    return version;
  }

  override async restoreBuiltIn(change: NewThesaurusChange): Promise<number> {
    const version = await this.open(change);
    await this.sql('update matching.thesaurus_retired set to_version = $2, restored_by = $3 where name = $1 and to_version is null', [
      change.name,
      version,
      change.by.accountId,
    ]);
    return version;
  }

  private async open({ change, name, note, builtIn, by }: NewThesaurusChange): Promise<number> {
    const [row] = await this.sql<{ id: number }>(
      `insert into matching.thesaurus_version (change, name, note, built_in, created_by, created_by_name)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [change, name, note, builtIn, by.accountId, by.name],
    );
    return (row as { id: number }).id;
  }

  private sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.unitOfWork.manager.query<T[]>(text, values);
  }
}
