import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@mantianxing/contracts';
import { lettersOf } from '@mantianxing/contracts';
import { ACTOR_HEADER, signActor } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { ContactTripwire } from '../contact-tripwire';
import { SECRET } from './market';

export interface Answer {
  status: number;
  body: any;
  text: string;
  headers: Record<string, unknown>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request to an app without a socket, signed as the portal signs it; without `actor` it is anonymous. */
export async function ask(
  app: NestFastifyApplication,
  method: Method,
  url: string,
  { actor, body, headers = {} }: { actor?: Actor; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const signed: Record<string, string> = actor ? { [ACTOR_HEADER]: await signActor(actor, SECRET) } : {};
  const answer = await app.inject({
    method,
    url,
    headers: { ...signed, ...headers },
    ...(body !== undefined && { payload: body as object }),
  });
  const wire = new ContactTripwire((text, values = []) => app.get(DataSource, { strict: false }).query(text, values));
  await wire.answer({ method, url, text: answer.payload, letters: actor ? lettersOf(actor) : new Set() });
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    text: answer.payload,
    headers: answer.headers,
    body: isJson ? answer.json() : undefined,
  };
}
