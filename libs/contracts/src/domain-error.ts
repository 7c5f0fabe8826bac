import type { ProblemCode } from './problem-codes';

/** One thing wrong with the input: where, why and what to do about it, in Chinese. */
export interface Problem {
  /** Field path (`fundingMinFen`), gate element (`gate.boundary`) or cell (`D37`). */
  field: string;
  /** A sentence an official can act on. */
  message: string;
}

/**
 * The one error type domain code throws. The HTTP filter and the worker translate it:
 * `status` is the HTTP status, `code` is stable, `message` is Chinese and safe to show.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 414 | 415 | 422 | 429 | 503,
    message: string,
    readonly problems: Problem[] = [],
    /** Facts a client may use, such as the state another person's decision left. */
    readonly facts: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Code of the refusal (409) that asks whether an entry is really another one; its facts are `NearDuplicateFacts`. */
export const NEAR_DUPLICATE_CODE = 'NEAR_DUPLICATE' satisfies ProblemCode;

/** A job that no retry can mend (its row is gone, its payload is of another version). */
export class PermanentError extends Error {
  override name = 'PermanentError';
}

/** A part that is away (engine, queue, mail server): the job waits for it and is tried for as long as a day. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}
