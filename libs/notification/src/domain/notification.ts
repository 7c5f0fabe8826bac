/** What each message is made of: facts of the moment, in words people read. Contact data never stands here. */
export interface TemplateParams {
  'scenario.submitted': { title: string; unit: string; clarity: number; dueDay: string };
  /** `wanted`: what staff ask for, one sentence each. */
  'scenario.returned': { title: string; wanted: string[] };
  'scenario.approved': { title: string; unit: string; dueDay: string };
  'scenario.published': { title: string };
  'scenario.withdrawn.firm': { title: string; unit: string; reason: string };
  /** For the unit, when staff took the entry back. */
  'scenario.withdrawn.unit': { title: string; reason: string };
  /** For the unit, when the deadline has passed: what was begun goes on; nothing was; or it came to nothing. */
  'scenario.shut': { title: string };
  'scenario.expired': { title: string };
  'scenario.not-landed': { title: string };
  /** For the firm: nobody has confirmed it for twelve months. */
  'capability.staled': { name: string };
  /** Once per scenario and matching run. */
  'suggestion.proposed': { title: string; proposed: number; recommended: number };
  /** `partners`: the other members where a 联合体 is proposed. `dueDay`: until when an answer is wanted. */
  'consent.asked.firm': Asked & { unit: string };
  'consent.asked.unit': Asked & { firm: string };
  'consent.reminded': { title: string; dueDay: string; consentId: string };
  /** For the matchmaker. `waiting`: who has not answered yet. */
  'consent.answered': { title: string; organization: string; answer: 'AGREED' | 'DECLINED'; reason: string; waiting: string[] };
  'consent.revoked': { title: string; organization: string; reason: string };
  /** `others`: the other side's names. `meetBy`: day by which they should have spoken. */
  'introduction.made': { title: string; others: string[]; meetBy: string };
  'introduction.made.staff': { title: string; others: string[]; meetBy: string };
  'pairing.declined': { title: string; reason: string };
  'pairing.not-landed': { title: string; reason: string };
  /** For the matchmaker: who has not answered, and which members said no. */
  'pairing.stalled': { title: string; silent: string[]; declined: string[] };
  /** `left`: the side that is no longer there. */
  'pairing.lapsed.firm': { title: string; capability: string; left: LeftSide };
  'pairing.lapsed.unit': { title: string; firm: string; capability: string; left: LeftSide };
  /** `about`: 《…》 or “…”. `isLate`: the day is over already. */
  'due.passed': { about: string; action: string; dueDay: string; isLate: boolean };
  /** For coordinators. `stage` empty where it has none. */
  'due.escalated': { about: string; action: string; stage: string; owner: string };
  'membership.recertification-due': { unit: string; members: number };
}
interface Asked {
  title: string;
  capability: string;
  reasons: string[];
  partners?: Partner[];
  dueDay: string;
  consentId: string;
}
/** PARTNER: another member of the 联合体. */
export type LeftSide = 'SCENARIO' | 'CAPABILITY' | 'PARTNER';
export interface Partner {
  firm: string;
  capability: string;
}
export type TemplateName = keyof TemplateParams;

/** A message in the making: a template with its facts and the page it leads to. */
export type Notice<T extends TemplateName = TemplateName> = {
  [K in T]: {
    template: K;
    params: TemplateParams[K];
    /** Path on the portal, such as `/desk/intake`. */
    link: string;
    /** What it is about: of several messages with one topic a digest tells the last. Absent: it stands alone. */
    topic?: string;
    /** Nobody is told the same thing twice, whichever of several events comes first: kept with the row, unique for each person. */
    once?: string;
  };
}[T];

/** Whom to tell. Without an e-mail address only the inbox is left. */
export interface Recipient {
  accountId: string;
  email: string | null;
}

export interface AddressedNotice {
  recipient: Recipient;
  notice: Notice;
}

/** 消息, as its row stands: one per event and person. Its words are made from the template each time. */
export interface Notification {
  id: string;
  eventId: string;
  recipientId: string;
  template: string;
  params: object;
  link: string;
  topic: string;
  readAt: Date | null;
  createdAt: Date;
}

/** The consent a message asks somebody to answer, or undefined for messages that ask nothing. */
export function consentToAnswer({ template, params }: Pick<Notification, 'template' | 'params'>): string | undefined {
  if (template !== 'consent.reminded' && !template.startsWith('consent.asked.')) return undefined;
  return (params as { consentId?: string }).consentId;
}
