/**
 * What the audit log keeps of each table. A table nobody names here is watched all the same, and every changed column
 * is told by name; values are told of the columns below and of plain types (ids, numbers, days, yes or no).
 */

/** Left out, with the reason. `schema.*` is the whole schema. */
export const UNWATCHED: Record<string, string> = {
  'search.*': 'made anew from the entries at any time',
  'matching.embedding': 'made anew from published texts at any time',
  'matching.statistics_epoch': 'counted anew from the entries; an epoch is never changed',
  'recurring.*': 'the clock of recurring work; what the work does is logged where it is done',
  'outbox.job': 'what has been asked of the queue and is not done; what people do with dead letters stands in job_verdict',
  'matching.matched': 'up to which content an entry was matched: written anew by every run',
  'outbox.dispatch': 'what still has to reach the queue: a row lives for a moment',
  'account.sign_in_attempt': 'counters; every failed sign-in is an entry of its own',
  'public.schema_migration': 'which migrations ran: sealed by checksums in the repository',
};

/**
 * Written by the program beside a change that is logged itself, many at a time. Logged only when somebody writes them
 * by another way than the program.
 */
export const LOGGED_WHEN_DIRECT: readonly string[] = [
  'account.session',
  'account.known_device',
  'outbox.event',
  'notification.notification',
  'notification.delivery',
  'notification.bundle',
  'notification.bundle_entry',
  'notification.group_entry',
  'scenario.scenario_history',
  'scenario.gate_evidence',
  'capability.capability_history',
  'pairing.open_firm',
  'pairing.suggestion_history',
  'pairing.pairing_history',
  'pairing.consent_history',
  'pairing.introduction_history',
  'matching.supply_gap',
  'matching.matched',
];

/** The machine rewrites these again and again; a rewrite that leaves the status as it was is not logged, one by hand is. */
export const LOGGED_WHEN_STATUS_MOVES: readonly string[] = ['pairing.suggestion'];

/** Text columns whose values are told wherever they stand: words of a closed list, or set by an office. */
export const TOLD_EVERYWHERE: readonly string[] = [
  ...['status', 'from_status', 'to_status', 'kind', 'role', 'side', 'event', 'decision', 'reason_code', 'change', 'purpose'],
  ...['visibility', 'list_type', 'level', 'element', 'channel', 'engagement_mode', 'sourcing_mode', 'owner_role', 'band'],
  ...['district_code', 'publisher_type', 'size_band', 'member_key', 'reader', 'funding_source', 'funding_status', 'sector'],
];

/** Text columns whose values are told of one table. Texts people write about people are not among them. */
export const TOLD: Record<string, readonly string[]> = {
  'organization.organization': ['name', 'aliases', 'uscc'],
  'organization.firm': ['tags'],
  'account.account': ['login'],
  'scenario.scenario': [
    ...['title', 'background', 'need', 'in_scope', 'out_of_scope', 'acceptance', 'technology_tags', 'resources_offered'],
    ...['required_qualifications', 'preferred_qualifications', 'required_platforms', 'source_ref', 'funding_proof'],
    ...['owner_unit', 'lead_units', 'responsible_units', 'return_reasons', 'withdrawn_reason'],
  ],
  'capability.capability': ['name', 'summary', 'description', 'technology_tags', 'sectors', 'adapted_platforms', 'cases'],
  'capability.qualification': ['code', 'level', 'issuer'],
  'pairing.suggestion': ['capability_ids', 'firm_ids'],
  'pairing.review': ['note'],
  'outbox.job_verdict': ['name', 'verdict', 'failure', 'reason'],
  'pairing.pairing': ['next_action'],
  'pairing.contact_read': ['fields'],
  'matching.score_version': ['weights', 'thresholds', 'thesaurus_version', 'based_on'],
  'matching.thesaurus_version': ['name', 'note'],
  'matching.thesaurus_entry': ['name', 'line'],
  'matching.thesaurus_retired': ['name'],
  'calendar.day': ['name', 'source'],
};

/** Whatever the lists above say: a column of such a name is told by its name alone. */
export const NEVER_TOLD =
  /password|secret|token|hash|digest|totp|otp|recovery|phone|mobile|mail|contact|wechat|nonce|cookie|seed|sid|address|credential/;
export const PLAIN_TYPES: readonly string[] = [
  ...['uuid', 'int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'bool', 'date', 'timestamptz', 'timestamp', 'xid8'],
];
