import { Injectable } from '@nestjs/common';
import { RecipientDirectory, type Recipient } from '@mantianxing/account';
import { CapabilityReader } from '@mantianxing/capability';
import { PAIRING_STATUS, type DueKind } from '@mantianxing/contracts';
import { Clock, endOfDayInShanghai } from '@mantianxing/platform';
import { ReadPairings, ReadSuggestions } from '@mantianxing/pairing';
import { ScenarioReader, statusLabelOf, type ScenarioRecord } from '@mantianxing/scenario';
import { ConsentFacts, deskPageOf } from './consent-facts';
import { Reviewers } from './reviewers';

/** What waits, since when, and for whom. */
export interface DueFact {
  /** 《…》 or “…”. */
  about: string;
  /** Verb first. */
  action: string;
  /** Where it has stopped. */
  stage: string;
  owner: string;
  people: Recipient[];
  dueAt: Date;
  link: string;
  districtCode: string;
}

/** Rows whose day has come, as they stand now: nobody is pressed for what has been done meanwhile. */
@Injectable()
export class DueFacts {
  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly suggestions: ReadSuggestions,
    private readonly pairings: ReadPairings,
    private readonly consents: ConsentFacts,
    private readonly directory: RecipientDirectory,
    private readonly reviewers: Reviewers,
    private readonly clock: Clock,
  ) {}

  /** Null where nothing is due any more. */
  async of(kind: DueKind, id: string): Promise<DueFact | null> {
    const today = endOfDayInShanghai(this.clock.now());
    const fact = await this.read(kind, id, today);
    return fact && fact.dueAt <= today ? fact : null;
  }

  private async read(kind: DueKind, id: string, today: Date): Promise<DueFact | null> {
    if (kind === 'capability') return this.capability(id);
    if (kind === 'pairing') return this.pairing(id);
    const scenario = await this.scenarios.byId(id);
    if (!scenario) return null;
    return kind === 'scenario' ? this.scenario(scenario) : this.suggestion(scenario, today);
  }

  private async scenario({ id, title, status, dueAt, districtCode, organizationId, organizationName }: ScenarioRecord): Promise<DueFact | null> {
    if (!dueAt) return null;
    const shared = { about: `《${title}》`, stage: statusLabelOf(status), dueAt, districtCode };
    const unit = async (action: string) => ({
      ...{ ...shared, action, owner: organizationName, link: `/dept/scenarios/${id}/edit` },
      people: await this.directory.membersOf(organizationId),
    });
    const staff = async (action: string, roles: ('MATCHMAKER' | 'COORDINATOR')[], owner: string) => ({
      ...{ ...shared, action, owner, link: '/desk/intake' },
      people: await this.directory.holdersOf(roles, districtCode),
    });
    if (status === 'DRAFT') return unit('提交场景或删除草稿');
    if (status === 'RETURNED') return unit('补充场景');
    if (status === 'SUBMITTED') return staff('审核场景', ['MATCHMAKER', 'COORDINATOR'], '撮合专员');
    return status === 'APPROVED' ? staff('发布场景', ['COORDINATOR'], '统筹') : null;
  }

  private async capability(id: string): Promise<DueFact | null> {
    const row = await this.capabilities.byId(id);
    if (!row?.dueAt || (row.status !== 'DRAFT' && row.status !== 'PUBLISHED')) return null;
    return {
      ...{ about: `“${row.name}”`, action: row.status === 'DRAFT' ? '发布能力或删除草稿' : '确认能力是否有效', stage: '', owner: row.firmName },
      ...{ dueAt: row.dueAt, link: '/firm/capabilities', districtCode: row.districtCode },
      people: await this.directory.membersOf(row.firmId),
    };
  }

  private async suggestion({ id, title, districtCode }: ScenarioRecord, today: Date): Promise<DueFact | null> {
    const due = await this.suggestions.dueOf(id, today);
    if (!due) return null;
    return {
      ...{ about: `《${title}》`, action: `审核${due.rows}条建议`, stage: '撮合审核', owner: '撮合专员', dueAt: due.dueAt },
      ...{ link: '/desk/review', districtCode, people: await this.reviewers.of({ scenarioId: id, firmIds: [] }, districtCode) },
    };
  }

  private async pairing(id: string): Promise<DueFact | null> {
    const row = await this.pairings.byId(id);
    if (!row?.dueAt || (row.status !== 'STALLED' && row.status !== 'INTENT')) return null;
    const facts = await this.consents.facts(id);
    const people = await this.consents.matchmakers(facts);
    return {
      ...{ about: `《${facts.scenario.title}》`, action: row.status === 'STALLED' ? '跟进逾期未答复的征询' : '跟进双方首次沟通', stage: PAIRING_STATUS[row.status] },
      ...{ owner: people.length === 1 ? (people[0]?.name ?? '') : '撮合专员', dueAt: row.dueAt, link: deskPageOf(id), districtCode: row.districtCode, people },
    };
  }
}
