import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '@mantianxing/platform';
import { SecretBox } from '../domain/channel-target';

const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES, KEY_BYTES] = [12, 16, 32];

/**
 * AES-256-GCM under a key made from INTERNAL_TOKEN_SECRET (HKDF-SHA256), so that a copy of the database without the
 * environment gives nothing away. With another INTERNAL_TOKEN_SECRET robots have to be added anew.
 */
@Injectable()
export class AesSecretBox extends SecretBox {
  private readonly sealing: Buffer;
  private readonly digesting: Buffer;

  constructor(@Inject(ENV) env: Pick<Env, 'INTERNAL_TOKEN_SECRET'>) {
    super();
    const key = (purpose: string) => Buffer.from(hkdfSync('sha256', env.INTERNAL_TOKEN_SECRET, 'notification', purpose, KEY_BYTES));
    this.sealing = key('channel-target');
    this.digesting = key('delivery-address');
  }

  override seal(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.sealing, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  override open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(CIPHER, this.sealing, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  override digest(text: string): string {
    return createHmac('sha256', this.digesting).update(text.trim().toLowerCase()).digest('hex');
  }
}
