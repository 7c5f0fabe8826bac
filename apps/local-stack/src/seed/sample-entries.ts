import { Injectable } from '@nestjs/common';
import { CapabilityReader, PublishCapability, RecordQualification, RegisterCapability } from '@mantianxing/capability';
import type { Actor } from '@mantianxing/contracts';
import { countStatistics, createMatcher, StatisticsShelf } from '@mantianxing/matching';
import { ApproveScenario, CreateScenario, PublishScenario, SubmitScenario } from '@mantianxing/scenario';
import { SAMPLE_CAPABILITIES, SAMPLE_FIRMS, SAMPLE_SCENARIOS } from './lists';
import type { SampleMembers } from './sample-organizations';

/** Publishes the sample lists the way people do: submitted, checked, released, each by whoever may. */
@Injectable()
export class SampleEntries {
  constructor(
    private readonly qualifications: RecordQualification,
    private readonly register: RegisterCapability,
    private readonly publishCapability: PublishCapability,
    private readonly create: CreateScenario,
    private readonly submit: SubmitScenario,
    private readonly approve: ApproveScenario,
    private readonly publish: PublishScenario,
    private readonly capabilities: CapabilityReader,
    private readonly shelf: StatisticsShelf,
  ) {}

  async load(members: SampleMembers): Promise<void> {
    const { matchmaker, coordinator, byKey } = members;
    for (const { key, qualifications } of SAMPLE_FIRMS) {
      const firmId = memberOf(byKey, key).memberships[0]?.organizationId ?? '';
      for (const qualification of qualifications) await this.qualifications.execute(matchmaker, firmId, qualification);
    }
    for (const { firm, content } of SAMPLE_CAPABILITIES) {
      const member = memberOf(byKey, firm);
      const { id, version } = await this.register.execute(member, { content });
      await this.publishCapability.execute(member, id, version);
    }
    for (const { unit, content } of SAMPLE_SCENARIOS) {
      const member = memberOf(byKey, unit);
      const draft = await this.create.execute(member, { content });
      const submitted = await this.submit.execute(member, draft.id, draft.version);
      const approved = await this.approve.execute(matchmaker, submitted.id, submitted.version);
      await this.publish.execute(coordinator, approved.id, approved.version);
    }
  }

  /** The first statistics, so that the very first run already scores with them. */
  async countStatistics(): Promise<void> {
    const records = await this.capabilities.publishedPage(null, 1000);
    const profiles = records.map((record) => ({ ...record, sizeBand: record.sizeBand ?? '' }));
    await this.shelf.activate(countStatistics(profiles, createMatcher()));
  }
}

function memberOf(byKey: Map<string, Actor>, key: string): Actor {
  const member = byKey.get(key);
  if (!member) throw new Error(`no sample organization ${key}`);
  return member;
}
