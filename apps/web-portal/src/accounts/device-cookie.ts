import { createHash, randomBytes } from 'node:crypto';
import { DEVICE_FORGOTTEN_AFTER } from '@mantianxing/account';
import type { FastifyReply, FastifyRequest } from 'fastify';

const SECRET_BYTES = 32;
const WELL_FORMED = /^[\w-]{43}$/;

/**
 * What a browser is known by when somebody signs in: a secret of its own, set at signing in and at no other moment.
 * The digest is kept; it opens nothing. Answers the digest.
 */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): Buffer {
  const name = `${isSecure ? '__Host-' : ''}mtx_device`;
  const given = request.cookies[name] ?? '';
  const secret = WELL_FORMED.test(given) ? given : randomBytes(SECRET_BYTES).toString('base64url');
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  void reply.setCookie(name, secret, { ...options, maxAge: Math.floor(DEVICE_FORGOTTEN_AFTER / 1000) });
  return createHash('sha256').update(secret).digest();
}
