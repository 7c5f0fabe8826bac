import { z } from 'zod';
import { text } from './shared';

const password = z.string().min(1).max(200);

/** Six digits of the authenticator app, or a recovery code. */
export const FactorCode = z.strictObject({ code: text(20, 1) }).meta({ id: 'FactorCode' });
export type FactorCode = z.infer<typeof FactorCode>;

/** `password`: the present one, asked once more; empty for accounts that have none. */
export const FactorStart = z.strictObject({ password: z.string().max(200) }).meta({ id: 'FactorStart' });
export type FactorStart = z.infer<typeof FactorStart>;

export const PasswordChange = z
  .strictObject({ current: password, next: password })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Shown once: what the authenticator app is told. */
export const FactorSecretView = z
  .strictObject({ secret: z.string(), uri: z.string() })
  .meta({ id: 'FactorSecret' });
export type FactorSecretView = z.infer<typeof FactorSecretView>;

/** Shown once; each code counts once. */
export const RecoveryCodesView = z.strictObject({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodesView = z.infer<typeof RecoveryCodesView>;

/** `password`: the present one, asked once more; empty for accounts that have none. */
export const IdentityAnswer = z.strictObject({ password: z.string().max(200) }).meta({ id: 'IdentityAnswer' });
export type IdentityAnswer = z.infer<typeof IdentityAnswer>;

/** The provider's page, where the browser goes now. */
export const IdentityStart = z.strictObject({ url: z.string() }).meta({ id: 'IdentityStart' });
export type IdentityStart = z.infer<typeof IdentityStart>;

export const SecurityView = z
  .strictObject({
    /** Null where the operator has no provider. `label`: what its button says. */
    identity: z.strictObject({ label: z.string(), linkedAt: z.string().nullable() }).nullable(),
    login: z.string(),
    passwordSetAt: z.string().nullable(),
    hasPassword: z.boolean(),
    factor: z.strictObject({
      enrolled: z.boolean(),
      required: z.boolean(),
      /** Until then the person may work without; null where nothing is missing. */
      dueAt: z.string().nullable(),
      recoveryCodesLeft: z.int(),
    }),
    sessions: z.array(
      z.strictObject({
        id: z.uuid(),
        isCurrent: z.boolean(),
        device: z.string(),
        address: z.string(),
        signedInAt: z.string(),
        seenAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Security' });
export type SecurityView = z.infer<typeof SecurityView>;
