import { Inject, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DomainError } from '@mantianxing/contracts';
import { completed, ENV, type Env } from '@mantianxing/platform';
import { PORTAL_FACE } from './portal-face';

/** An app behind the portal has this long to say what it offers, in milliseconds. */
const LIMIT = 5_000;

/** The portal's routes and those of the two apps it passes on, as one document, as a browser meets them. */
@Injectable()
export class OpenApiDocument {
  /** The portal's own part, which can only be made once every route is known. */
  own?: OpenAPIObject;
  private whole?: OpenAPIObject;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Throws 503 while an app is away that has not yet said what it offers: half a document would mislead. */
  async current(): Promise<OpenAPIObject | undefined> {
    if (!this.own) return undefined;
    this.whole ??= merged(this.own, await Promise.all([this.env.PUBLISHING_URL, this.env.DIRECTORY_URL].map(documentOf)));
    return this.whole;
  }
}

async function documentOf(url: string): Promise<OpenAPIObject> {
  try {
    const answer = await fetch(new URL('/openapi.json', url), { signal: AbortSignal.timeout(LIMIT) });
    return (await answer.json()) as OpenAPIObject;
  } catch {
    throw new DomainError('UPSTREAM_AWAY', 503, '接口文档暂时无法取得，请稍后重试。');
  }
}

/** The apps' health and their own document are not passed on. */
function merged(own: OpenAPIObject, parts: OpenAPIObject[]): OpenAPIObject {
  const passedOn = parts.flatMap(({ paths }) => Object.entries(paths).filter(([path]) => path.startsWith('/api/')));
  const schemas = Object.assign({}, ...parts.map(({ components }) => components?.schemas), own.components?.schemas) as object;
  const paths = { ...Object.fromEntries(passedOn), ...own.paths };
  return completed({ ...own, paths, components: { ...own.components, schemas: schemas as never } }, PORTAL_FACE);
}
