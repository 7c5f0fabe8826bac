import { Injectable } from '@nestjs/common';
import { RecipientDirectory } from '@mantianxing/account';
import type { StoredEvent } from '@mantianxing/contracts';
import type { AddressedNotice } from '@mantianxing/notification';
import { NoticeWriter, toEach } from './notice-writer';
import { ScenarioFacts } from './scenario-facts';

type Over = 'scenario.shut' | 'scenario.expired' | 'scenario.not-landed';

/** The deadline has passed: the unit hears what that means for its entry. */
abstract class NotifyScenarioOver<N extends Over> extends NoticeWriter<N> {
  constructor(
    private readonly scenarios: ScenarioFacts,
    private readonly directory: RecipientDirectory,
  ) {
    super();
  }

  override async noticesOf({ subjectId }: StoredEvent<N>): Promise<AddressedNotice[]> {
    const { title, organizationId } = await this.scenarios.record(subjectId);
    const template: Over = this.event;
    const link = template === 'scenario.shut' ? '/dept/pairings' : '/dept/scenarios';
    return toEach(await this.directory.membersOf(organizationId), { template, params: { title }, link });
  }
}

@Injectable()
export class NotifyScenarioShut extends NotifyScenarioOver<'scenario.shut'> {
  override readonly event = 'scenario.shut';

  constructor(scenarios: ScenarioFacts, directory: RecipientDirectory) {
    super(scenarios, directory);
  }
}

@Injectable()
export class NotifyScenarioExpired extends NotifyScenarioOver<'scenario.expired'> {
  override readonly event = 'scenario.expired';

  constructor(scenarios: ScenarioFacts, directory: RecipientDirectory) {
    super(scenarios, directory);
  }
}

@Injectable()
export class NotifyScenarioNotLanded extends NotifyScenarioOver<'scenario.not-landed'> {
  override readonly event = 'scenario.not-landed';

  constructor(scenarios: ScenarioFacts, directory: RecipientDirectory) {
    super(scenarios, directory);
  }
}
