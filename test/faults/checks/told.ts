import type { Ledger } from '../load/ledger';
import { checkResult, type CheckResult } from '../findings';
import type { Kill } from '../kills';
import { pairingOf } from '../load/consents';
import { ASKED, INTRODUCED, type SeenMessages } from '../load/load';
import type { People } from '../load/people';
import type { StoredMail } from '../parts/mail';
import type { Stack } from '../stack';

/** One message somebody must have, or, where a side left in between, may have. */
export interface Expected {
  login: string;
  pairingId: string;
  subject: RegExp;
  must: boolean;
  about: string;
}

interface PairingRow {
  id: string;
  key: string;
  status: string;
}

/**
 * Who must have been told what, by the ledger of accepted approvals and answers. The portal's answers do not name the
 * pairing an approval has formed, so its number and state come from the database.
 */
export async function expectedMessages({ postgres }: Stack, ledger: Ledger, people: People): Promise<Expected[]> {
  const rows = await postgres.query<PairingRow>(`select id, suggestion_id || '/' || opening as key, status from pairing.pairing where status <> 'UNDONE'`);
  const pairings = new Map(rows.map((row) => [row.key, row]));
  const over = await questionsThatAreOver(postgres);
  return [...ledger.decisions].flatMap(([key, decided]) => {
    const pairing = pairings.get(key);
    if (decided.decision !== 'APPROVED' || !pairing) return [];
    const organizations = [...new Set([decided.unitName, ...decided.members.map(({ firmName }) => firmName)])];
    const logins = organizations.map((name) => people.ofOrganization(name)?.login ?? `nobody of ${name}`);
    const about = `${decided.scenarioTitle} × ${decided.members.map(({ capabilityName }) => capabilityName).join(' + ')}`;
    const agreed = logins.every((login) => ledger.answers.get(`${pairing.id}/${login}`)?.answer === 'AGREE');
    return logins.flatMap((login) => [
      { login, pairingId: pairing.id, subject: ASKED, must: pairing.status !== 'LAPSED' && !over.has(`${pairing.id}/${login}`), about: `being asked for ${about}` },
      ...(agreed ? [{ login, pairingId: pairing.id, subject: INTRODUCED, must: true, about: `the introduction of ${about}` }] : []),
    ]);
  });
}

/** By pairing and login: void, since the other side said no or left. Nobody is asked any more what is over. */
async function questionsThatAreOver(postgres: Stack['postgres']): Promise<Set<string>> {
  const rows = await postgres.query<{ key: string }>(
    `select c.pairing_id || '/' || a.login as key from pairing.consent c
     join account.membership m on m.organization_id = c.organization_id join account.account a on a.id = m.account_id
     where c.status = 'VOID'`,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Each person of both sides has exactly one such message, and nobody has one about a pairing that was undone. */
export function toldInTheInbox(expected: Expected[], undone: Set<string>, seen: Map<string, SeenMessages>): CheckResult {
  const findings: string[] = [];
  let told = 0;
  for (const { login, pairingId, subject, must, about } of expected) {
    const mine = [...(seen.get(login)?.values() ?? [])].filter((item) => pairingOf(item.link) === pairingId && subject.test(item.subject));
    if (mine.length === 0 && must) findings.push(`lost: ${login} has no message about ${about}`);
    if (mine.length > 1) findings.push(`doubled: ${login} has ${mine.length} messages about ${about}`);
    if (mine.length === 1) told += 1;
  }
  for (const [login, messages] of seen) {
    for (const { link, subject } of messages.values()) {
      if (undone.has(pairingOf(link) ?? '')) findings.push(`undone, yet ${login} was told: ${subject}`);
    }
  }
  const introduced = expected.filter(({ subject }) => subject === INTRODUCED).length;
  return checkResult('each person is told once in the inbox', 'http and database', expected.length, findings, { told, introduced, undone: undone.size });
}

/** Pairings that were taken back before anybody heard of them. */
export async function undonePairings({ postgres }: Stack): Promise<Set<string>> {
  const rows = await postgres.query<{ id: string }>(`select id from pairing.pairing where status = 'UNDONE'`);
  return new Set(rows.map(({ id }) => id));
}

/**
 * A kill this long before or after the server's acceptance may have kept the sender from recording it: it tries to for
 * fifteen seconds, since a database that was itself killed comes back within them.
 */
const WINDOW_MS = { before: 1500, after: 15_000 };

export interface RecordedMail {
  messageId: string;
  link: string;
  login: string;
  template: string;
  status: string;
  /** True where it asks what has been answered or is over. */
  answered: boolean;
}

/** Which message a Message-ID carries is known to the database alone. */
export function recordedMails({ postgres }: Stack): Promise<RecordedMail[]> {
  return postgres.query<RecordedMail>(
    `select d.message_id as "messageId", n.link, a.login, n.template, d.status, coalesce(c.status <> 'ASKED', false) as answered
     from notification.delivery d join notification.notification n on n.id = d.notification_id join account.account a on a.id = n.recipient_id
     left join pairing.consent c on c.id::text = n.params ->> 'consentId'
     where d.channel = 'EMAIL'`,
  );
}

/**
 * By mail: one Message-ID for each message, and each taken by the server once, except where a sender, the server or the
 * database was ended in that very moment.
 */
export function toldByMail(expected: Expected[], rows: RecordedMail[], mails: StoredMail[], ends: Kill[]): CheckResult {
  const findings: string[] = [];
  const byId = new Map<string, StoredMail[]>();
  for (const mail of mails) byId.set(mail.messageId, [...(byId.get(mail.messageId) ?? []), mail]);
  const known = new Set(rows.map(({ messageId }) => messageId));
  let answeredBefore = 0;
  const isAbout = (subject: RegExp, template: string) => template.startsWith(subject === ASKED ? 'consent.asked' : 'introduction.made');
  for (const { login, pairingId, subject, must, about } of expected) {
    const mine = rows.filter((row) => row.login === login && pairingOf(row.link) === pairingId && isAbout(subject, row.template));
    const arrived = mine.filter(({ messageId }) => byId.has(messageId));
    // Answered in the portal before its turn came: the mail was dropped on purpose, and the row says so.
    const dropped = mine.some(({ status, answered }) => status === 'CANCELLED' && answered);
    if (arrived.length === 0 && dropped) answeredBefore += 1;
    else if (arrived.length === 0 && must) findings.push(`lost: no mail to ${login} about ${about}`);
    if (arrived.length > 1) findings.push(`doubled: ${arrived.length} Message-IDs to ${login} about ${about}`);
  }
  let explained = 0;
  for (const [messageId, copies] of byId) {
    if (!known.has(messageId)) findings.push(`a mail nobody recorded: ${messageId || 'without a Message-ID'} (${copies[0]?.subject})`);
    for (const first of copies.slice(0, -1)) {
      const reason = ends.find(({ at }) => at > first.at - WINDOW_MS.before && at < first.at + WINDOW_MS.after);
      if (reason) explained += 1;
      else findings.push(`doubled: ${messageId} (${first.subject}) was taken ${copies.length} times, and nothing was ended at that moment`);
    }
  }
  // A request that was accepted, not recorded, and no longer needed when its turn came again.
  const cancelledAfterAll = rows.filter(({ messageId, status }) => status === 'CANCELLED' && byId.has(messageId)).length;
  const figures = { mails: mails.length, messageIds: byId.size, doublesExplained: explained, cancelledAfterAll, answeredBefore };
  return checkResult('each person is told once by mail', 'mail server', expected.length, findings, figures);
}
