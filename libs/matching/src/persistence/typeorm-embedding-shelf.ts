import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { type EmbeddedKind, EmbeddingShelf, type StoredEmbedding } from '../domain/embedding-shelf';

interface Row {
  id: string;
  revision: number;
  digest: string;
  vector: Buffer;
}

@Injectable()
export class TypeormEmbeddingShelf extends EmbeddingShelf {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async put(kind: EmbeddedKind, space: string, embeddings: readonly StoredEmbedding[]): Promise<void> {
    // In the order of ids, so that two writers cannot lock each other out.
    const rows = [...embeddings]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, revision, digest, vector }) => ({ id, revision, digest, vector: packed(vector).toString('base64') }));
    await this.unitOfWork.manager.query(
      `insert into matching.embedding as e (kind, subject_id, space, revision, digest, vector)
       select $1, r.id, $2, r.revision, r.digest, decode(r.vector, 'base64')
       from jsonb_to_recordset($3::jsonb) as r (id uuid, revision int, digest text, vector text)
       on conflict (kind, subject_id) do update set (space, revision, digest, vector, made_at) =
         (excluded.space, excluded.revision, excluded.digest, excluded.vector, now())
       where e.revision <= excluded.revision`,
      [kind, space, JSON.stringify(rows)],
    );
  }

  override async remove(kind: EmbeddedKind, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query('delete from matching.embedding where kind = $1 and subject_id = any($2::uuid[])', [kind, ids]);
  }

  override async byIds(kind: EmbeddedKind, space: string, ids: readonly string[]): Promise<StoredEmbedding[]> {
    const rows = await this.unitOfWork.manager.query<Row[]>(
      `select subject_id as id, revision, digest, vector from matching.embedding
       where kind = $1 and space = $2 and subject_id = any($3::uuid[])`,
      [kind, space, ids],
    );
    return rows.map((row) => ({ ...row, vector: unpacked(row.vector) }));
  }

  override async digests(kind: EmbeddedKind, space: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.manager.query<Pick<Row, 'id' | 'digest'>[]>(
      `select subject_id as id, digest from matching.embedding
       where kind = $1 and space = $2 and subject_id = any($3::uuid[])`,
      [kind, space, ids],
    );
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }

  override async count(kind: EmbeddedKind, space: string): Promise<number> {
    const [row] = await this.unitOfWork.manager.query<{ count: number }[]>(
      'select count(*)::int as count from matching.embedding where kind = $1 and space = $2',
      [kind, space],
    );
    return row?.count ?? 0;
  }
}

/** Little endian, as every machine this runs on has it. */
function packed({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function unpacked(bytes: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
