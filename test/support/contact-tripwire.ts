import { lettersOf, type RoleLetter, type SessionView } from '@mantianxing/contracts';

type Sql = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** Nobody's contact may stand in an answer, a mail, a log line or a table that is not made for it. */
const MOBILE = String.raw`(?<![0-9a-f])1[3-9][0-9]{9}(?![0-9a-f])`;
const MAIL = String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`;
const CONTACT = new RegExp(`${MOBILE}|${MAIL}`);

export interface Passage {
  method: string;
  url: string;
  text: string;
  /** Roles of whoever asked; empty for strangers. */
  letters: ReadonlySet<RoleLetter>;
}

/** The few ways a contact may take, each with the state in which it may. A new one needs its line and its reason. */
const PERMITTED: { why: string; route: RegExp; when: (passage: Passage, sql?: Sql) => boolean | Promise<boolean> }[] = [
  {
    why: 'a unit reads and writes the contact person of its own scenario',
    route: /^\/api\/scenarios(?:$|[/?])(?!.*\/public)/,
    when: ({ letters }) => letters.has('D'),
  },
  {
    why: 'who looks after the members of an organisation sees which address an invitation went to',
    route: /^\/api\/members(?:$|[/?])/,
    when: ({ letters }) => (['FA', 'DA', 'C', 'A'] as const).some((letter) => letters.has(letter)),
  },
  {
    why: 'both sides have agreed, and the introduction is open',
    route: /^\/api\/pairings\/[0-9a-f-]{36}\/contacts$/,
    when: ({ url }, sql) => isReleased(url.split('/')[3] ?? '', sql),
  },
];

async function isReleased(pairingId: string, sql?: Sql): Promise<boolean> {
  if (!sql) return false;
  const [row] = await sql<{ open: boolean }>(
    `select exists (select from pairing.contact_release r where r.pairing_id = $1 and r.ended_at is null)
       and not exists (select from pairing.consent c join pairing.pairing p on p.id = c.pairing_id
         where c.pairing_id = $1 and c.round = p.round and c.status <> 'AGREED') as open`,
    [pairingId],
  );
  return row?.open === true;
}

/**
 * What is made from others' entries or goes out: no contact may arrive there. Deliveries keep the address they went to,
 * and jobs the words of their failure, which are cleaned when they are shown.
 */
const SWEPT = `schemaname in ('search', 'outbox', 'notification', 'audit', 'matching', 'recurring')
  and tablename not in ('delivery', 'job', 'job_verdict')`;

export class ContactTripwire {
  private readonly tripped: string[] = [];

  /** `sql`: the database behind; without it no state can be asked and no table looked through. */
  constructor(private readonly sql?: Sql) {}

  /** Throws where an answer carries a contact by a way or in a state in which it may not. */
  async answer(passage: Passage): Promise<void> {
    const found = CONTACT.exec(passage.text)?.[0] ?? (await this.nameIn(passage));
    if (!found) return;
    const path = passage.url.split('?', 1)[0] ?? '';
    for (const { route, when } of PERMITTED) if (route.test(path) && (await when(passage, this.sql))) return;
    const who = [...passage.letters].join(' ') || '访客';
    throw new Error(`联系方式绊线：${passage.method} ${passage.url} 把“${found}”给了 ${who}。如确应给出，请在 test/support/contact-tripwire.ts 写明理由`);
  }

  /** For what arrives beside a test's own calls (mails, robots, log lines): remembered, and thrown by `check`. */
  text(where: string, text: string): void {
    const found = CONTACT.exec(text)?.[0];
    if (found) this.tripped.push(`联系方式绊线：${where} 里有“${found}”：${text.slice(0, 200)}`);
  }

  /** Looks through the search index, inbox, events and audit log, and throws what was met so far. */
  async check(): Promise<void> {
    if (this.sql) await this.sweep(this.sql);
    if (this.tripped.length > 0) throw new Error(this.tripped.splice(0).join('\n'));
  }

  private async sweep(sql: Sql): Promise<void> {
    const tables = await sql<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where ${SWEPT} order by 1`,
    );
    for (const { name } of tables) {
      const rows = await sql<{ row: string }>(`select row_to_json(t)::text as row from ${name} t where row_to_json(t)::text ~ $1 limit 1`, [
        `${MOBILE}|${MAIL.replaceAll('(?:', '(')}`,
      ]);
      for (const { row } of rows) this.text(`表 ${name}`, row.slice(Math.max(0, row.search(CONTACT) - 60)));
    }
  }

  /** Contact persons of scenarios are named to their own unit only: to a stranger their name is a contact too. */
  private async nameIn({ text, letters, url }: Passage): Promise<string | undefined> {
    // Signing in tells people their own name, before it is known here whose it is.
    if (letters.size > 0 || !this.sql || /^\/(?:api\/session|sign-in)\b/.test(url)) return undefined;
    const names = await this.sql<{ name: string }>(
      'select distinct p.name from account.person p join scenario.scenario s on s.contact_person_id = p.id where p.name is not null',
    );
    return names.map(({ name }) => name).find((name) => text.includes(name));
  }
}

/** The roles of whoever a session belongs to; none without an account. */
export function lettersOfSession({ account }: Pick<SessionView, 'account'>): ReadonlySet<RoleLetter> {
  if (!account) return new Set();
  return lettersOf({ accountId: account.id, name: account.name, districtCode: '', memberships: account.memberships });
}
