import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { GetScenario, ScenarioReader, type ScenarioRecord, type ScenarioStatus } from '@mantianxing/scenario';
import { present } from './notice-writer';

export interface IntakeFacts {
  title: string;
  unit: string;
  /** 清单得分, 0..100. */
  clarity: number;
  /** Day in Asia/Shanghai by which the step is due; empty when the entry has moved on meanwhile. */
  dueDay: string;
}

/** What messages say of a scenario. */
@Injectable()
export class ScenarioFacts {
  constructor(
    private readonly reader: ScenarioReader,
    private readonly getScenario: GetScenario,
  ) {}

  async record(id: string): Promise<ScenarioRecord> {
    return present(await this.reader.byId(id), `scenario ${id}`);
  }

  async intake({ id, districtCode }: ScenarioRecord, waitingIn: ScenarioStatus): Promise<IntakeFacts> {
    const view = await this.getScenario.execute(systemActor(districtCode), id);
    const isDue = view.status === waitingIn && view.dueAt !== null;
    return {
      title: view.content.title,
      unit: view.organizationName,
      clarity: view.clarity.score,
      dueDay: isDue ? dayInShanghai(new Date(view.dueAt as string)) : '',
    };
  }
}
