import { z } from 'zod';
import { page, text } from './shared';

const term = text(40, 1);
const terms = z.array(term).max(60);
const relations = z
  .array(z.strictObject({ name: term, weight: z.number().gt(0).max(1) }))
  .max(30);

/** One entry of the thesaurus. `broader`: what it is a kind of; `answers`: kinds of product that meet such a need; weights 0..1. */
export const ThesaurusEntry = z
  .strictObject({
    name: term,
    synonyms: terms.default([]),
    abbreviations: terms.default([]),
    /** Taiwan wordings; Traditional script needs no entry. */
    variants: terms.default([]),
    broader: relations.default([]),
    answers: relations.default([]),
  })
  .meta({ id: 'ThesaurusEntry' });
export type ThesaurusEntry = z.infer<typeof ThesaurusEntry>;

export const AddThesaurusEntry = z
  .strictObject({ entry: ThesaurusEntry, note: text(500).default('') })
  .meta({ id: 'AddThesaurusEntry' });
export type AddThesaurusEntry = z.infer<typeof AddThesaurusEntry>;

export const ThesaurusReason = z.strictObject({ reason: text(500, 1) }).meta({ id: 'ThesaurusReason' });
export type ThesaurusReason = z.infer<typeof ThesaurusReason>;

export const RestoreThesaurusEntry = z
  .strictObject({
    reason: text(500, 1),
    /** Which of the two, where a built-in entry and one of staff's with the same name both rest. */
    builtIn: z.boolean(),
  })
  .meta({ id: 'RestoreThesaurusEntry' });
export type RestoreThesaurusEntry = z.infer<typeof RestoreThesaurusEntry>;

export const ThesaurusQuery = z.strictObject({ q: text(60).optional(), page: page.optional() });
export type ThesaurusQuery = z.infer<typeof ThesaurusQuery>;

export const THESAURUS_CHANGES = ['ADDED', 'RETIRED', 'RESTORED'] as const;
export type ThesaurusChangeKind = (typeof THESAURUS_CHANGES)[number];

/** One line of the history: what made version `version`. */
export const ThesaurusChangeView = z
  .strictObject({
    version: z.int(),
    change: z.enum(THESAURUS_CHANGES),
    name: z.string(),
    note: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'ThesaurusChange' });
export type ThesaurusChangeView = z.infer<typeof ThesaurusChangeView>;

const weighted = z.array(z.strictObject({ name: z.string(), weight: z.number() }));

/** An entry as it stands; those of the data files keep no limits of length. */
export const ThesaurusEntryView = z
  .strictObject({
    name: z.string(),
    synonyms: z.array(z.string()),
    abbreviations: z.array(z.string()),
    variants: z.array(z.string()),
    broader: weighted,
    answers: weighted,
  })
  .meta({ id: 'ThesaurusEntryView' });

export const ThesaurusRowView = z
  .strictObject({
    entry: ThesaurusEntryView,
    /** True: from the data files that come with the product. */
    builtIn: z.boolean(),
    retired: z.boolean(),
    /** What staff did with it last; absent where they never touched it. */
    last: ThesaurusChangeView.optional(),
  })
  .meta({ id: 'ThesaurusRow' });
export type ThesaurusRowView = z.infer<typeof ThesaurusRowView>;

export const ThesaurusView = z
  .strictObject({
    /** 0 until staff have changed something. */
    version: z.int(),
    /** How many entries are in force. */
    inForce: z.int(),
    total: z.int(),
    pageSize: z.int(),
    items: z.array(ThesaurusRowView),
    /** The last changes, newest first. */
    changes: z.array(ThesaurusChangeView),
  })
  .meta({ id: 'Thesaurus' });
export type ThesaurusView = z.infer<typeof ThesaurusView>;

export const ThesaurusVersionView = z.strictObject({ version: z.int() }).meta({ id: 'ThesaurusVersion' });
export type ThesaurusVersionView = z.infer<typeof ThesaurusVersionView>;

/** What would keep an entry from being saved; `field` is one of the entry's. Empty when nothing would. */
export const ThesaurusCheckView = z
  .strictObject({ problems: z.array(z.strictObject({ field: z.string(), message: z.string() })) })
  .meta({ id: 'ThesaurusCheck' });
export type ThesaurusCheckView = z.infer<typeof ThesaurusCheckView>;
