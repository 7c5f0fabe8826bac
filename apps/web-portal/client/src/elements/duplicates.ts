import { NEAR_DUPLICATE_CODE, type DuplicateView, type NearDuplicateFacts } from '@mantianxing/contracts';
import { Refusal } from '../api/client';

/** The server's question whether an entry is another one than these. */
export interface DuplicateDoubt extends NearDuplicateFacts {
  message: string;
}

/** The doubt an error stands for, or null when it stands for something else. */
export function doubtIn(error: unknown): DuplicateDoubt | null {
  if (!(error instanceof Refusal) || error.problem.code !== NEAR_DUPLICATE_CODE) return null;
  const { duplicates = [], hidden = 0 } = (error.problem.facts ?? {}) as Partial<NearDuplicateFacts>;
  return { message: error.problem.message, duplicates, hidden };
}

/** Where an entry can be looked at: one's own where it is written, another's where everybody sees it. */
export const placeOf = (
  { id, organizationName }: DuplicateView,
  own: readonly { organizationName: string }[],
  side: 'scenarios' | 'capabilities',
): string => {
  if (!own.some((organization) => organization.organizationName === organizationName))
    return `/${side}/${id}`;
  return side === 'scenarios' ? `/dept/scenarios/${id}/edit` : `/firm/capabilities/${id}/edit`;
};
