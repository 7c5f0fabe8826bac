import { Client } from 'pg';
import type { DemoAccount, WholeStack } from './whole-stack';

/**
 * The account of somebody in this organization, usable with a demo password: most sample organizations have people
 * without one, as they would answer by mail alone.
 */
export async function signInFor(stack: WholeStack, organizationName: string): Promise<DemoAccount> {
  const known = stack.accounts.find(({ label }) => label === organizationName);
  if (known) return known;
  const [demo] = stack.accounts;
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ login: string }>(
      `update account.account set password_hash = (select password_hash from account.account where login = $2)
       where id = (select m.account_id from account.membership m join organization.organization o on o.id = m.organization_id
                   where o.name = $1 and m.ended_at is null order by m.id limit 1) returning login`,
      [organizationName, demo?.login],
    );
    const account = { label: organizationName, login: rows[0]?.login ?? '', password: demo?.password ?? '' };
    stack.accounts.push(account);
    return account;
  } finally {
    await client.end();
  }
}
