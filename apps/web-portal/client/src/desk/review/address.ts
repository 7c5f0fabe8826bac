import type { Band } from '@mantianxing/contracts';

export type GroupBy = 'scenario' | 'firm';
export type QueueStatus = 'OPEN' | 'HELD' | 'APPROVED' | 'REJECTED' | 'LAPSED';
export const QUEUE_STATUSES: readonly QueueStatus[] = ['OPEN', 'HELD', 'APPROVED', 'REJECTED', 'LAPSED'];
const BANDS: readonly Band[] = ['RECOMMENDED', 'CANDIDATE', 'WEAK'];

/** The desk's place, kept in the address: a reload, a link to a colleague or the way back loses nothing. */
export interface DeskAddress {
  by: GroupBy;
  band?: Band;
  status: QueueStatus;
  q: string;
  /** The pair being looked at. */
  at: string | null;
  selected: string[];
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | undefined =>
  known.find((item) => item === value);

/** Whatever is not understood falls back to the usual view. */
export function parseAddress(search: string): DeskAddress {
  const given = new URLSearchParams(search);
  const at = given.get('at');
  return {
    by: oneOf(given.get('by'), ['firm', 'scenario'] as const) ?? 'scenario',
    band: oneOf(given.get('band'), BANDS),
    status: oneOf(given.get('status'), QUEUE_STATUSES) ?? 'OPEN',
    q: (given.get('q') ?? '').slice(0, 60),
    at: at && ID.test(at) ? at : null,
    selected: (given.get('sel') ?? '')
      .split('.')
      .filter((id) => ID.test(id))
      .slice(0, 50),
  };
}

/** Only what differs from the usual view is written. */
export function formatAddress(address: DeskAddress): string {
  const out = new URLSearchParams();
  if (address.by !== 'scenario') out.set('by', address.by);
  if (address.band) out.set('band', address.band);
  if (address.status !== 'OPEN') out.set('status', address.status);
  if (address.q) out.set('q', address.q);
  if (address.at) out.set('at', address.at);
  if (address.selected.length > 0) out.set('sel', address.selected.join('.'));
  const search = out.toString();
  return search ? `?${search}` : '';
}
