import type { ThesaurusChangeView, ThesaurusEntry } from '@mantianxing/contracts';
import { momentOf } from '../elements/wording';

export interface RelationDraft {
  name: string;
  weight: number;
}

/** An entry while it is being written: lists of words stand in one line, as people type them. */
export interface EntryDraft {
  name: string;
  synonyms: string;
  abbreviations: string;
  variants: string;
  broader: RelationDraft[];
  answers: RelationDraft[];
  note: string;
}

export const EMPTY_DRAFT: EntryDraft = {
  name: '',
  synonyms: '',
  abbreviations: '',
  variants: '',
  broader: [],
  answers: [],
  note: '',
};

/** How strongly a relation counts, in words people can choose between. */
export const WEIGHTS: readonly { value: number; label: string }[] = [
  { value: 0.9, label: '很强' },
  { value: 0.7, label: '较强' },
  { value: 0.5, label: '一般' },
  { value: 0.3, label: '较弱' },
];
export const USUAL_WEIGHT = 0.7;

/** The nearest of the four words; built-in entries carry weights in between. */
export const weightWord = (weight: number): string =>
  WEIGHTS.reduce((best, one) =>
    Math.abs(one.value - weight) < Math.abs(best.value - weight) ? one : best,
  ).label;

/** Any of the usual separators, doubles and blanks left out. */
export const wordsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,；;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const relationsOf = (drafts: readonly RelationDraft[]): RelationDraft[] =>
  drafts.map(({ name, weight }) => ({ name: name.trim(), weight })).filter(({ name }) => name !== '');

/** The entry as it is sent. */
export const entryOf = (draft: EntryDraft): ThesaurusEntry => ({
  name: draft.name.trim(),
  synonyms: wordsOf(draft.synonyms),
  abbreviations: wordsOf(draft.abbreviations),
  variants: wordsOf(draft.variants),
  broader: relationsOf(draft.broader),
  answers: relationsOf(draft.answers),
});

/** Sentences by field. The path may begin with `entry.` and go on with the number of the word at fault. */
export function problemsAtFields(
  problems: readonly { field: string; message: string }[],
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { field, message } of problems) {
    const name = field.replace(/^entry\./, '').split('.')[0]!;
    (found[name] ??= []).push(message);
  }
  return found;
}

const CHANGE_WORD: Record<ThesaurusChangeView['change'], string> = {
  ADDED: '添加',
  RETIRED: '停用',
  RESTORED: '恢复',
};

/** 张三2026-11-22 10:32停用（第4版）：理由 */
export function changeSentence({ by, at, change, version, note }: ThesaurusChangeView): string {
  return `${by} ${momentOf(at)} ${CHANGE_WORD[change]}（第${version}版）${note ? `：${note}` : ''}`;
}
