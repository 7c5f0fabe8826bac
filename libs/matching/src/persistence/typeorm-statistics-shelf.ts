import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { CorpusStatistics } from '../domain/corpus-statistics';
import { StatisticsShelf, type StatisticsEpoch } from '../domain/statistics-shelf';

@Injectable()
export class TypeormStatisticsShelf extends StatisticsShelf {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async active(): Promise<StatisticsEpoch | null> {
    const [row] = await this.unitOfWork.manager.query<{ id: number; content: string; built_from: number }[]>(
      'select id, content::text as content, built_from from matching.statistics_epoch where is_active',
    );
    return row ? { id: row.id, statistics: CorpusStatistics.parse(row.content), builtFrom: row.built_from } : null;
  }

  override async activeId(): Promise<number | null> {
    const [row] = await this.unitOfWork.manager.query<{ id: number }[]>(
      'select id from matching.statistics_epoch where is_active',
    );
    return row?.id ?? null;
  }

  override async activeBuiltFrom(): Promise<number | null> {
    const [row] = await this.unitOfWork.manager.query<{ built_from: number }[]>(
      'select built_from from matching.statistics_epoch where is_active',
    );
    return row?.built_from ?? null;
  }

  override activate(statistics: CorpusStatistics): Promise<number> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.query('lock table matching.statistics_epoch in share row exclusive mode');
      await manager.query('update matching.statistics_epoch set is_active = false where is_active');
      const [row] = await manager.query<{ id: number }[]>(
        'insert into matching.statistics_epoch (content, built_from, is_active) values ($1, $2, true) returning id',
        [statistics.serialise(), statistics.documents],
      );
      return (row as { id: number }).id;
    });
  }
}
