import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weights and thresholds refitted on people's decisions; a person puts one into force. */
export class ScoreVersions1763800030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- While no row is ACTIVE, the weights built into the program hold.
create table matching.score_version (
  id int primary key generated always as identity,
  status text not null default 'DRAFT' check (status in ('DRAFT','ACTIVE','RETIRED')),
  weights jsonb not null check (jsonb_typeof(weights) = 'object'),
  thresholds jsonb not null check (
    (thresholds->>'recommendedFrom')::double precision between 0 and 1
    and (thresholds->>'candidateFrom')::double precision between 0 and (thresholds->>'recommendedFrom')::double precision),
  thesaurus_version text not null,
  statistics_epoch int references matching.statistics_epoch,
  -- Name of the weights the refit started from.
  based_on text not null,
  report jsonb not null default '{}',
  created_at timestamptz not null default now(),
  activated_by uuid references account.account,
  activated_at timestamptz,
  check (status = 'DRAFT' or (activated_by is not null and activated_at is not null)));
create unique index one_active_score_version on matching.score_version (status) where status = 'ACTIVE';
-- A score names its version, so what the version says stays as it was.
create trigger frozen_content before update on matching.score_version for each row
  when ((old.id, old.weights, old.thresholds, old.thesaurus_version, old.statistics_epoch, old.based_on, old.report, old.created_at)
    is distinct from
    (new.id, new.weights, new.thresholds, new.thesaurus_version, new.statistics_epoch, new.based_on, new.report, new.created_at))
  execute function public.refuse_change();
create trigger kept before delete on matching.score_version for each row execute function public.refuse_change();

-- Who put what into force when; a null version is the built-in weights.
create table matching.score_version_history (
  id int primary key generated always as identity,
  score_version_id int references matching.score_version,
  account_id uuid not null references account.account,
  at timestamptz not null default now());
create trigger frozen before update or delete on matching.score_version_history
  for each row execute function public.refuse_change();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
