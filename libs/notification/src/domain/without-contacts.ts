const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/gu;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[-— ]?|[(（]0\d{2,3}[)）][-— ]?)[2-9]\d{6,7}(?:(?:转|-)\d{1,6})?(?!\d)/gu;

/** The text without e-mail addresses and telephone numbers, which somebody may have typed into any field. */
export function withoutContacts(text: string): string {
  return [EMAIL, MOBILE, LANDLINE].reduce((rest, pattern) => rest.replace(pattern, '（略）'), text);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same for every text in what a message is made of; ids, whose figures may read like a number, stay. */
export function withoutContactsIn<T>(value: T): T {
  if (typeof value === 'string') return (UUID.test(value) ? value : withoutContacts(value)) as T;
  if (Array.isArray(value)) return value.map(withoutContactsIn) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutContactsIn(inner)])) as T;
}
