import type { EventName, RoleLetter } from '@mantianxing/contracts';

/**
 * States of MODEL.md section 2. Those that are missing join with the events that lead to them.
 */
export const SCENARIO_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
  'IN_TALKS',
  'EXPIRED',
  'NOT_LANDED',
  'WITHDRAWN',
  'DISCARDED',
] as const;
export type ScenarioStatus = (typeof SCENARIO_STATUSES)[number];

export type ScenarioEvent =
  | 'create'
  | 'amend'
  | 'submit'
  | 'recall'
  | 'return'
  | 'approve'
  | 'publish'
  | 'revise'
  | 'withdraw'
  | 'redraft'
  | 'discard'
  | 'engage'
  | 'disengage'
  | 'shut'
  | 'expire'
  | 'conclude'
  | 'reopen';

/** A rule the use case of that event proves before the row moves. */
export type ScenarioGuard =
  | 'publishing organization'
  | 'secrecy declared, gate complete, duplicate confirmed'
  | 'reason per element'
  | 'gate complete, not the author'
  | 'list type SCENARIO, gate rechecked'
  | 'gate elements by M or C, rechecked'
  | 'reason'
  | 'never published'
  | 'somebody introduced'
  | 'last pairing ended, deadline ahead'
  | 'deadline passed'
  | 'deadline passed, nothing open'
  | 'new deadline, gate complete';

export interface ScenarioTransition {
  event: ScenarioEvent;
  /** Empty for the event that creates. */
  from: readonly ScenarioStatus[];
  /** `=` keeps the state. */
  to: ScenarioStatus | '=';
  who: readonly RoleLetter[];
  guard?: ScenarioGuard;
  raises?: EventName & `scenario.${string}`;
}

/** The scenario's machine; nothing else decides what may follow what. */
export const SCENARIO_TRANSITIONS: readonly ScenarioTransition[] = [
  { event: 'create', from: [], to: 'DRAFT', who: ['D', 'M'], guard: 'publishing organization' },
  { event: 'amend', from: ['DRAFT', 'RETURNED'], to: '=', who: ['D', 'M', 'C'] },
  {
    event: 'submit',
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    who: ['D'],
    guard: 'secrecy declared, gate complete, duplicate confirmed',
    raises: 'scenario.submitted',
  },
  { event: 'recall', from: ['SUBMITTED'], to: 'DRAFT', who: ['D'], raises: 'scenario.recalled' },
  {
    event: 'return',
    from: ['SUBMITTED'],
    to: 'RETURNED',
    who: ['M', 'C'],
    guard: 'reason per element',
    raises: 'scenario.returned',
  },
  {
    event: 'approve',
    from: ['SUBMITTED'],
    to: 'APPROVED',
    who: ['M', 'C'],
    guard: 'gate complete, not the author',
    raises: 'scenario.approved',
  },
  {
    event: 'publish',
    from: ['APPROVED'],
    to: 'PUBLISHED',
    who: ['C'],
    guard: 'list type SCENARIO, gate rechecked',
    raises: 'scenario.published',
  },
  {
    event: 'revise',
    from: ['PUBLISHED', 'IN_TALKS'],
    to: '=',
    who: ['D', 'M', 'C'],
    guard: 'gate elements by M or C, rechecked',
    raises: 'scenario.revised',
  },
  {
    event: 'withdraw',
    from: ['DRAFT', 'RETURNED', 'APPROVED', 'PUBLISHED', 'IN_TALKS'],
    to: 'WITHDRAWN',
    who: ['D', 'C'],
    guard: 'reason',
    raises: 'scenario.withdrawn',
  },
  { event: 'redraft', from: ['WITHDRAWN'], to: 'DRAFT', who: ['D'], raises: 'scenario.redrafted' },
  {
    event: 'discard',
    from: ['DRAFT', 'RETURNED'],
    to: 'DISCARDED',
    who: ['D'],
    guard: 'never published',
    raises: 'scenario.discarded',
  },
  {
    event: 'engage',
    from: ['PUBLISHED'],
    to: 'IN_TALKS',
    who: ['S'],
    guard: 'somebody introduced',
    raises: 'scenario.engaged',
  },
  {
    event: 'disengage',
    from: ['IN_TALKS'],
    to: 'PUBLISHED',
    who: ['S'],
    guard: 'last pairing ended, deadline ahead',
    raises: 'scenario.disengaged',
  },
  { event: 'shut', from: ['PUBLISHED', 'IN_TALKS'], to: '=', who: ['S'], guard: 'deadline passed', raises: 'scenario.shut' },
  { event: 'expire', from: ['PUBLISHED'], to: 'EXPIRED', who: ['S'], guard: 'deadline passed, nothing open', raises: 'scenario.expired' },
  { event: 'conclude', from: ['IN_TALKS'], to: 'NOT_LANDED', who: ['S'], guard: 'deadline passed, nothing open', raises: 'scenario.not-landed' },
  { event: 'reopen', from: ['EXPIRED', 'NOT_LANDED'], to: 'SUBMITTED', who: ['D'], guard: 'new deadline, gate complete', raises: 'scenario.submitted' },
];

/** Who has to act next in an open state and in how many working days, or by the scenario's deadline. */
export const SCENARIO_DUE: Partial<
  Record<ScenarioStatus, { owner: RoleLetter; workingDays: number | 'deadline' }>
> = {
  DRAFT: { owner: 'D', workingDays: 30 },
  SUBMITTED: { owner: 'M', workingDays: 5 },
  RETURNED: { owner: 'D', workingDays: 10 },
  APPROVED: { owner: 'C', workingDays: 10 },
  PUBLISHED: { owner: 'D', workingDays: 'deadline' },
  IN_TALKS: { owner: 'D', workingDays: 'deadline' },
};

export const scenarioTransition = (event: ScenarioEvent): ScenarioTransition => {
  const found = SCENARIO_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
};

/** The state `event` leads to, or undefined when it may not happen in `status`. */
export function scenarioAfter(status: ScenarioStatus, event: ScenarioEvent): ScenarioStatus | undefined {
  const { from, to } = scenarioTransition(event);
  if (!from.includes(status)) return undefined;
  return to === '=' ? status : to;
}
