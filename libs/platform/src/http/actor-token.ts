import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { jwtVerify, SignJWT } from 'jose';
import { actingFrom, actingIs, type Origin } from '../acting';
import type { Env } from '../config/env';

/** Header in which the portal passes on who acts; never accepted from a browser. */
export const ACTOR_HEADER = 'x-mantianxing-actor';
const LIFETIME = '60s';

/** Signs an actor, and where the request came from, for one hop from the portal to the publishing or directory app. */
export async function signActor(actor: Actor, secret: string, origin: Origin = {}): Promise<string> {
  return new SignJWT({ actor: actor as unknown as Record<string, unknown>, origin })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .setAudience('mantianxing')
    .sign(new TextEncoder().encode(secret));
}

/** The actor of a token, or undefined when it is missing, expired or not ours. */
export async function readActor(token: string | undefined, secret: string): Promise<Actor | undefined> {
  return (await readSigned(token, secret))?.actor;
}

async function readSigned(token: string | undefined, secret: string): Promise<{ actor: Actor; origin: Origin } | undefined> {
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      audience: 'mantianxing',
      algorithms: ['HS256'],
    });
    return { actor: payload.actor as Actor, origin: (payload.origin ?? {}) as Origin };
  } catch {
    return undefined;
  }
}

interface ActingRequest {
  headers: Record<string, string | undefined>;
  actor?: Actor;
}

/** Puts the signed actor on the request; without one the request is anonymous. */
@Injectable()
export class ActorTokenGuard implements CanActivate {
  constructor(private readonly env: Pick<Env, 'INTERNAL_TOKEN_SECRET'>) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const signed = await readSigned(request.headers[ACTOR_HEADER], this.env.INTERNAL_TOKEN_SECRET);
    request.actor = signed?.actor;
    if (signed?.origin.requestId) actingFrom(signed.origin);
    actingIs(request.actor);
    return true;
  }
}

/** The signed-in actor; throws 401 where there is none. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。');
  return actor;
});

/** The actor or undefined, for pages anyone may see. */
export const MaybeActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<ActingRequest>().actor,
);
