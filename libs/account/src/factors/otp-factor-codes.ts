import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PRODUCT_SHORT_NAME } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { Secret, TOTP } from 'otpauth';
import { FactorCodes } from '../domain/second-factors';

const SECRET_BYTES = 20;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PERIOD = 30;
const RECOVERY_CODES = 10;
/** No letters that are mistaken for one another: 32 of them, ten to a code, 50 bits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** TOTP as authenticator apps know it (SHA-1, six digits, 30 s); secrets under AES-256-GCM, bound to their account. */
@Injectable()
export class OtpFactorCodes extends FactorCodes {
  private readonly sealKey: Buffer;
  private readonly codeKey: Buffer;

  constructor(@Inject(ENV) env: Pick<Env, 'SESSION_SECRET' | 'FACTOR_SECRET'>) {
    super();
    const secret = env.FACTOR_SECRET ?? env.SESSION_SECRET;
    this.sealKey = Buffer.from(hkdfSync('sha256', secret, '', 'mantianxing factor seal', 32));
    this.codeKey = Buffer.from(hkdfSync('sha256', secret, '', 'mantianxing recovery codes', 32));
  }

  override newSecret(accountId: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, iv).setAAD(Buffer.from(accountId));
    const sealed = Buffer.concat([cipher.update(randomBytes(SECRET_BYTES)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  override shown(accountId: string, sealed: Buffer, login: string): { secret: string; uri: string } {
    const totp = this.totpOf(accountId, sealed, login);
    return { secret: totp.secret.base32, uri: totp.toString() };
  }

  override stepOf(accountId: string, sealed: Buffer, code: string, now: Date): number | null {
    const token = code.normalize('NFKC').replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return null;
    const delta = this.totpOf(accountId, sealed).validate({ token, timestamp: now.getTime(), window: 1 });
    return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
  }

  override newRecoveryCodes(accountId: string): { code: string; hash: Buffer }[] {
    const letters = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return Array.from({ length: RECOVERY_CODES }, () => {
      const code = `${letters()}-${letters()}`;
      return { code, hash: this.recoveryHash(accountId, code) };
    });
  }

  override recoveryHash(accountId: string, code: string): Buffer {
    const plain = code.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
    return createHmac('sha256', this.codeKey).update(`${accountId}\n${plain}`).digest();
  }

  private totpOf(accountId: string, sealed: Buffer, label = ''): TOTP {
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(accountId))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const plain = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const secret = new Secret({ buffer: new Uint8Array(plain).buffer });
    return new TOTP({ issuer: PRODUCT_SHORT_NAME, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD });
  }
}
