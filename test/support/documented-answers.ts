import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Media {
  schema?: object;
}
export interface DocumentedOperation {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: object }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
  security?: Record<string, unknown>[];
}
export interface OpenApi {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components?: { schemas?: Record<string, object> };
}

export interface GivenAnswer {
  status: number;
  contentType: string;
  text: string;
}

/** Answers to anything an address may be asked, whatever stands there: not this person, no route, no readable request. */
const WITHOUT_ROUTE = [400, 401, 403, 404, 405, 413, 414, 415, 422, 429, 431];

/** Holds answers against the OpenAPI document: each status and each body must stand in it. */
export class DocumentedAnswers {
  private readonly ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  private readonly shapes: { path: string; shape: RegExp; fixed: number }[];
  private readonly validators = new Map<object, ValidateFunction>();

  constructor(private readonly document: OpenApi) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'document', ...(plain({ components: document.components ?? {} }) as object) });
    this.shapes = Object.keys(document.paths)
      .map((path) => ({ path, shape: shapeOf(path), fixed: path.replace(/\{\w+\}/g, '').length }))
      .sort((a, b) => b.fixed - a.fixed);
  }

  /** The documented path a request went to, the most specific one; undefined for none. */
  pathOf(method: string, url: string): string | undefined {
    const path = url.split(/[?#]/, 1)[0] ?? '';
    return this.shapes.find((one) => one.shape.test(path) && this.document.paths[one.path]?.[method.toLowerCase()])?.path;
  }

  /** In what an answer differs from the document; undefined where it does not. */
  fault(method: string, url: string, answer: GivenAnswer): string | undefined {
    // `/x/check` is that address also for a method it does not know, not the entry of id `check`.
    const named = this.document.paths[url.split(/[?#]/, 1)[0] ?? ''];
    if (answer.status === 405 && named && !named[method.toLowerCase()]) return undefined;
    const path = this.pathOf(method, url);
    const said = `${method} ${url.slice(0, 200)} answered ${answer.status}`;
    if (path === undefined) return WITHOUT_ROUTE.includes(answer.status) ? undefined : `${said} without a documented route`;
    const response = this.document.paths[path]?.[method.toLowerCase()]?.responses[String(answer.status)];
    if (!response) return `${said}, which ${path} does not document: ${answer.text.slice(0, 300)}`;
    return this.bodyFault(response.content, answer, said);
  }

  private bodyFault(content: Record<string, Media> | undefined, { contentType, text }: GivenAnswer, said: string): string | undefined {
    // Files document no content: what they hold is their own affair.
    if (content === undefined) return undefined;
    const type = contentType.split(';', 1)[0] ?? '';
    const media = content[type];
    if (!media) return `${said} as "${type}", documented: ${Object.keys(content).join(', ')}`;
    if (!type.includes('json') || !media.schema) return undefined;
    const validate = this.validatorOf(media.schema);
    if (validate(JSON.parse(text))) return undefined;
    return `${said} with another body: ${this.ajv.errorsText(validate.errors)}: ${text.slice(0, 300)}`;
  }

  private validatorOf(schema: object): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    const made = this.ajv.compile(plain(schema, 'document') as object);
    this.validators.set(schema, made);
    return made;
  }
}

const shapeOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{(\w+)\}/g, (_, name) => (name === 'path' ? '.*' : '[^/]*'))}$`);

/** OpenAPI 3.0's dialect as JSON Schema: exclusive limits, `nullable` beside a reference or an enum, and where references lead. */
export function plain(schema: unknown, base = ''): unknown {
  if (Array.isArray(schema)) return schema.map((one) => plain(one, base));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, exclusiveMinimum, exclusiveMaximum, $ref, ...rest } = schema as Record<string, unknown>;
  const turned: Record<string, unknown> = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value, base)]));
  if ($ref) turned.$ref = `${base}${String($ref)}`;
  for (const [limit, bound, value] of [['exclusiveMinimum', 'minimum', exclusiveMinimum], ['exclusiveMaximum', 'maximum', exclusiveMaximum]] as const) {
    if (value === true) [turned[limit], turned[bound]] = [turned[bound], undefined];
    else if (value !== undefined && value !== false) turned[limit] = value;
    if (turned[bound] === undefined) delete turned[bound];
  }
  return nullable === true ? { anyOf: [turned, { type: 'null' }] } : turned;
}
