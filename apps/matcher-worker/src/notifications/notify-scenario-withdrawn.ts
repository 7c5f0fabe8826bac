import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '@mantianxing/contracts';
import { RecipientDirectory } from '@mantianxing/account';
import { WhoWasTold, type AddressedNotice } from '@mantianxing/notification';
import { OutboxFeed } from '@mantianxing/outbox';
import { ReadConsents, ReadPairings, type PairingStatus } from '@mantianxing/pairing';
import type { ScenarioRecord } from '@mantianxing/scenario';
import { NoticeWriter, toEach, withdrawnForFirm, withdrawnTopic } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

const OPEN: ReadonlySet<PairingStatus> = new Set<PairingStatus>(['ASKING', 'STALLED', 'INTENT']);

/** Firms in talks hear that the entry is gone, and the unit does when it was not its own doing. */
@Injectable()
export class NotifyScenarioWithdrawn extends NoticeWriter<'scenario.withdrawn'> {
  override readonly event = 'scenario.withdrawn';

  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
    private readonly pairings: ReadPairings,
    private readonly consents: ReadConsents,
    private readonly feed: OutboxFeed,
    private readonly whoWasTold: WhoWasTold,
  ) {
    super();
  }

  override async noticesOf(event: StoredEvent<'scenario.withdrawn'>): Promise<AddressedNotice[]> {
    const scenario = await this.scenarios.record(event.subjectId);
    return [
      ...(await this.toUnit(scenario, event.actorAccountId)),
      ...(await this.toFirms(scenario, event.at)),
    ];
  }

  private async toUnit(scenario: ScenarioRecord, actorAccountId: string | null): Promise<AddressedNotice[]> {
    const members = await this.directory.membersOf(scenario.organizationId);
    if (members.some(({ accountId }) => accountId === actorAccountId)) return [];
    const params = { title: scenario.title, reason: scenario.withdrawnReason ?? '' };
    return toEach(members, { template: 'scenario.withdrawn.unit', params, link: '/dept/scenarios', topic: withdrawnTopic(scenario.id) });
  }

  /** Pairings open at that moment; the job that lapses them may have been quicker than this one. */
  private async toFirms(scenario: ScenarioRecord, at: string): Promise<AddressedNotice[]> {
    const pairings = await this.pairings.ofScenario(scenario.id);
    const events = await this.feed.eventsOf(pairings.map(({ id }) => id));
    const lapsedSince = new Set(
      events.filter((one) => one.name === 'pairing.lapsed' && one.at >= at).map((one) => one.subjectId),
    );
    const open = pairings.filter(({ id, status }) => OPEN.has(status) || lapsedSince.has(id));
    const consents = await this.consents.ofPairings(open.map(({ id }) => id));
    const asked = (await this.feed.eventsOf(consents.map(({ id }) => id))).filter(({ name }) => name === 'consent.asked');
    const told = await this.whoWasTold.execute(asked.map(({ eventId }) => eventId));
    const firmIds = [...new Set(open.flatMap(({ members }) => members.map(({ firmId }) => firmId)))];
    const people = (await Promise.all(firmIds.map((id) => this.directory.membersOf(id)))).flat();
    return toEach(people.filter(({ accountId }) => told.has(accountId)), withdrawnForFirm(scenario));
  }
}
