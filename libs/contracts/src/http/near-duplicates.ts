import { z } from 'zod';
import { versionField } from './shared';

/**
 * Entering a version for good. `confirmNotDuplicate`: the writer has looked at the entries it resembles by
 * 90 % or more and says it is another one; the word is kept in the entry's history.
 */
const EnteredVersion = z.strictObject({
  version: versionField,
  confirmNotDuplicate: z.boolean().optional(),
});

export const SubmitScenario = EnteredVersion.meta({ id: 'SubmitScenario' });
export type SubmitScenario = z.infer<typeof SubmitScenario>;

export const PublishCapability = EnteredVersion.meta({ id: 'PublishCapability' });
export type PublishCapability = z.infer<typeof PublishCapability>;

/** An entry the reader may see whose text is much the same. `percent` is rounded down. */
export const DuplicateView = z
  .strictObject({ id: z.uuid(), name: z.string(), percent: z.int(), organizationName: z.string() })
  .meta({ id: 'Duplicate' });
export type DuplicateView = z.infer<typeof DuplicateView>;

/** Facts of a `NEAR_DUPLICATE` refusal: most alike first; `hidden` counts entries not open to the reader. */
export interface NearDuplicateFacts {
  duplicates: DuplicateView[];
  hidden: number;
}

/** 相近场景, 相近能力: `title` is the scenario's title or the capability's name. */
export const SimilarEntryView = z
  .strictObject({ id: z.uuid(), title: z.string(), percent: z.int() })
  .meta({ id: 'SimilarEntry' });
export type SimilarEntryView = z.infer<typeof SimilarEntryView>;

/** `entry`: the saved entry this content belongs to, which is not to be found similar to itself. */
export const CheckQuery = z.strictObject({ entry: z.uuid().optional() });
export type CheckQuery = z.infer<typeof CheckQuery>;
