/** One field of a form, as data: the form, its errors, its task list and its preview all read this. */
export interface FieldSpec {
  name: string;
  label: string;
  section: string;
  kind:
    'text' | 'area' | 'choice' | 'words' | 'money' | 'date' | 'days' | 'check' | 'qualifications' | 'sector';
  /** Needed before the entry may be handed in; marked, never enforced while typing. */
  isNeeded?: boolean;
  max?: number;
  hint?: string;
  placeholder?: string;
  choices?: Readonly<Record<string, string>>;
}

export type Content = Record<string, unknown>;
export interface FieldProblem {
  field: string;
  message: string;
}

/** A draft as it is sent: empty texts, lists and answers are left out, since absent means empty. */
export function compact(content: Content): Content {
  const kept = Object.entries(content).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Server problems name a path (`content.title`, `content.contactEmail`): the form knows fields. */
export function problemsByField(problems: readonly FieldProblem[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of problems) {
    const name = field.replace(/^content\./, '').split(/[.[]/)[0]!;
    found[name] ??= message;
  }
  return found;
}

/** What can be seen without asking the server: lengths and order of amounts. */
export function lengthProblems(specs: readonly FieldSpec[], content: Content): FieldProblem[] {
  return specs.flatMap(({ name, label, max }) => {
    const value = content[name];
    if (!max || typeof value !== 'string' || value.trim().length <= max) return [];
    return [{ field: name, message: `${label}最多${max}字，现有${value.trim().length}字。` }];
  });
}

export type TaskState = 'done' | 'open' | 'empty';
export const TASK_MARK: Record<TaskState, string> = { done: '✓', open: '▌', empty: '○' };
export const TASK_WORD: Record<TaskState, string> = { done: '已完成', open: '未完成', empty: '未开始' };

/** State of one section: complete when the gate says so and nothing needed is empty. What a new form holds is no beginning. */
export function taskState(
  specs: readonly FieldSpec[],
  content: Content,
  gatePassed: boolean,
  given: Content = {},
): TaskState {
  if (specs.every(({ name }) => isEmpty(content[name]) || content[name] === given[name])) return 'empty';
  return gatePassed && specs.every(({ name, isNeeded }) => !isNeeded || !isEmpty(content[name]))
    ? 'done'
    : 'open';
}
