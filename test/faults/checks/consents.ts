import type { PartyPairingListView } from '@mantianxing/contracts';
import { checkResult, type CheckResult } from '../findings';
import type { Ledger } from '../load/ledger';
import type { People } from '../load/people';
import type { Stack } from '../stack';

const ENDED = new Set(['LAPSED', 'DECLINED', 'NOT_LANDED']);
const STATUS_OF = { AGREE: 'AGREED', DECLINE: 'DECLINED' } as const;

/** Every accepted answer stands; where all sides said yes they were introduced, exactly once; and nobody else was. */
export async function answersStand({ postgres }: Stack, ledger: Ledger, people: People): Promise<CheckResult> {
  const findings: string[] = [];
  const byLogin = new Map<string, string[]>();
  for (const { login, pairingId } of ledger.answers.values()) byLogin.set(login, [...(byLogin.get(login) ?? []), pairingId]);
  for (const [login, pairingIds] of byLogin) {
    const { items } = await people.byLogin(login).read<PartyPairingListView>('/api/pairings');
    const shown = new Map(items.map((item) => [item.id, item]));
    for (const pairingId of pairingIds) {
      const answer = ledger.answers.get(`${pairingId}/${login}`)?.answer ?? 'AGREE';
      const own = shown.get(pairingId)?.own.status;
      // A yes is void once the other side said no or left.
      const over = own === 'VOID' && ENDED.has(shown.get(pairingId)?.status ?? '');
      if (own !== STATUS_OF[answer] && !over) findings.push(`lost: ${login} answered ${answer} in ${pairingId}, which shows ${own ?? 'nothing'} (${shown.get(pairingId)?.status})`);
    }
  }
  const rows = await postgres.query<{ id: string; introductions: number; agreed: boolean }>(
    `select p.id, (select count(*)::int from pairing.introduction i where i.pairing_id = p.id) as introductions,
       (select coalesce(bool_and(c.status = 'AGREED'), false) from pairing.consent c where c.pairing_id = p.id and c.round = p.round) as agreed
     from pairing.pairing p where p.status not in ('UNDONE', 'LAPSED')`,
  );
  for (const { id, introductions, agreed } of rows) {
    if (introductions > 1) findings.push(`doubled: ${introductions} introductions in pairing ${id}`);
    if (agreed && introductions === 0) findings.push(`lost: all sides of pairing ${id} agreed and nobody was introduced`);
    if (!agreed && introductions > 0) findings.push(`pairing ${id} was introduced without everybody's yes`);
  }
  const figures = { introduced: rows.filter(({ introductions }) => introductions === 1).length };
  return checkResult('answers stand, introductions are made once', 'http and database', ledger.answers.size, findings, figures);
}
