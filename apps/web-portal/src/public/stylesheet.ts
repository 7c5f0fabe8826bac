import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(__dirname, 'assets', name), 'utf8');

/** One stylesheet for all public pages: tokens first, then the rules that use them. */
export const STYLESHEET = ['tokens.css', 'portal.css'].map(read).join('\n');
export const STYLESHEET_HASH = createHash('sha256').update(STYLESHEET).digest('hex').slice(0, 16);
/** Changes with the content, so that browsers may keep it for ever. */
export const STYLESHEET_HREF = `/assets/portal.css?v=${STYLESHEET_HASH}`;
export const LOGO = read('logo.svg');
