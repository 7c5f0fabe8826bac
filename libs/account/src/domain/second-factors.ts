/** A person's second factor. Not confirmed: the secret was shown, the first code has not come back. */
export interface SecondFactor {
  accountId: string;
  /** Sealed: only `FactorCodes` opens it. */
  secret: Buffer;
  confirmedAt: Date | null;
  /** The last time step a code was taken for. */
  lastStep: number;
  createdAt: Date;
}

/** Where second factors and recovery codes are kept. */
export abstract class SecondFactors {
  abstract find(accountId: string): Promise<SecondFactor | undefined>;
  /** The same under a lock on its row, so that one code is taken once; inside `UnitOfWork.run`. */
  abstract lock(accountId: string): Promise<SecondFactor | undefined>;
  /** Begins an enrolment, in place of one that was never confirmed. */
  abstract begin(accountId: string, secret: Buffer, at: Date): Promise<void>;
  /** Notes that a code of `step` was taken; the first one confirms. */
  abstract took(accountId: string, step: number, at: Date): Promise<void>;
  /** Removes factor and recovery codes; false when there was none. */
  abstract remove(accountId: string): Promise<boolean>;

  /** Puts these in place of all earlier recovery codes. */
  abstract putRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void>;
  /** Uses one up; false when it is unknown or used. */
  abstract useRecoveryCode(accountId: string, hash: Buffer, at: Date): Promise<boolean>;
  abstract recoveryCodesLeft(accountId: string): Promise<number>;
}

/** Makes and reads codes; the only place that sees a secret. */
export abstract class FactorCodes {
  /** A new secret, sealed. */
  abstract newSecret(accountId: string): Buffer;
  /** What the authenticator app is told: the secret in base32 and the `otpauth://` address its QR code holds. */
  abstract shown(accountId: string, sealed: Buffer, login: string): { secret: string; uri: string };
  /** The time step `code` belongs to, one before or after now included; null when it is wrong. */
  abstract stepOf(accountId: string, sealed: Buffer, code: string, now: Date): number | null;
  /** Ten codes for people to keep, each with the digest that is stored. */
  abstract newRecoveryCodes(accountId: string): { code: string; hash: Buffer }[];
  abstract recoveryHash(accountId: string, code: string): Buffer;
}

/** Roles that need a second factor where the installation asks for one (issue 4: staff and admin; auditors see as much). */
export const NEEDS_FACTOR: ReadonlySet<string> = new Set(['MATCHMAKER', 'COORDINATOR', 'AUDITOR', 'ADMIN']);
