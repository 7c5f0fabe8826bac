import { z } from 'zod';
import { PROBLEM_CODES } from '../problem-codes';

/** The answer to every refused request: `code` is stable, the rest is Chinese for people. */
export const ProblemView = z
  .strictObject({
    code: z.enum(PROBLEM_CODES),
    message: z.string(),
    problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    facts: z.record(z.string(), z.unknown()).optional(),
    /** Number a person can quote to support; the same stands in the log. */
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
/** Whoever reads one may meet a code of a later edition. */
export type ProblemView = Omit<z.infer<typeof ProblemView>, 'code'> & { code: string };

/** A change names the version it was made on; another version in the database answers 409. */
export const versionField = z.int().min(1).max(2_147_483_647);
export const VersionOnly = z.strictObject({ version: versionField }).meta({ id: 'VersionOnly' });
export type VersionOnly = z.infer<typeof VersionOnly>;

/** Control characters say nothing and PostgreSQL refuses NUL; line breaks and tabs stay. */
const withoutControls = (value: string): string => value.replace(/(?![\n\r\t])\p{Cc}/gu, '');

/** Said in the OpenAPI document: blanks and control characters alone are no text. */
const SOMETHING = { pattern: '[^\\s\\u0000-\\u001f\\u007f-\\u009f]' };

/** Trimmed text of `min`..`max` UTF-16 units. */
export const text = (max: number, min = 0) => {
  const trimmed = z.string().overwrite(withoutControls).trim().min(min).max(max);
  return min > 0 ? trimmed.meta(SOMETHING) : trimmed;
};

export const VersionWithReason = z
  .strictObject({ version: versionField, reason: text(500, 1) })
  .meta({ id: 'VersionWithReason' });
export type VersionWithReason = z.infer<typeof VersionWithReason>;

/** RFC 5321, 4.5.3.1: 64 octets before the @; 120 in all are enough for anybody's. */
export const email = z.email().max(120).refine((address) => address.indexOf('@') <= 64, '邮箱格式不正确，请检查。');

export const words = (most: number, each = 40) => z.array(text(each, 1)).max(most);
export const page = z.coerce.number().int().min(1).max(1000);

export const SettledView = z
  .strictObject({ id: z.uuid(), status: z.string(), version: z.int(), revision: z.int().optional() })
  .meta({ id: 'Settled' });
export type SettledView = z.infer<typeof SettledView>;

/** What a qualification is asked for or held: `level` empty where the type has none. */
export const QualificationAsked = z
  .strictObject({ code: text(40, 1), level: text(20).optional() })
  .meta({ id: 'QualificationAsked' });
export type QualificationAsked = z.infer<typeof QualificationAsked>;

export const codes = <T extends Record<string, string>>(labels: T) =>
  z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);
