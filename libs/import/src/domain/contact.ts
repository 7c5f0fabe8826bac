const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const PHONE = /(?:\+?86-?)?(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:转\d+|-\d{1,5})?)/;

/** Takes 张三 023-6123 4567 (a@b.cn) apart; width and dashes are unified, an unreadable phone stays as written. */
export function splitContact(text: string): { name: string; phone: string; email: string } {
  const cell = text.normalize('NFKC').replace(/[–—―]/g, '-').trim();
  const email = EMAIL.exec(cell)?.[0] ?? '';
  const rest = cell.replace(email, ' ').replace(/(?<=\d)[ ](?=\d)/g, '');
  const phone = PHONE.exec(rest)?.[0] ?? '';
  const name = /^[\p{Script=Han}·]{2,8}/u.exec(rest.replace(/^联系人[:：]?/, '').trim())?.[0] ?? '';
  return { name, phone: phone || (/\d/.test(rest) && !name ? rest.trim() : ''), email };
}
