import type { DeliveryRowView } from '@mantianxing/contracts';

type Times = Pick<DeliveryRowView, 'state' | 'createdAt' | 'dueAt' | 'sentAt' | 'openedAt'>;

/** The moments of a delivery that tell how far it is, in their order. */
export function timesOf({ state, createdAt, dueAt, sentAt, openedAt }: Times): [string, string][] {
  const times: [string, string | null][] = [
    ['生成', createdAt],
    ['预计发出', state === 'HELD' ? dueAt : null],
    ['发出', sentAt],
    ['打开', openedAt],
  ];
  return times.filter((one): one is [string, string] => one[1] !== null);
}
