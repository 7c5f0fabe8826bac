import { DomainError } from '@mantianxing/contracts';
import { ANSWERS_WEIGHT, BROADER_WEIGHT, type Relation, type ThesaurusConcept, type Wording } from './thesaurus';

/**
 * Reads the line format of the data files. One concept a line, parts separated by `|`, each part a sign and a list:
 * `name | ~synonym,… | =abbreviation,… | ^Taiwan wording,… | <broader concept[:weight],… | >answering concept[:weight],…`
 * Empty lines and lines that begin with `//` are for people.
 * @throws DomainError THESAURUS_INVALID naming the line.
 */
export function parseThesaurus(lines: string): ThesaurusConcept[] {
  const concepts: ThesaurusConcept[] = [];
  lines.split('\n').forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed !== '' && !trimmed.startsWith('//')) concepts.push(parseLine(trimmed, index + 1));
  });
  return concepts;
}

function parseLine(line: string, number: number): ThesaurusConcept {
  const [name = '', ...parts] = line.split('|').map((part) => part.trim());
  const wordings: Wording[] = [{ text: name, kind: 'SAME_WORD' }];
  const broader: Relation[] = [];
  const answeredBy: Relation[] = [];
  for (const part of parts) {
    const items = part.slice(1).split(',').map((item) => item.trim()).filter((item) => item !== '');
    const sign = part[0];
    if (sign === '~') wordings.push(...items.map((text) => ({ text, kind: 'SYNONYM' as const })));
    else if (sign === '=') wordings.push(...items.map((text) => ({ text, kind: 'ABBREVIATION' as const })));
    else if (sign === '^') wordings.push(...items.map((text) => ({ text, kind: 'VARIANT' as const })));
    else if (sign === '<') broader.push(...items.map((item) => parseRelation(item, BROADER_WEIGHT, number)));
    else if (sign === '>') answeredBy.push(...items.map((item) => parseRelation(item, ANSWERS_WEIGHT, number)));
    else throw invalid(number, `“${part}”开头的符号不认识`);
  }
  return { name, wordings, broader, answeredBy };
}

function parseRelation(item: string, usual: number, number: number): Relation {
  const [name = '', weight] = item.split(':');
  const value = weight === undefined ? usual : Number(weight);
  if (!(value > 0 && value <= 1)) throw invalid(number, `“${item}”的权重应在0与1之间`);
  return { name, weight: value };
}

function invalid(line: number, message: string): DomainError {
  return new DomainError('THESAURUS_INVALID', 422, `词库第${line}行：${message}`);
}
