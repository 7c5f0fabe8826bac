import { Injectable } from '@nestjs/common';
import type { Actor, SimilarEntryView } from '@mantianxing/contracts';
import { alikeAmong, NEAR_DUPLICATE, SIMILAR } from '@mantianxing/platform';
import { isCapabilityListed, type CapabilityBody, type CapabilityRecord } from '../domain/capability';
import { CAPABILITY_STATUSES, type CapabilityStatus } from '../domain/capability-status';
import { capabilityDuplicates } from '../domain/capability.errors';
import { comparedText, LIVE_OR_RESTING, SimilarCapabilities } from '../domain/similar-capabilities';
import { maySee } from './capability-steps';

const GONE: readonly CapabilityStatus[] = ['RETIRED', 'DISCARDED'];
/** More would not be looked at while writing. */
const SHOWN = 3;

/** By name are shown entries that are listed, and those the actor may open. */
const mayBeNamed = (actor: Actor, capability: CapabilityRecord): boolean =>
  isCapabilityListed(capability) || maySee(actor, capability);

const textOf = (capability: CapabilityRecord) => comparedText(capability, [capability.firmName]);

/** Keeps one product from standing in the directory twice by mistake. */
@Injectable()
export class CapabilityDuplicates {
  constructor(private readonly similar: SimilarCapabilities) {}

  /**
   * Inside a unit of work, before an entry is listed: answers the note for its history, empty when it resembles
   * nothing. Throws 409 NEAR_DUPLICATE until the actor has confirmed. Two of the same text at once: the second
   * waits and is asked.
   */
  async prove(capability: CapabilityRecord, actor: Actor, isConfirmed: boolean): Promise<string> {
    const { districtCode } = capability;
    await this.similar.inTurn(districtCode);
    const text = textOf(capability);
    const filter = { districtCode, statuses: LIVE_OR_RESTING, besides: capability.id };
    const found = alikeAmong(text, await this.similar.candidates(text, filter), textOf, NEAR_DUPLICATE);
    if (found.length === 0) return '';
    const named = found.filter(({ entry }) => mayBeNamed(actor, entry));
    if (!isConfirmed) throw capabilityDuplicates(named, found);
    return `确认不是重复：${found.map(({ entry, percent }) => `与${entry.id}相似${percent}%`).join('，')}`;
  }

  /** 相近能力 of a text still being written; `besides` is the entry it belongs to. */
  async similarTo(body: CapabilityBody, actor: Actor, besides?: string): Promise<SimilarEntryView[]> {
    const text = comparedText(
      body,
      actor.memberships.map(({ organizationName }) => organizationName),
    );
    const statuses = CAPABILITY_STATUSES.filter((status) => !GONE.includes(status));
    const { districtCode } = actor;
    const candidates = await this.similar.candidates(text, { districtCode, statuses, besides });
    const visible = candidates.filter((candidate) => mayBeNamed(actor, candidate));
    return alikeAmong(text, visible, textOf, SIMILAR)
      .slice(0, SHOWN)
      .map(({ entry, percent }) => ({ id: entry.id, title: entry.name, percent }));
  }
}
