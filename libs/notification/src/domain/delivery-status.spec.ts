import { DELIVERY_STATE } from '@mantianxing/contracts';
import {
  DELIVERY_TRANSITIONS,
  deliveryTransition,
  isToSend,
  LEASE_MS,
  mayCancel,
  mayResend,
  SEND_LIMIT_MS,
  type DeliveryStatus,
} from './delivery-status';

const ALL = Object.keys(DELIVERY_STATE) as DeliveryStatus[];
const after = (status: DeliveryStatus | undefined, event: (typeof DELIVERY_TRANSITIONS)[number]['event']) => {
  const { from, to } = deliveryTransition(event);
  return status && !from.includes(status) ? undefined : to;
};

describe('a delivery', () => {
  it('goes from due over sending to sent, or back for another try', () => {
    expect(after(undefined, 'queue')).toBe('DUE');
    expect(after('DUE', 'send')).toBe('SENDING');
    expect(after('SENDING', 'done')).toBe('SENT');
    expect(after('SENDING', 'fault')).toBe('RETRY');
    expect(after('RETRY', 'send')).toBe('SENDING');
    expect(after('SENDING', 'fail')).toBe('FAILED');
  });

  it('is never sent again once sent, and not while somebody else may be sending', () => {
    for (const status of ['SENT', 'FAILED', 'SENDING'] as const)
      expect(after(status, 'send')).toBeUndefined();
    expect(after('SENT', 'takeOver')).toBeUndefined();
  });

  it('is a job’s affair while a try can follow, and nobody’s while it is held', () => {
    expect(ALL.filter(isToSend)).toEqual(['DUE', 'SENDING', 'RETRY']);
  });

  it('waits for its time, and goes back to waiting when its try would fall into the night', () => {
    expect(after(undefined, 'hold')).toBe('HELD');
    expect(after('HELD', 'ripen')).toBe('DUE');
    expect(after('RETRY', 'putOff')).toBe('HELD');
    expect(after('SENDING', 'putOff')).toBeUndefined();
  });

  it('may be sent again once it is settled, and given up while nobody is sending it', () => {
    expect(ALL.filter(mayResend)).toEqual(['FAILED', 'SENT', 'OPENED']);
    expect(ALL.filter(mayCancel)).toEqual(['HELD', 'DUE', 'RETRY', 'FAILED']);
  });

  it('is never asked for against somebody’s wish', () => {
    expect(after(undefined, 'suppress')).toBe('SUPPRESSED');
    expect(DELIVERY_TRANSITIONS.filter(({ from }) => from.includes('SUPPRESSED'))).toEqual([]);
  });

  it('belongs to its worker for longer than any try lasts', () => {
    expect(LEASE_MS).toBeGreaterThan(SEND_LIMIT_MS);
  });
});
