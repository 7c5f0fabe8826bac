const LOOK: Record<string, string> = {
  PUBLISHED: 'state-good',
  IN_TALKS: 'state-good',
  APPROVED: 'state-good',
  RETURNED: 'state-warn',
  STALE: 'state-warn',
  ASKED: 'state-warn',
  AGREED: 'state-good',
  EXPIRED: 'state-warn',
  STALLED: 'state-warn',
  INTENT: 'state-good',
};

export function StateMark({ status, label }: { status: string; label: string }) {
  return <span className={`state ${LOOK[status] ?? ''}`}>{label}</span>;
}
