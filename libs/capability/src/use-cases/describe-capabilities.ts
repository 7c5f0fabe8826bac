import { Injectable } from '@nestjs/common';
import type { PublicCapabilityView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { CapabilityReader } from '../domain/capability-reader';
import { publicCapabilityView } from '../domain/capability-view';

/**
 * Public views by id, whatever the entries' state, in the order of `ids`, unknown ones left out.
 * Without rights: callers (the review desk) have decided who may see them.
 */
@Injectable()
export class DescribeCapabilities {
  constructor(
    private readonly reader: CapabilityReader,
    private readonly clock: Clock,
  ) {}

  async execute(ids: readonly string[]): Promise<PublicCapabilityView[]> {
    const today = dayInShanghai(this.clock.now());
    const records = await this.reader.byIds([...new Set(ids)]);
    const views = new Map(records.map((record) => [record.id, publicCapabilityView(record, today)]));
    return ids.flatMap((id) => views.get(id) ?? []);
  }
}
