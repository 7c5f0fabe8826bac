/** Roles of MODEL.md; `P` is a request without a session and `S` the worker. */
export const ROLES = [
  'FIRM_MEMBER',
  'FIRM_ADMIN',
  'DEPARTMENT_MEMBER',
  'DEPARTMENT_ADMIN',
  'MATCHMAKER',
  'COORDINATOR',
  'EXPERT',
  'AUDITOR',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/** The letters MODEL.md's tables use. `FA` counts as `F`, `DA` as `D`. */
export type RoleLetter = 'P' | 'F' | 'FA' | 'D' | 'DA' | 'M' | 'C' | 'E' | 'U' | 'A' | 'S';

const LETTERS: Record<Role, RoleLetter[]> = {
  FIRM_MEMBER: ['F'],
  FIRM_ADMIN: ['F', 'FA'],
  DEPARTMENT_MEMBER: ['D'],
  DEPARTMENT_ADMIN: ['D', 'DA'],
  MATCHMAKER: ['M'],
  COORDINATOR: ['C'],
  EXPERT: ['E'],
  AUDITOR: ['U'],
  ADMIN: ['A'],
};

export interface Membership {
  organizationId: string;
  organizationName: string;
  role: Role;
}

/** Who acts. Every use case takes it as an argument, as it takes the time. */
export interface Actor {
  accountId: string;
  name: string;
  districtCode: string;
  memberships: Membership[];
  /** True for the worker acting by itself. */
  isSystem?: boolean;
}

export const systemActor = (districtCode: string): Actor => ({
  accountId: '00000000-0000-0000-0000-000000000000',
  name: '系统',
  districtCode,
  memberships: [],
  isSystem: true,
});

/** The letters an actor holds, within one organisation when `organizationId` is given. */
export function lettersOf(actor: Actor, organizationId?: string): Set<RoleLetter> {
  const letters = new Set<RoleLetter>(actor.isSystem ? ['S'] : ['P']);
  for (const membership of actor.memberships) {
    if (organizationId && membership.organizationId !== organizationId) continue;
    for (const letter of LETTERS[membership.role]) letters.add(letter);
  }
  return letters;
}

/** Office roles hold for the whole district; unit and firm roles only inside their own organisation. */
const OFFICE: RoleLetter[] = ['M', 'C', 'E', 'U', 'A', 'S'];

/** True when the actor holds one of `allowed`, office roles anywhere and the others inside `organizationId`. */
export function mayAct(actor: Actor, allowed: readonly RoleLetter[], organizationId: string): boolean {
  const anywhere = lettersOf(actor);
  if (allowed.some((letter) => OFFICE.includes(letter) && anywhere.has(letter))) return true;
  const inside = lettersOf(actor, organizationId);
  return allowed.some((letter) => !OFFICE.includes(letter) && letter !== 'P' && inside.has(letter));
}

export const isStaff = (actor: Actor): boolean => {
  const letters = lettersOf(actor);
  return letters.has('M') || letters.has('C');
};
