import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** Between leaving for the provider and coming back, in seconds. */
const ERRAND_SECONDS = 600;
const text = z.string().min(1).max(200);
const Errand = z.strictObject({
  ...{ state: text, nonce: text, verifier: text, next: z.string().max(2000) },
  /** Absent for signing in: the account that asked to be linked. */
  linkFor: z.uuid().optional(),
});
export type Errand = z.infer<typeof Errand>;

/** What a browser must bring back from the provider travels in its own signed cookie. */
@Injectable()
export class OidcErrands {
  constructor(@Inject(ENV) private readonly env: Pick<Env, 'PUBLIC_URL'>) {}

  give(reply: FastifyReply, errand: Errand): void {
    void reply.setCookie(this.cookie, JSON.stringify(errand), { ...this.options, signed: true, maxAge: ERRAND_SECONDS });
  }

  /** Counts once. Throws OIDC_REFUSED (403) without one. */
  take(request: FastifyRequest, reply: FastifyReply): Errand {
    const { valid, value } = request.unsignCookie(request.cookies[this.cookie] ?? '');
    const read = Errand.safeParse(valid && value ? parsed(value) : undefined);
    if (!read.success) throw new DomainError('OIDC_REFUSED', 403, '统一身份认证没有成功，请返回登录页重新登录。');
    void reply.clearCookie(this.cookie, this.options);
    return read.data;
  }

  private get cookie(): string {
    return `${this.options.secure ? '__Host-' : ''}mtx_oidc`;
  }

  private get options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.env.PUBLIC_URL.startsWith('https:') } as const;
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
