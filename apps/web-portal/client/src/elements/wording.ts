/** Times are shown as in the district: Asia/Shanghai, whatever the computer says. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const pad = (value: number) => String(value).padStart(2, '0');
const local = (at: string | number) => new Date(new Date(at).getTime() + ZONE_MS);

/** 2026-04-24 */
export function dayOf(at: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return at;
  const d = local(at);
  return `${d.getUTCFullYear()}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
}

/** 10:32 */
export function clockOf(at: string | number): string {
  const d = local(at);
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}`;
}

/** 2026-04-24 10:30, as tables write it. */
export const momentOf = (at: string): string => `${dayOf(at)} ${clockOf(at)}`;

const dayNumber = (at: string | number) => Math.floor(local(at).getTime() / DAY_MS);

/** 待审3天; 今日 on the first day. */
export function waitedSince(since: string, now: number): string {
  const days = dayNumber(now) - dayNumber(since);
  return days <= 0 ? '今日到达' : `待审${days}天`;
}

/** 还剩3天（4月24日前）, 今日到期, 逾期2天 */
export function dueIn(dueAt: string, now: number): string {
  const days = dayNumber(dueAt) - dayNumber(now);
  if (days < 0) return `逾期${-days}天`;
  if (days === 0) return '今日到期';
  const [year, month, day] = dayOf(dueAt).split('-').map(Number);
  const thisYear = local(now).getUTCFullYear();
  return `还剩${days}天（${year === thisYear ? '' : `${year}年`}${month}月${day}日前）`;
}

/** 9:12, what is left until `until`; empty when over. */
export function countdown(until: number, now: number): string {
  const seconds = Math.ceil((until - now) / 1000);
  return seconds > 0 ? `${Math.floor(seconds / 60)}:${pad(seconds % 60)}` : '';
}

const FEN_PER_WAN = 1_000_000;
const decimals = (value: number) => String(Math.round(value * 100) / 100);

/** 80万元; 亿元 from 10,000万元. */
export function moneyOf(fen: number): string {
  const wan = fen / FEN_PER_WAN;
  return wan >= 10_000 ? `${decimals(wan / 10_000)}亿元` : `${decimals(wan)}万元`;
}

/** 80万～120万元 */
export function moneyBand(minFen?: number, maxFen?: number): string {
  if (minFen === undefined && maxFen === undefined) return '';
  if (minFen === undefined) return `${moneyOf(maxFen!)}以内`;
  if (maxFen === undefined || maxFen === minFen) return moneyOf(minFen);
  return `${moneyOf(minFen).replace(/元$/, '')}～${moneyOf(maxFen)}`;
}

export const AMOUNT_PROBLEM = '请填数字，单位万元，例如80。';

/** Reads an amount typed in 万元 (full-width digits and commas allowed) into fen; null when it is no amount. */
export function fenFromWan(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/万元?$/, '');
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(plain)) return null;
  return Math.round(Number(plain) * FEN_PER_WAN);
}

export const wanFromFen = (fen: number | undefined): string =>
  fen === undefined ? '' : String(fen / FEN_PER_WAN);

/** 重庆楼语数字运维: the legal form says nothing in a narrow list; the full name stands in the pane. */
export const shortFirm = (name: string): string => name.replace(/(集团)?(股份)?有限(责任)?公司$/, '') || name;

interface Joint {
  firmName: string;
  capabilityName: string;
  partners?: readonly { firmName: string; capabilityName: string }[];
}

/** 砺衡工业软件 or, for a 联合体, 砺衡工业软件＋听澜设备, the lead first. */
export const firmsOf = ({ firmName, partners = [] }: Joint): string =>
  [firmName, ...partners.map((partner) => partner.firmName)].map(shortFirm).join('＋');
export const capabilitiesOf = ({ capabilityName, partners = [] }: Joint): string =>
  [capabilityName, ...partners.map((partner) => partner.capabilityName)].join('＋');
