import type { RoleLetter } from '../actor';

/** Roles of one organisation: what they may do ends at its door. Office roles (M, C, E, U, A) hold for the district. */
type Inside = 'F' | 'FA' | 'D' | 'DA';

/**
 * Who may, as MODEL.md writes it. `F own`: firms, for what is their organisation's; `F party`: firms, for what their
 * organisation takes part in; a bare office letter holds everywhere.
 */
export type Grant = 'P' | 'SIGNED_IN' | 'M' | 'C' | 'E' | 'U' | 'A' | `${Inside} ${'own' | 'party'}`;

export interface AccessRow {
  /** Who may call the route. Everybody else: 401 without a session, then as `sees` says. */
  readonly who: readonly Grant[];
  /**
   * Set where the address names an object: who knows of it without being allowed this act. They are told 403,
   * all others 404, as if there were no such thing. Where it is not set, all others are told 403.
   */
  readonly sees?: readonly Grant[];
  /** The answer is the same for everybody, so nobody looks who asks: files and health. */
  readonly alike?: true;
  /**
   * For roles that must have a second factor: `without` is open before there is one (what enrolling it needs), `always`
   * is closed without one even while the grace lasts; every other row is closed after the grace.
   */
  readonly factor?: 'without' | 'always';
  /** The portal only passes it on; the row of the app behind decides. */
  readonly passedOn?: true;
}

/** `METHOD address` as the server registers it (`:id` for a parameter, `*` for the rest) to its row. HEAD follows GET. */
export type AccessTable = Readonly<Record<string, AccessRow>>;

export const may = (...who: Grant[]): AccessRow => ({ who });
/** For an address that names an object: `who` may, those who only see it are told 403, all others 404. */
export const mayOn = (sees: readonly Grant[], ...who: Grant[]): AccessRow => ({ who, sees });

/** The letters of grants, for `mayAct`, which itself keeps unit and firm roles inside their organisation. */
export const lettersIn = (grants: readonly Grant[]): RoleLetter[] =>
  grants.filter((grant) => grant !== 'SIGNED_IN').map((grant) => grant.split(' ')[0] as RoleLetter);

/** What the table says of somebody before any object is looked at. */
export type Verdict = 'pass' | 'sign-in' | 'forbidden' | 'not-found';

/** `letters`: the roles of whoever asks; undefined without a session. `pass` leaves the object to the use case. */
export function verdictOf(row: AccessRow, letters: ReadonlySet<RoleLetter> | undefined): Verdict {
  const covers = (grant: Grant): boolean =>
    grant === 'P' || (letters !== undefined && (grant === 'SIGNED_IN' || letters.has(grant.split(' ')[0] as RoleLetter)));
  if (row.who.some(covers)) return 'pass';
  if (!letters) return 'sign-in';
  const seen = (row.sees ?? []).filter(covers);
  if (!row.sees || seen.some((grant) => !grant.includes(' '))) return 'forbidden';
  // Own or party: whether it is theirs, only the object tells.
  return seen.length > 0 ? 'pass' : 'not-found';
}

/** The row of a request, by method and the address its route was registered with. */
export function rowOf(table: AccessTable, method: string, address: string): AccessRow | undefined {
  return table[`${method === 'HEAD' ? 'GET' : method} ${address}`] ?? table[`ANY ${address}`];
}
