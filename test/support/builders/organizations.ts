import { systemActor, type Actor } from '@mantianxing/contracts';
import {
  isUscc,
  RegisterFirm,
  RegisterUnit,
  type FirmInput,
  type UnitInput,
} from '@mantianxing/organization';
import { anActor, DISTRICT, type Market } from './market';

let made = 0;

/** A valid 统一社会信用代码 no other firm of the run has. */
export function aUscc(): string {
  const stem = `91500103MA${String(++made).padStart(7, '0')}`;
  const code = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => stem + last).find(isUscc);
  if (!code) throw new Error(`no check character for ${stem}`);
  return code;
}

export interface BuiltUnit {
  id: string;
  name: string;
  /** A member of the unit who may write its scenarios. */
  member: Actor;
}

/** A department with one member. */
export async function aUnit(market: Market, input: Partial<UnitInput> = {}): Promise<BuiltUnit> {
  const name = input.name ?? `区第${++made}委员会`;
  const id = await market
    .get(RegisterUnit)
    .execute(systemActor(DISTRICT), { kind: 'DEPARTMENT', ...input, name });
  return { id, name, member: await anActor(market, `经办人${made}`, { id, name }, 'DEPARTMENT_MEMBER') };
}

export interface BuiltFirm {
  id: string;
  name: string;
  /** An administrator of the firm who may write its capabilities. */
  member: Actor;
}

/** A verified local firm with one administrator. */
export async function aFirm(market: Market, input: Partial<FirmInput> = {}): Promise<BuiltFirm> {
  const name = input.name ?? `重庆满星${++made}号软件有限公司`;
  const facts: FirmInput = {
    uscc: aUscc(),
    verified: true,
    isLocal: true,
    sizeBand: 'SMALL',
    ...input,
    name,
  };
  const id = await market.get(RegisterFirm).execute(systemActor(DISTRICT), facts);
  return { id, name, member: await anActor(market, `企业联系人${made}`, { id, name }, 'FIRM_ADMIN') };
}

export interface BuiltOffice {
  id: string;
  name: string;
  matchmaker: Actor;
  coordinator: Actor;
}

/** The joint-conference office with a matchmaker and a coordinator; the same one for the same market. */
const offices = new WeakMap<Market, Promise<BuiltOffice>>();
export function theOffice(market: Market): Promise<BuiltOffice> {
  const known = offices.get(market) ?? openOffice(market);
  offices.set(market, known);
  return known;
}

async function openOffice(market: Market): Promise<BuiltOffice> {
  const name = '联席会议办公室';
  const id = await market.get(RegisterUnit).execute(systemActor(DISTRICT), { kind: 'OFFICE', name });
  return {
    id,
    name,
    matchmaker: await anActor(market, '陈静', { id, name }, 'MATCHMAKER'),
    coordinator: await anActor(market, '罗勇', { id, name }, 'COORDINATOR'),
  };
}
