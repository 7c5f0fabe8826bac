import type { FastifyHelmetOptions } from '@fastify/helmet';

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

const policyOf = (directives: Record<string, string[]>): string =>
  Object.entries(directives)
    .map(([name, values]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
    .join('; ');

/** For answers given before any plugin ran, because the address cannot be read. */
export const BARE_HEADERS = {
  'content-security-policy': policyOf(DIRECTIVES),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The portal asks for nothing a device can give. */
export const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Headers of every answer. `secure`: people reach the portal over https. */
export const securityHeaders = (secure: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { ...DIRECTIVES, ...(secure ? { upgradeInsecureRequests: [] } : {}) },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
});

/**
 * The client's pages. Ant Design writes its styles into `<style>` elements while it runs, and the
 * components set style attributes: neither can be hashed beforehand, and a nonce would have to reach each of
 * them through script. So styles alone may be inline there.
 */
export const CLIENT_PAGE_POLICY = policyOf({ ...DIRECTIVES, styleSrc: [...SAME, "'unsafe-inline'"] });
