import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemView } from '@mantianxing/contracts';
import { z } from 'zod';
import { ACTOR_HEADER } from './actor-token';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];
type SecurityScheme = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>[string];

/** What all routes of an app share, and no route need say by itself. */
export interface OpenApiFace {
  title: string;
  /** Schemes by name: all of `reading` on routes that ask who one is, `writing` beside them on routes that change something. */
  schemes: Record<string, SecurityScheme>;
  reading: string[];
  writing: string[];
  /** Statuses that any route may answer, beside those of malformed requests. */
  always: number[];
  /** Statuses that any writing route may answer. */
  whenWriting: number[];
  /** True for the addresses of pages for people; without it there are none. */
  isPage?: (path: string) => boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const PAGE_STATUSES = [200, 303, 400, 401, 403, 404, 409, 410, 413, 414, 415, 422, 429, 431, 503];
const REFUSAL = { description: '拒绝', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const HTML = { 'text/html': { schema: { type: 'string' as const } } };

/** The OpenAPI document made from the zod contracts on the routes, with what every route answers filled in. */
export function openApiOf(app: NestFastifyApplication, face: OpenApiFace): OpenAPIObject {
  const config = new DocumentBuilder().setTitle(face.title).setVersion('1').build();
  return completed(SwaggerModule.createDocument(app, config), face);
}

/** The two apps behind the portal: they are told who acts by a token the portal signs. */
export const innerFace = (title: string): OpenApiFace => ({
  title,
  schemes: { actor: { type: 'apiKey', in: 'header', name: ACTOR_HEADER, description: '门户签发，60秒有效' } },
  ...{ reading: ['actor'], writing: [], always: [], whenWriting: [] },
});

/**
 * Adds to each operation what any of them may answer (unreadable requests, fields nobody asked for), the face's own
 * statuses, and what one must show: who one is where 401 is among the answers.
 */
export function completed(document: OpenAPIObject, face: OpenApiFace): OpenAPIObject {
  const { definitions } = z.toJSONSchema(ProblemView, { target: 'openapi-3.0' }) as { definitions?: { Problem?: object } };
  const components = document.components ?? {};
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, { ...item, ...completedItem(path, item, face) }]),
  );
  return {
    ...document,
    paths,
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: definitions?.Problem ?? {} },
      securitySchemes: { ...components.securitySchemes, ...face.schemes },
    },
  };
}

function completedItem(path: string, item: OpenAPIObject['paths'][string], face: OpenApiFace): Record<string, Operation> {
  return Object.fromEntries(
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const isPage = face.isPage?.(path) ?? false;
      operation.parameters = parametersOf(path, operation);
      return [[method, isPage ? pageOf(operation) : { ...operation, responses: responsesOf(operation, method, face), security: securityOf(operation, method, face) }]];
    }),
  );
}

/** A route for all pages below an address declares nothing about the rest of it. */
function parametersOf(path: string, { parameters = [] }: Operation): Operation['parameters'] {
  const told = new Set(parameters.map((parameter) => ('name' in parameter && parameter.in === 'path' ? parameter.name : '')));
  const untold = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => !told.has(name));
  return [...parameters, ...untold.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' as const } }))];
}

function responsesOf(operation: Operation, method: string, face: OpenApiFace): Responses {
  const statuses = [400, 414, 415, 422, 431, ...face.always, ...(method === 'get' ? [] : [413, ...face.whenWriting])];
  const added = Object.fromEntries(statuses.map((status) => [String(status), REFUSAL]));
  return { ...added, ...operation.responses };
}

function securityOf(operation: Operation, method: string, face: OpenApiFace): Operation['security'] {
  const who = operation.responses['401'] ? face.reading : [];
  const names = [...who, ...(method === 'get' ? [] : face.writing)];
  return names.length > 0 ? [Object.fromEntries(names.map((name) => [name, []]))] : [];
}

/** Pages answer people: HTML whatever the status, or the way to sign in. */
function pageOf(operation: Operation): Operation {
  const responses: Responses = Object.fromEntries(
    PAGE_STATUSES.map((status) => [String(status), status === 303 ? { description: '转到别处' } : { description: '页面', content: HTML }]),
  );
  // Node answers before any page could be made.
  responses['431'] = REFUSAL;
  return { ...operation, responses, security: [] };
}
