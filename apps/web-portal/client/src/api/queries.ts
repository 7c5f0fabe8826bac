import type {
  CapabilityListView,
  DeliveryLogView,
  GroupRobotListView,
  MessagePreferenceView,
  NotificationView,
  CapabilityView,
  InboxView,
  MembersHomesView,
  MembersView,
  SecurityView,
  PairingDeskView,
  PartyPairingListView,
  PartySuggestionListView,
  RecusalListView,
  ReviewQueueView,
  ScenarioListView,
  ScenarioView,
  SessionView,
  SuggestionView,
  OperationsView,
  DeadLettersView,
  SystemStatusView,
  ThesaurusView,
  WorkingDayCoverageView,
} from '@mantianxing/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, keepCsrfToken } from './client';

/** Between the moment an answer stands and what it leads to, at most, in milliseconds. */
const SETTLES_MS = 3_000;
/** How often the desk looks for new rows, in milliseconds. */
export const POLL_MS = 20_000;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await read<SessionView>('/api/session', { signal });
    keepCsrfToken(session.csrfToken);
    return session;
  },
  refetchInterval: 60_000,
  staleTime: 30_000,
});

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => read<SystemStatusView>('/api/status', { signal }),
  refetchInterval: POLL_MS,
});

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => read<OperationsView>('/api/operations', { signal }),
  refetchInterval: POLL_MS,
});

export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: ({ signal }) => read<DeadLettersView>('/api/dead-letters', { signal }),
  refetchInterval: POLL_MS,
});

export interface QueueFilter {
  band?: string;
  status?: string;
  q?: string;
}

export const queueQuery = (filter: QueueFilter) =>
  queryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ signal }) => {
      const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
      const search = new URLSearchParams(given).toString();
      return read<ReviewQueueView>(`/api/suggestions${search ? `?${search}` : ''}`, { signal });
    },
    refetchInterval: POLL_MS,
  });

/** A suggestion's texts and reasons belong to one version of its row. */
/** What waits for a decision on one scenario. */
export const openSuggestionsQuery = (scenarioId: string) =>
  queryOptions({
    queryKey: ['queue', { scenarioId }],
    queryFn: ({ signal }) => read<ReviewQueueView>(`/api/suggestions?scenarioId=${scenarioId}&status=OPEN`, { signal }),
  });

export const suggestionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['suggestion', id, version],
    queryFn: ({ signal }) => read<SuggestionView>(`/api/suggestions/${id}`, { signal }),
    staleTime: 5 * 60_000,
  });

const list = <T>(key: string[], path: string, refetchInterval?: number) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => read<T>(path, { signal }), refetchInterval });

export const ownScenariosQuery = list<ScenarioListView>(['scenarios', 'mine'], '/api/scenarios/mine');
export const intakeQuery = list<ScenarioListView>(['scenarios', 'intake'], '/api/scenarios/intake', 60_000);
export const ownCapabilitiesQuery = list<CapabilityListView>(
  ['capabilities', 'mine'],
  '/api/capabilities/mine',
);
export const firmMatchesQuery = list<PartySuggestionListView>(['firm-matches'], '/api/firm-matches');
/** Looked at again once an answer stands, which may open contacts. */
export const ownPairingsQuery = queryOptions({
  queryKey: ['pairings', 'own'],
  queryFn: ({ signal }) => read<PartyPairingListView>('/api/pairings', { signal }),
  refetchInterval: ({ state }) => {
    const waits = (state.data?.items ?? []).flatMap(({ changeUntil }) => (changeUntil ? [Date.parse(changeUntil) - Date.now()] : []));
    // The server's clock may be a little behind this one.
    return Math.max(SETTLES_MS, Math.min(60_000, ...waits.map((ms) => ms + SETTLES_MS)));
  },
});
export const pairingDeskQuery = (state: string, mine: boolean) =>
  list<PairingDeskView>(
    ['pairings', 'desk', state, String(mine)],
    `/api/pairings/desk?state=${state}${mine ? '&mine=1' : ''}`,
    60_000,
  );
export const workingDaysQuery = list<WorkingDayCoverageView>(['working-days'], '/api/working-days');
export const recusalsQuery = list<RecusalListView>(['recusals'], '/api/recusals');
/** The newest messages, for the desks. */
export const inboxQuery = list<InboxView>(['inbox', 'newest'], '/api/inbox', 60_000);
/** All messages, a page at a time. */
export const inboxPagesQuery = infiniteQueryOptions({
  queryKey: ['inbox', 'pages'],
  queryFn: ({ pageParam, signal }) => read<InboxView>(pageParam ? `/api/inbox?before=${pageParam}` : '/api/inbox', { signal }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  refetchInterval: 60_000,
});
export const messageQuery = (id: string) => list<NotificationView>(['inbox', id], `/api/inbox/${id}`);

export const preferencesQuery = list<MessagePreferenceView>(['message-preferences'], '/api/message-preferences');
export const robotsQuery = list<GroupRobotListView>(['group-robots'], '/api/group-robots');

export type DeliveryFilter = Partial<Record<'state' | 'kind' | 'day', string>>;

/** The last page stays while the next one is on its way. */
export const deliveriesQuery = (filter: DeliveryFilter, page: number) =>
  queryOptions({
    queryKey: ['deliveries', filter, page],
    queryFn: ({ signal }) => {
      const given = Object.entries({ ...filter, page: page > 1 ? String(page) : '' }).filter(([, value]) => value);
      return read<DeliveryLogView>(`/api/deliveries?${new URLSearchParams(given as [string, string][])}`, { signal });
    },
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });

export const scenarioQuery = (id: string) => list<ScenarioView>(['scenario', id], `/api/scenarios/${id}`);
export const capabilityQuery = (id: string) =>
  list<CapabilityView>(['capability', id], `/api/capabilities/${id}`);

/** Asks again while the matcher is still at work on the scenario. */
export const candidatesQuery = (scenarioId: string) =>
  queryOptions({
    queryKey: ['candidates', scenarioId],
    queryFn: ({ signal }) =>
      read<PartySuggestionListView>(`/api/scenario-candidates/${scenarioId}`, { signal }),
    refetchInterval: (query) => (query.state.data?.matching ? 3_000 : false),
  });

/** The last page stays while the next one is on its way. */
export const thesaurusQuery = (q: string, page = 1) =>
  queryOptions({
    queryKey: ['thesaurus', q, page],
    queryFn: ({ signal }) =>
      read<ThesaurusView>(`/api/thesaurus?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: ({ signal }) => read<SecurityView>('/api/me/security', { signal }),
});

/** Organisations whose members this person has in hand; the last list stays while somebody types. */
export const membersHomesQuery = (q: string) =>
  queryOptions({
    queryKey: ['members-homes', q],
    queryFn: ({ signal }) =>
      read<MembersHomesView>(`/api/members/organizations${q ? `?${new URLSearchParams({ q })}` : ''}`, { signal }),
    placeholderData: keepPreviousData,
  });
export const membersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['members', organizationId],
    queryFn: ({ signal }) => read<MembersView>(`/api/members/organizations/${organizationId}`, { signal }),
    // Until the mail of an invitation has gone out or has not.
    refetchInterval: ({ state }) => (state.data?.invitations.some(({ mail }) => mail === 'WAITING') ? 3_000 : false),
  });
