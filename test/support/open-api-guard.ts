import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessRow } from '@mantianxing/contracts';
import type { DocumentedOperation, OpenApi } from './documented-answers';

/** What a route takes, as its handler declares it. */
export interface Taken {
  body: boolean;
  query: boolean;
}

export interface GuardedRoute {
  /** `GET /api/scenarios/:id` */
  route: string;
  row: AccessRow;
  takes: Taken | undefined;
  isPage: boolean;
  /** Behind nothing: limits of requests and parts that are away are this app's to answer. */
  isFront: boolean;
}

/** Nest's numbers for what an argument is taken from (RouteParamtypes). */
const BODY = 3;
const QUERY = 4;

/** Every handler of an app by its route, with what it takes. */
export function takenBy(app: NestFastifyApplication): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const { prototype } = metatype as { prototype: object };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
        if (typeof handler !== 'function') continue;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const args = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype as object, name) as object | undefined) ?? {});
        const from = (kind: number) => args.some((key) => key.startsWith(`${kind}:`));
        for (const prefix of pathsOf(metatype as object)) {
          for (const path of pathsOf(handler)) {
            const address = `/${[prefix, path].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`;
            taken.set(`${RequestMethod[method]} ${address}`, { body: from(BODY), query: from(QUERY) });
          }
        }
      }
    }
  }
  return taken;
}

const pathsOf = (target: object): string[] => [(Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined) ?? ''].flat();

/** In what the document differs from the routes; empty where it tells of each one everything, and of nothing else. */
export function openApiFaults(routes: readonly GuardedRoute[], document: OpenApi): string[] {
  const expected = new Set(routes.map(({ route }) => documentedName(route)));
  const told = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).filter(isMethod).map((method) => `${method.toUpperCase()} ${path}`));
  return [
    ...told.filter((one) => !expected.has(one)).map((one) => `${one} is documented and does not exist`),
    ...routes.flatMap((route) => faultsOf(route, document)),
  ];
}

const isMethod = (key: string): boolean => ['get', 'put', 'post', 'delete', 'patch'].includes(key);

/** `:id` as `{id}`; the rest of an address as Nest's document calls it. */
const documentedName = (route: string): string => route.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}');

function faultsOf(guarded: GuardedRoute, document: OpenApi): string[] {
  const [method = '', path = ''] = documentedName(guarded.route).split(' ');
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) return [`${guarded.route} is not documented`];
  const missing = statusesOf(guarded, operation, document).filter((status) => !(status in operation.responses));
  const faults = missing.map((status) => `${guarded.route} can answer ${status}, which is not documented`);
  if (!Object.keys(operation.responses).some((status) => /^[23]/.test(status))) faults.push(`${guarded.route} documents no success`);
  return [...faults, ...inputFaults(guarded, operation, document)];
}

/** What this route can answer by what it is: who may, what its address names, what it takes. */
function statusesOf({ route, row, isPage, isFront }: GuardedRoute, operation: DocumentedOperation, document: OpenApi): number[] {
  const isOpen = row.who.includes('P');
  const writes = !route.startsWith('GET ');
  // A word of the thesaurus is no object: one that is not there is a conflict.
  const names = /:(?:\w*[iI]d|token)\b/.test(route);
  // Whoever sees all they may do is never told that they may not.
  const isForbiddable = row.sees ? row.sees.some((grant) => !row.who.includes(grant)) : !row.who.includes('SIGNED_IN');
  const statuses = [400, 414, 415, 422, 431, ...(writes ? [413] : []), ...(isFront && !row.alike ? [429, 503] : [])];
  if (isPage) return [...statuses, 303, 403, 404, ...(isOpen ? [] : [401])];
  return [
    ...statuses,
    ...(isOpen ? [] : [401]),
    ...(!isOpen && isForbiddable ? [403] : []),
    ...(names ? [404] : []),
    ...(takesVersion(operation, document) ? [409] : []),
  ];
}

/** Whoever sends a version may come too late. */
function takesVersion({ requestBody }: DocumentedOperation, document: OpenApi): boolean {
  return Object.values(requestBody?.content ?? {}).some(({ schema }) => 'version' in (resolved(schema, document).properties ?? {}));
}

interface Schema {
  $ref?: string;
  properties?: object;
  anyOf?: object[];
  oneOf?: object[];
  allOf?: object[];
}

function resolved(schema: Schema = {}, document: OpenApi): Schema {
  const name = schema.$ref?.split('/').pop();
  return name ? ((document.components?.schemas?.[name] ?? {}) as Schema) : schema;
}

function inputFaults({ route, takes, isPage }: GuardedRoute, operation: DocumentedOperation, document: OpenApi): string[] {
  if (!takes) return [];
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const bodies = Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => resolved(schema, document));
  const saysNothing = (schema: Schema) => !schema.properties && !schema.anyOf && !schema.oneOf && !schema.allOf;
  return [
    ...(takes.body && (bodies.length === 0 || bodies.some(saysNothing)) ? [`${route} takes a body of which no field is documented`] : []),
    // The token of a page's form is read before its handler.
    ...(!takes.body && !isPage && bodies.length > 0 ? [`${route} documents a body that nobody reads`] : []),
    ...(takes.query && (query.length === 0 || query.some(({ schema }) => !schema)) ? [`${route} takes a query that is not documented`] : []),
    ...(!takes.query && query.length > 0 ? [`${route} documents a query that nobody reads`] : []),
    ...[...route.matchAll(/:(\w+)/g)]
      .filter(([, name]) => !(operation.parameters ?? []).some((parameter) => parameter.in === 'path' && parameter.name === name))
      .map(([, name]) => `${route} does not document what ${name} is`),
  ];
}
