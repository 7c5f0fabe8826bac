import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schemas, the check digit of GB 32100-2015, and the trigger that keeps histories append-only. */
export class Foundation1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema organization; create schema account; create schema scenario; create schema capability;
create schema matching; create schema pairing; create schema outbox; create schema notification; create schema search;

-- 17 characters weighted by 3^i mod 31, check character 31 - sum mod 31.
create function organization.uscc_valid(code text) returns boolean language sql immutable strict parallel safe as $$
  select code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$' and (
    select (31 - sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
             * (array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[i]) % 31) % 31
    from generate_series(1, 17) i
  ) = strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 18, 1)) - 1 $$;

create function public.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001'; end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
