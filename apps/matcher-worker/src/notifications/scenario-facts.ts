import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { GetScenario, ScenarioReader, type ScenarioRecord, type ScenarioStatus } from '@mantianxing/scenario';
import { present } from './notice-writer';

export interface IntakeFacts {
  title: string;
  unit: string;
  districtCode: string;
  /** 清单得分, 0..100. */
  clarity: number;
  /** Day in Asia/Shanghai by which the step is due. */
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

  /** Null when the entry no longer waits in that state: nobody is asked for what somebody has done already. */
  async intake(id: string, waitingIn: ScenarioStatus): Promise<IntakeFacts | null> {
    const { districtCode } = await this.record(id);
    const view = await this.getScenario.execute(systemActor(districtCode), id);
    if (view.status !== waitingIn) return null;
    return {
      title: view.content.title,
      unit: view.organizationName,
      districtCode,
      clarity: view.clarity.score,
      dueDay: view.dueAt ? dayInShanghai(new Date(view.dueAt)) : '',
    };
  }
}
