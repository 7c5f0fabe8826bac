import { lettersOf, type RoleLetter, type SessionView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './queries';

export type SignedIn = NonNullable<SessionView['account']>;

/** Role letters of the person, as MODEL.md's tables use them. */
export function lettersOfAccount(account: SignedIn): Set<RoleLetter> {
  return lettersOf({
    accountId: account.id,
    name: account.name,
    districtCode: '',
    memberships: account.memberships,
  });
}

/** Organisations in which the person holds a role starting with `kind`. */
export const organizationsOf = (account: SignedIn, kind: 'FIRM' | 'DEPARTMENT') =>
  account.memberships.filter((membership) => membership.role.startsWith(kind));

/** The signed-in person. Only for parts inside the frame, which waits for the session. */
export function useAccount(): SignedIn {
  const { data } = useQuery(sessionQuery);
  if (!data?.account) throw new Error('This part stands inside the frame, which waits for the session.');
  return data.account;
}

export const useLetters = (): Set<RoleLetter> => lettersOfAccount(useAccount());
