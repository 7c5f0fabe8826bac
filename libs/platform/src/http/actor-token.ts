import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { jwtVerify, SignJWT } from 'jose';
import { actingFrom, type Origin } from '../acting';

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
  actor?: Actor;
}

/** Who the portal says is asking, and from where; undefined for an anonymous request. */
export const signedActorOf =
  (secret: string) =>
  async ({ headers }: { headers: Record<string, string | string[] | undefined> }): Promise<Actor | undefined> => {
    const token = headers[ACTOR_HEADER];
    const signed = await readSigned(typeof token === 'string' ? token : undefined, secret);
    if (signed?.origin.requestId) actingFrom(signed.origin);
    return signed?.actor;
  };

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
