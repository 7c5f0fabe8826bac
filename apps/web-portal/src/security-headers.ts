import { pageHeaders, policyOf, type AnswerHeaders } from '@mantianxing/platform';

const SAME = ["'self'"];
const NONE = ["'none'"];

/** What a page may load: its own files only, no inline script, and never inside a frame. */
const DIRECTIVES = {
  defaultSrc: NONE,
  scriptSrc: SAME,
  styleSrc: SAME,
  imgSrc: [...SAME, 'data:'],
  fontSrc: SAME,
  connectSrc: SAME,
  manifestSrc: SAME,
  formAction: SAME,
  baseUri: NONE,
  frameAncestors: NONE,
  objectSrc: NONE,
  scriptSrcAttr: NONE,
};
const over = (https: boolean): Record<string, string[]> => (https ? { upgradeInsecureRequests: [] } : {});

/** Headers of every answer; pages and files say otherwise where they may be kept. `https`: people reach the portal over it. */
export const securityHeaders = (https: boolean): AnswerHeaders => ({
  ...pageHeaders(policyOf({ ...DIRECTIVES, ...over(https) })),
  'x-permitted-cross-domain-policies': 'none',
  ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

/** Pages whose address opens something by itself, wherever on the way they end: passed on to no site, found by no search. */
export const isSecretPage = (url: string): boolean => /^\/(?:answer|reset|join)(?:\/|$)/.test(url);
export const SECRET_HEADERS: AnswerHeaders = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive' };

/**
 * Of one answer with the client's page: Ant Design writes its styles into `<style>` elements while it runs, and each must
 * carry this answer's nonce. Style attributes React sets through the object model, which no policy forbids.
 */
export const clientPagePolicy = (https: boolean, nonce: string): string =>
  policyOf({ ...DIRECTIVES, ...over(https), styleSrc: [...SAME, `'nonce-${nonce}'`] });

/** bull-board, which we did not write: its page names its base. What it writes into style elements goes without. */
export const queueBoardPolicy = (https: boolean): string => policyOf({ ...DIRECTIVES, ...over(https), baseUri: SAME });
