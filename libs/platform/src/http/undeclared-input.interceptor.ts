import { RequestMethod, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DomainError } from '@mantianxing/contracts';
import type { Observable } from 'rxjs';
import { unknownField } from './validation';

/** Nest's numbers for what a handler's argument is taken from (RouteParamtypes). */
const BODY = 3;
const QUERY = 4;
const UNKNOWN = '不认识的字段，请删去。';

interface Asked {
  url: string;
  query?: unknown;
  body?: unknown;
}

/**
 * A route of the API that declares no query or no body takes none: what nobody reads is refused (422) as an unknown
 * field is. Addresses of pages are read kindly (people share them with additions), and a gateway passes all on.
 */
export class UndeclaredInputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { url, query, body } = context.switchToHttp().getRequest<Asked>();
    if (url.startsWith('/api/')) {
      const [handler, controller] = [context.getHandler(), context.getClass()];
      const passesOn = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.ALL;
      const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) as object | undefined;
      const takes = (kind: number) => Object.keys(declared ?? {}).some((key) => key.startsWith(`${kind}:`));
      const problems = [...(takes(QUERY) ? [] : fieldsOf(query)), ...(takes(BODY) ? [] : fieldsOf(body))];
      if (!passesOn && problems.length > 0) throw new DomainError('INVALID', 422, '提交的内容有误，请按提示修改。', problems);
    }
    return next.handle();
  }
}

/** An empty object says nothing and is let through. */
function fieldsOf(given: unknown): { field: string; message: string }[] {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object' || Array.isArray(given)) return [{ field: 'body', message: UNKNOWN }];
  return Object.keys(given).slice(0, 20).map((field) => ({ field: unknownField(field) || 'body', message: UNKNOWN }));
}
