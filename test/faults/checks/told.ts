import { checkResult, type CheckResult } from '../findings';
import type { AcceptedDecision, Ledger } from '../load/ledger';
import type { SeenMessages } from '../load/load';
import type { People } from '../load/people';
import type { Kill } from '../kills';
import type { StoredMail } from '../parts/mail';

export interface Expected {
  login: string;
  /** Words that only this message holds. */
  words: string[];
  about: string;
}

/** Who must have been told of which pairing, by the ledger of accepted approvals. */
export function expectedMessages(ledger: Ledger, people: People): Expected[] {
  const approved = [...ledger.decisions.values()].filter(({ decision }) => decision === 'APPROVED');
  return approved.flatMap((decided) => {
    const [lead] = decided.members;
    const sides = [
      ...decided.members.map((member) => ({ organization: member.firmName, capability: member.capabilityName })),
      { organization: decided.unitName, capability: lead?.capabilityName ?? '' },
    ];
    return sides.map(({ organization, capability }) => ({
      login: people.ofOrganization(organization)?.login ?? `nobody of ${organization}`,
      words: [`《${decided.scenarioTitle}》`, `“${capability}”`, '工作人员建议对接'],
      about: aboutOf(decided),
    }));
  });
}

const aboutOf = ({ scenarioTitle, members }: AcceptedDecision): string =>
  `${scenarioTitle} × ${members.map(({ capabilityName }) => capabilityName).join(' + ')}`;

/** Each person of both sides of every approval has exactly one message about it; nobody has one about an undone one. */
export function toldInTheInbox(expected: Expected[], undone: AcceptedDecision[], seen: Map<string, SeenMessages>): CheckResult {
  const findings: string[] = [];
  let told = 0;
  for (const { login, words, about } of expected) {
    const mine = [...(seen.get(login)?.values() ?? [])].filter(({ body }) => words.every((word) => body.includes(word)));
    if (mine.length === 0) findings.push(`lost: ${login} has no message about ${about}`);
    if (mine.length > 1) findings.push(`doubled: ${login} has ${mine.length} messages about ${about}`);
    if (mine.length === 1) told += 1;
  }
  for (const decided of undone) {
    for (const [login, messages] of seen) {
      const words = [`《${decided.scenarioTitle}》`, `“${decided.members[0]?.capabilityName}”`, '工作人员建议对接'];
      const wrong = [...messages.values()].filter(({ body }) => words.every((word) => body.includes(word)));
      if (wrong.length > 0) findings.push(`undone, yet ${login} was told: ${aboutOf(decided)}`);
    }
  }
  return checkResult('each person is told once in the inbox', 'http', expected.length, findings, { told, undone: undone.length });
}

/** A kill this long before or after the server's acceptance may have kept the sender from recording it. */
const WINDOW_MS = { before: 1500, after: 5000 };

/**
 * By mail: one Message-ID for each message, and each taken by the server once, except where a sender, the server or
 * the database was killed in that very moment.
 */
export function toldByMail(expected: Expected[], people: People, mails: StoredMail[], kills: Kill[]): CheckResult {
  const findings: string[] = [];
  const byId = new Map<string, StoredMail[]>();
  for (const mail of mails) byId.set(mail.messageId, [...(byId.get(mail.messageId) ?? []), mail]);
  for (const { login, words, about } of expected) {
    const address = people.addressOf.get(login);
    if (!address) continue;
    const mine = mails.filter(({ to, body }) => to.includes(address) && words.every((word) => body.includes(word)));
    const ids = new Set(mine.map(({ messageId }) => messageId));
    if (ids.size === 0) findings.push(`lost: no mail to ${login} about ${about}`);
    if (ids.size > 1) findings.push(`doubled: ${ids.size} Message-IDs to ${login} about ${about}`);
  }
  let explained = 0;
  for (const [messageId, copies] of byId) {
    if (!messageId) findings.push('a mail without a Message-ID');
    for (const first of copies.slice(0, -1)) {
      const reason = kills.find(({ at }) => at > first.at - WINDOW_MS.before && at < first.at + WINDOW_MS.after);
      if (reason) explained += 1;
      else findings.push(`doubled: ${messageId} (${first.subject}) was taken ${copies.length} times, and nothing was killed at that moment`);
    }
  }
  const figures = { mails: mails.length, messageIds: byId.size, doublesExplained: explained };
  return checkResult('each person is told once by mail', 'mail server', expected.length, findings, figures);
}
