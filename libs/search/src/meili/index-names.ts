import { createHash, randomBytes } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { ENTRY_KINDS, type EntryKind } from '../documents/entry-kind';
import type { SynonymGroup } from '../people/synonyms';
import { MATCHING_SETTINGS } from './settings/matching';
import { peopleSettings } from './settings/people';

export const INDEX_USES = ['matching', 'people'] as const;
export type IndexUse = (typeof INDEX_USES)[number];

const PLURAL: Record<EntryKind, string> = { scenario: 'scenarios', capability: 'capabilities' };

/** The name under which an index answers. */
export function liveName(prefix: string, use: IndexUse, kind: EntryKind): string {
  return use === 'matching' ? `${prefix}${PLURAL[kind]}` : `${prefix}${PLURAL[kind]}-${use}`;
}

/** A name of its own for an index being rebuilt aside. */
export function asideName(live: string): string {
  return `${live}--${Date.now().toString(36)}-${randomBytes(3).toString('hex')}`;
}

/** When the aside index of that name was begun, in milliseconds; undefined for any other name. */
export function asideBegan(live: string, uid: string): number | undefined {
  const stamp = uid.startsWith(`${live}--`) ? uid.slice(live.length + 2).split('-')[0] : undefined;
  return stamp === undefined ? undefined : parseInt(stamp, 36);
}

export interface IndexRecipe {
  use: IndexUse;
  kind: EntryKind;
  settings: Settings;
  /** Names the settings; documents are the same whatever they are. */
  settingsHash: string;
}

/** The four indexes of a deployment. */
export function recipes(groups: readonly SynonymGroup[]): IndexRecipe[] {
  return INDEX_USES.flatMap((use) =>
    ENTRY_KINDS.map((kind) => {
      const settings = use === 'matching' ? MATCHING_SETTINGS : peopleSettings(kind, groups);
      return { use, kind, settings, settingsHash: hashOf(settings) };
    }),
  );
}

function hashOf(settings: Settings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}
