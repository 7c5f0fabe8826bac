import { parseThesaurus } from '../domain/parse-thesaurus';
import type { Thesaurus } from '../domain/thesaurus';
import { termId } from '../domain/term-vector';

const FILES: readonly string[] = [];

/** The thesaurus that comes with the product. Its version follows from its content. */
export function fieldThesaurus(): Thesaurus {
  return { version: `t${termId(FILES.join('\n')).toString(36)}`, concepts: FILES.flatMap(parseThesaurus) };
}
