import { z } from 'zod';

/** Raised when an older program could no longer read what a newer one writes. */
export const BACKUP_FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const SECRETS = 'secrets.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** What stands in a backup; written last, so that a file that was cut off has none. */
export const BackupManifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** Moment of the snapshot: everything committed before it is in, nothing after it. */
  takenAt: z.iso.datetime({ offset: true }),
  /** Names of the migrations the tables were made by; restoring runs these first, later ones afterwards. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({ schema: identifier, name: identifier, columns: z.array(identifier), rows: z.int(), sha256 }),
  ),
  sequences: z.array(z.strictObject({ schema: identifier, name: identifier, lastValue: z.string().regex(/^\d+$/), isCalled: z.boolean() })),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256 })),
  hasSecrets: z.boolean(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
export type BackedUpTable = BackupManifest['tables'][number];

export const tableEntry = ({ schema, name }: { schema: string; name: string }): string => `tables/${schema}.${name}.copy`;
export const fileEntry = (path: string): string => `files/${path}`;
