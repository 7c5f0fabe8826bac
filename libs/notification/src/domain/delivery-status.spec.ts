import {
  DELIVERY_TRANSITIONS,
  deliveryTransition,
  isSettled,
  LEASE_MS,
  SEND_LIMIT_MS,
  type DeliveryStatus,
} from './delivery-status';

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

  it('is settled when no try can follow', () => {
    expect((['DUE', 'SENDING', 'RETRY', 'FAILED', 'SENT'] as const).filter(isSettled)).toEqual([
      'FAILED',
      'SENT',
    ]);
  });

  it('belongs to its worker for longer than any try lasts', () => {
    expect(LEASE_MS).toBeGreaterThan(SEND_LIMIT_MS);
  });
});
