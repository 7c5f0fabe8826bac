import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LinkPurpose } from '../domain/link-tokens';

const SECRET_BYTES = 32;
const SIGNATURE_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/**
 * Makes and reads tokens: 32 bytes of secret and 16 of signature, together 64 characters that stand in an address as
 * they are. The secret is HMAC(key, seed), the signature HMAC(other key, purpose and secret).
 */
export class LinkSeal {
  private readonly secretKey: Buffer;
  private readonly signatureKey: Buffer;

  constructor(sessionSecret: string) {
    this.secretKey = derived(sessionSecret, 'mantianxing link secret');
    this.signatureKey = derived(sessionSecret, 'mantianxing link signature');
  }

  seed = (): Buffer => randomBytes(SECRET_BYTES);

  /** The token of a row's seed: the same each time. */
  tokenOf(seed: Buffer, purpose: LinkPurpose): { token: string; hash: Buffer } {
    const secret = createHmac('sha256', this.secretKey).update(seed).digest();
    const token = Buffer.concat([secret, this.signature(secret, purpose)]).toString('base64url');
    return { token, hash: digest(secret) };
  }

  /** Digest under which the row is found, or undefined when the token was never made here for this purpose. */
  hashOf(token: string, purpose: LinkPurpose): Buffer | undefined {
    if (typeof token !== 'string' || !TOKEN.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    const secret = bytes.subarray(0, SECRET_BYTES);
    const right = timingSafeEqual(bytes.subarray(SECRET_BYTES), this.signature(secret, purpose));
    return right ? digest(secret) : undefined;
  }

  private signature(secret: Buffer, purpose: LinkPurpose): Buffer {
    return createHmac('sha256', this.signatureKey).update(`${purpose}\n`).update(secret).digest().subarray(0, SIGNATURE_BYTES);
  }
}

const derived = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', use, 32));
const digest = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest();
