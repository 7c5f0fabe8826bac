/** Headers by lower-case name. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** What holds for every answer of every app: kept by no cache, sniffed by no browser, framed and read by no other site. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** A policy from its directives, `styleSrc` for `style-src`. */
export const policyOf = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, values]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), ...values].join(' '))
    .join('; ');

const NONE = ["'none'"];

/** Of an app that answers data only: opened as a document, an answer may do nothing at all. */
export const DATA_HEADERS: AnswerHeaders = {
  ...ALWAYS,
  'content-security-policy': policyOf({ defaultSrc: NONE, objectSrc: NONE, baseUri: NONE, formAction: NONE, frameAncestors: NONE }),
  'referrer-policy': 'no-referrer',
};

/** Of an app with pages under this policy. */
export const pageHeaders = (policy: string): AnswerHeaders => ({ ...ALWAYS, 'content-security-policy': policy, 'referrer-policy': 'same-origin' });
