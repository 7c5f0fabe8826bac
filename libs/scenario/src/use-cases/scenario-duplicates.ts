import { Injectable } from '@nestjs/common';
import type { Actor, SimilarEntryView } from '@mantianxing/contracts';
import { alikeAmong, NEAR_DUPLICATE, SIMILAR } from '@mantianxing/platform';
import { isScenarioListed, type ScenarioBody, type ScenarioRecord } from '../domain/scenario';
import { SCENARIO_STATUSES, type ScenarioStatus } from '../domain/scenario-status';
import { scenarioDuplicates } from '../domain/scenario.errors';
import { comparedText, LIVE_OR_PENDING, SimilarScenarios } from '../domain/similar-scenarios';
import { maySee } from './scenario-steps';

const GONE: readonly ScenarioStatus[] = ['DISCARDED', 'WITHDRAWN'];
/** More would not be looked at while writing. */
const SHOWN = 3;

/** By name are shown entries that are public, and those the actor may open. */
const mayBeNamed = (actor: Actor, scenario: ScenarioRecord): boolean =>
  isScenarioListed(scenario) || maySee(actor, scenario);

const textOf = (scenario: ScenarioRecord) => {
  const text = comparedText(scenario);
  return { ...text, names: [...text.names, scenario.organizationName] };
};

/** Keeps one need from standing on the list twice by mistake. */
@Injectable()
export class ScenarioDuplicates {
  constructor(private readonly similar: SimilarScenarios) {}

  /**
   * Inside a unit of work, before an entry is handed in: answers the note for its history, empty when it resembles
   * nothing. Throws 409 NEAR_DUPLICATE until the actor has confirmed. Two of the same text at once: the second
   * waits and is asked.
   */
  async prove(scenario: ScenarioRecord, actor: Actor, isConfirmed: boolean): Promise<string> {
    await this.similar.inTurn(scenario.districtCode);
    const text = textOf(scenario);
    const filter = { districtCode: scenario.districtCode, statuses: LIVE_OR_PENDING, besides: scenario.id };
    const candidates = await this.similar.candidates(text, filter);
    const found = alikeAmong(text, candidates, textOf, NEAR_DUPLICATE);
    if (found.length === 0) return '';
    const named = found.filter(({ entry }) => mayBeNamed(actor, entry));
    if (!isConfirmed) throw scenarioDuplicates(named, found);
    return `确认不是重复：${found.map(({ entry, percent }) => `与${entry.id}相似${percent}%`).join('，')}`;
  }

  /** 相近场景 of a text still being written; `besides` is the entry it belongs to. */
  async similarTo(body: ScenarioBody, actor: Actor, besides?: string): Promise<SimilarEntryView[]> {
    const { districtCode } = actor;
    const own = comparedText(body);
    const text = { ...own, names: [...own.names, ...actor.memberships.map((unit) => unit.organizationName)] };
    const statuses = SCENARIO_STATUSES.filter((status) => !GONE.includes(status));
    const candidates = await this.similar.candidates(text, { districtCode, statuses, besides });
    const visible = candidates.filter((candidate) => mayBeNamed(actor, candidate));
    return alikeAmong(text, visible, textOf, SIMILAR)
      .slice(0, SHOWN)
      .map(({ entry, percent }) => ({ id: entry.id, title: entry.title, percent }));
  }
}
