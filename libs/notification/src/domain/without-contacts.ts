const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/gu;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[-— ]?|[(（]0\d{2,3}[)）][-— ]?)[2-9]\d{6,7}(?:(?:转|-)\d{1,6})?(?!\d)/gu;

/** The text without e-mail addresses and telephone numbers, which somebody may have typed into any field. */
export function withoutContacts(text: string): string {
  return [EMAIL, MOBILE, LANDLINE].reduce((rest, pattern) => rest.replace(pattern, '（略）'), text);
}
