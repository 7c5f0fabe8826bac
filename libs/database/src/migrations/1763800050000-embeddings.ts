import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Embeddings1763800050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Vectors of an optional embedder. Derived from published texts alone: may be emptied at any time and is made again.
create table matching.embedding (
  kind text not null check (kind in ('scenario','capability')),
  subject_id uuid not null,
  -- Protocol, model and dimensions: vectors of two spaces never compare.
  space text not null,
  revision int not null,
  -- Of the text that was sent.
  digest text not null,
  -- float32, little endian, length 1.
  vector bytea not null,
  made_at timestamptz not null default now(),
  primary key (kind, subject_id));
-- Figures do not compress.
alter table matching.embedding alter column vector set storage external;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
