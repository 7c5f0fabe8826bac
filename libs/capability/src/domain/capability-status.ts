import type { EventName, RoleLetter } from '@mantianxing/contracts';

/** States of MODEL.md section 2 that this version reaches. */
export const CAPABILITY_STATUSES = ['DRAFT', 'PUBLISHED', 'PAUSED', 'STALE', 'RETIRED', 'DISCARDED'] as const;
export type CapabilityStatus = (typeof CAPABILITY_STATUSES)[number];

export type CapabilityEvent =
  'create' | 'amend' | 'publish' | 'revise' | 'reconfirm' | 'pause' | 'resume' | 'retire' | 'discard' | 'stale';

/** A rule the use case of that event proves before the row moves. */
export type CapabilityGuard =
  'firm not suspended' | 'complete' | 'complete, duplicate confirmed' | 'reconfirms' | 'never published' | '12 months unconfirmed';

export interface CapabilityTransition {
  event: CapabilityEvent;
  /** Empty for the event that creates. */
  from: readonly CapabilityStatus[];
  /** `=` keeps the state. */
  to: CapabilityStatus | '=';
  who: readonly RoleLetter[];
  guard?: CapabilityGuard;
  raises?: EventName & `capability.${string}`;
}

/** The capability's machine; nothing else decides what may follow what. */
export const CAPABILITY_TRANSITIONS: readonly CapabilityTransition[] = [
  { event: 'create', from: [], to: 'DRAFT', who: ['F', 'M'], guard: 'firm not suspended' },
  { event: 'amend', from: ['DRAFT', 'PAUSED', 'STALE'], to: '=', who: ['F', 'M'] },
  {
    event: 'publish',
    from: ['DRAFT'],
    to: 'PUBLISHED',
    who: ['F', 'M'],
    guard: 'complete, duplicate confirmed',
    raises: 'capability.published',
  },
  {
    event: 'revise',
    from: ['PUBLISHED'],
    to: '=',
    who: ['F', 'M'],
    guard: 'complete',
    raises: 'capability.revised',
  },
  {
    event: 'reconfirm',
    from: ['PUBLISHED', 'STALE'],
    to: 'PUBLISHED',
    who: ['F'],
    guard: 'complete',
    raises: 'capability.reconfirmed',
  },
  {
    event: 'stale',
    from: ['PUBLISHED'],
    to: 'STALE',
    who: ['S'],
    guard: '12 months unconfirmed',
    raises: 'capability.staled',
  },
  { event: 'pause', from: ['PUBLISHED'], to: 'PAUSED', who: ['F'], raises: 'capability.paused' },
  {
    event: 'resume',
    from: ['PAUSED'],
    to: 'PUBLISHED',
    who: ['F'],
    guard: 'reconfirms',
    raises: 'capability.published',
  },
  {
    event: 'retire',
    from: ['DRAFT', 'PUBLISHED', 'PAUSED', 'STALE'],
    to: 'RETIRED',
    who: ['F', 'C'],
    raises: 'capability.retired',
  },
  { event: 'discard', from: ['DRAFT'], to: 'DISCARDED', who: ['F'], guard: 'never published' },
];

/** Who has to act next in an open state: in working days, or in calendar months. */
export const CAPABILITY_DUE: Partial<
  Record<CapabilityStatus, { owner: RoleLetter; workingDays: number } | { owner: RoleLetter; months: number }>
> = {
  DRAFT: { owner: 'F', workingDays: 30 },
  PUBLISHED: { owner: 'F', months: 6 },
};

/** So long a firm's word counts: the day, this many months later, on which an entry nobody confirmed leaves the list. */
export const CONFIRMED_FOR_MONTHS = 12;

export const capabilityTransition = (event: CapabilityEvent): CapabilityTransition => {
  const found = CAPABILITY_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
};

/** The state `event` leads to, or undefined when it may not happen in `status`. */
export function capabilityAfter(
  status: CapabilityStatus,
  event: CapabilityEvent,
): CapabilityStatus | undefined {
  const { from, to } = capabilityTransition(event);
  if (!from.includes(status)) return undefined;
  return to === '=' ? status : to;
}
