export const ENTRY_LABEL = {
  EVENT: '事件',
  HISTORY: '状态',
  SUGGESTION: '建议',
  REVIEW: '审核',
  PAIRING: '配对',
  NOTIFICATION: '消息',
  DELIVERY: '投递',
} as const;
export type EntryKind = keyof typeof ENTRY_LABEL;

/** One line of a journey. */
export interface JourneyEntry {
  at: Date;
  kind: EntryKind;
  /** Joins an event with the messages and deliveries it led to. */
  eventId: string | null;
  /** What it is about, in words. */
  subject: string;
  subjectId: string;
  text: string;
}
