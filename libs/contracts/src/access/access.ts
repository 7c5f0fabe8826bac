import { may, mayOn, type AccessRow, type AccessTable, type Grant } from './grant';

/*
 * WHO MAY WHAT. Every route of every server stands here; one that does not is not served: its app refuses to start.
 *
 * P everybody · F firm, FA its administrator · D department, DA its administrator · M matchmaker · C coordinator ·
 * E expert · U auditor · A administrator · SIGNED_IN anybody with an account.
 * `own`: of their organisation · `party`: their organisation takes part · a bare office letter: the whole district.
 *
 * Everybody else: 401 without a session (pages: to /sign-in), 403 where the address names no object or they see the
 * object (`mayOn`: the first list), 404 where they do not, for reads and writes alike. See libs/contracts/README.md.
 */

/** Who knows of an entry that is not public. The use cases ask the same lists. */
export const SCENARIO_READERS = ['D own', 'M', 'C', 'U'] as const satisfies readonly Grant[];
/** Who knows of a pairing, its states and who was asked. */
export const PAIRING_READERS = ['D party', 'F party', 'M', 'C'] as const satisfies readonly Grant[];
export const CAPABILITY_READERS = ['F own', 'M', 'C', 'U'] as const satisfies readonly Grant[];

/** Who reads what became of the mails. */
export const DELIVERY_READERS = ['M', 'A'] as const satisfies readonly Grant[];
const OPERATORS = ['M', 'C', 'A'] as const satisfies readonly Grant[];
const ROBOT_KEEPERS = ['C', 'A'] as const satisfies readonly Grant[];
/** Who looks at the members of an organisation; whose roles they may give and take, the use cases say. */
export const MEMBERS_READERS = ['FA own', 'DA own', 'C', 'U', 'A'] as const satisfies readonly Grant[];

/** The same for everybody, whoever asks. */
const FILE: AccessRow = { who: ['P'], alike: true };
const OPEN = may('P');
const ACCOUNT = may('SIGNED_IN');
/** Open also before a second factor is there. */
const FIRST: AccessRow = { ...ACCOUNT, factor: 'without' };
const PASSED_ON: AccessRow = { who: ['P'], passedOn: true };

/** The queues as their store shows them: they name entries and tell faults as programs do. */
const BOARD: AccessRow = { ...may('A'), factor: 'always' };

const HEALTH: AccessTable = {
  'GET /health/live': FILE,
  'GET /health/started': FILE,
  'GET /health/ready': FILE,
};

const scenario = (...who: Grant[]): AccessRow => mayOn(SCENARIO_READERS, ...who);
const capability = (...who: Grant[]): AccessRow => mayOn(CAPABILITY_READERS, ...who);

const members = (...who: Grant[]): AccessRow => ({ ...mayOn(MEMBERS_READERS, ...who), factor: 'always' });
const MEMBERS_OF = members('FA own', 'DA own', 'C', 'A');
const WHOLE_ACCOUNT: AccessRow = { ...may('A'), factor: 'always' };

/** apps/scenario-publishing */
export const PUBLISHING_ACCESS: AccessTable = {
  ...HEALTH,
  'GET /openapi.json': FILE,
  'GET /api/scenarios': OPEN,
  'GET /api/scenarios/:id/public': OPEN,
  'GET /api/scenarios/mine': ACCOUNT,
  'GET /api/scenarios/intake': may('M', 'C'),
  'POST /api/scenarios': may('D own', 'M'),
  'POST /api/scenarios/check': may('D own', 'M', 'C'),
  'GET /api/scenarios/:id': scenario('D own', 'M', 'C', 'U'),
  'PUT /api/scenarios/:id': scenario('D own', 'M', 'C'),
  'POST /api/scenarios/:id/submit': scenario('D own'),
  'POST /api/scenarios/:id/recall': scenario('D own'),
  'POST /api/scenarios/:id/discard': scenario('D own'),
  'POST /api/scenarios/:id/redraft': scenario('D own'),
  'POST /api/scenarios/:id/reopen': scenario('D own'),
  'POST /api/scenarios/:id/withdraw': scenario('D own', 'C'),
  'POST /api/scenarios/:id/approve': scenario('M', 'C'),
  'POST /api/scenarios/:id/return': scenario('M', 'C'),
  'POST /api/scenarios/:id/publish': scenario('C'),
};

/** apps/capability-directory */
export const DIRECTORY_ACCESS: AccessTable = {
  ...HEALTH,
  'GET /openapi.json': FILE,
  'GET /api/capabilities': OPEN,
  'GET /api/capabilities/:id/public': OPEN,
  'GET /api/capabilities/mine': ACCOUNT,
  'POST /api/capabilities': may('F own', 'M'),
  'POST /api/capabilities/check': may('F own', 'M', 'C'),
  'GET /api/capabilities/:id': capability('F own', 'M', 'C', 'U'),
  'PUT /api/capabilities/:id': capability('F own', 'M'),
  'POST /api/capabilities/:id/publish': capability('F own', 'M'),
  'POST /api/capabilities/:id/reconfirm': capability('F own'),
  'POST /api/capabilities/:id/pause': capability('F own'),
  'POST /api/capabilities/:id/resume': capability('F own'),
  'POST /api/capabilities/:id/retire': capability('F own', 'C'),
  'POST /api/capabilities/:id/discard': capability('F own'),
};

/** apps/matcher-worker: its health, and the queues as their store shows them, to read. */
export const WORKER_ACCESS: AccessTable = {
  ...HEALTH,
  'GET /admin/queues': BOARD,
  'GET /admin/queues/queue/:queueName': BOARD,
  'GET /admin/queues/queue/:queueName/:jobId': BOARD,
  'GET /admin/queues/metrics-history': BOARD,
  'GET /admin/queues/job-schedulers': BOARD,
  'GET /admin/queues/static/*': BOARD,
  'GET /admin/queues/api/queues': BOARD,
  'GET /admin/queues/api/queues/:queueName/:jobId': BOARD,
  'GET /admin/queues/api/queues/:queueName/:jobId/logs': BOARD,
};

/** apps/web-portal */
export const PORTAL_ACCESS: AccessTable = {
  ...HEALTH,

  // Pages for everybody, and their files.
  'GET /': OPEN,
  'GET /scenarios': OPEN,
  'GET /scenarios/:id': OPEN,
  'GET /capabilities': OPEN,
  'GET /capabilities/:id': OPEN,
  'GET /search': OPEN,
  'GET /help': OPEN,
  'POST /display': OPEN,
  'GET /assets/portal.css': FILE,
  'GET /assets/logo.svg': FILE,
  'GET /assets/*': FILE,
  'GET /api/openapi.json': FILE,
  'GET /api/status': OPEN,

  // Signing in.
  'GET /sign-in': OPEN,
  'POST /sign-in': OPEN,
  'POST /sign-out': OPEN,
  'GET /api/session': OPEN,
  'POST /api/session': OPEN,
  'DELETE /api/session': OPEN,
  'GET /sign-in/code': OPEN,
  'POST /sign-in/code': OPEN,
  'POST /api/session/code': OPEN,
  'GET /forgotten': OPEN,
  'POST /forgotten': OPEN,
  'GET /reset/:token': OPEN,
  'POST /reset/:token': OPEN,
  'GET /join/:token': OPEN,
  'POST /join/:token': OPEN,
  'GET /sign-in/oidc': OPEN,
  'GET /sign-in/oidc/callback': OPEN,

  // One's own account.
  'GET /api/me/security': FIRST,
  'PUT /api/me/password': FIRST,
  'POST /api/me/factor': FIRST,
  'POST /api/me/factor/confirm': FIRST,
  'POST /api/me/factor/recovery-codes': FIRST,
  'POST /api/me/factor/remove': FIRST,
  'POST /api/me/identity': ACCOUNT,
  'POST /api/me/identity/remove': ACCOUNT,
  'DELETE /api/me/sessions': FIRST,
  'DELETE /api/me/sessions/:id': FIRST,

  // Members of an organisation.
  'GET /api/members/organizations': may(...MEMBERS_READERS),
  'GET /api/members/organizations/:id': members(...MEMBERS_READERS),
  'POST /api/members/invitations': { ...may('FA own', 'DA own', 'C', 'A'), factor: 'always' },
  'POST /api/members/invitations/:id/resend': MEMBERS_OF,
  'POST /api/members/invitations/:id/cancel': MEMBERS_OF,
  'POST /api/members/:id/end': MEMBERS_OF,
  'POST /api/members/:id/confirm': MEMBERS_OF,
  'POST /api/members/accounts/:id/reset-factor': WHOLE_ACCOUNT,
  'POST /api/members/accounts/:id/disable': WHOLE_ACCOUNT,
  'POST /api/members/accounts/:id/enable': WHOLE_ACCOUNT,
  'POST /api/members/accounts/:id/identity': WHOLE_ACCOUNT,

  // Passed on to the two apps above, whose rows decide.
  'ANY /api/scenarios': PASSED_ON,
  'ANY /api/scenarios/*': PASSED_ON,
  'ANY /api/capabilities': PASSED_ON,
  'ANY /api/capabilities/*': PASSED_ON,

  // The desks: one page for all of them; what it shows comes from the routes below.
  ...Object.fromEntries(
    ['inbox', 'me', 'members', 'desk', 'dept', 'firm', 'office', 'admin'].flatMap((desk) => [
      [`GET /${desk}`, FIRST],
      [`GET /${desk}/*`, FIRST],
    ]),
  ),
  'GET /api/inbox': ACCOUNT,
  'GET /api/inbox/:id': ACCOUNT,
  'POST /api/inbox/read-all': ACCOUNT,
  'POST /api/inbox/:id/read': ACCOUNT,
  'POST /api/inbox/:id/open': ACCOUNT,
  'GET /api/message-preferences': ACCOUNT,
  'PUT /api/message-preferences': ACCOUNT,

  'GET /admin/queues': BOARD,
  'GET /admin/queues/*': BOARD,

  // What became of the mails (MODEL.md: M and A send again, giving up is the administrator's), and the groups told.
  'GET /api/deliveries': may(...DELIVERY_READERS),
  'POST /api/deliveries/:id/resend': mayOn(DELIVERY_READERS, 'M', 'A'),
  'POST /api/deliveries/:id/cancel': mayOn(DELIVERY_READERS, 'A'),
  'GET /api/group-robots': may(...ROBOT_KEEPERS),
  'POST /api/group-robots': may(...ROBOT_KEEPERS),
  'POST /api/group-robots/:id/try': mayOn(ROBOT_KEEPERS, ...ROBOT_KEEPERS),
  'POST /api/group-robots/:id/pause': mayOn(ROBOT_KEEPERS, ...ROBOT_KEEPERS),
  'POST /api/group-robots/:id/resume': mayOn(ROBOT_KEEPERS, ...ROBOT_KEEPERS),
  'POST /api/group-robots/:id/delete': mayOn(ROBOT_KEEPERS, ...ROBOT_KEEPERS),

  // How the work behind the pages stands; jobs set aside (giving one up leaves work undone: C and A answer for that).
  'GET /api/operations': may(...OPERATORS),
  'GET /api/dead-letters': may(...OPERATORS),
  'POST /api/dead-letters/retry-all': may(...OPERATORS),
  'POST /api/dead-letters/:id/retry': mayOn(OPERATORS, ...OPERATORS),
  'POST /api/dead-letters/:id/discard': mayOn(OPERATORS, 'C', 'A'),

  // Suggestions: staff with reasons, each side its own.
  'GET /api/suggestions': may('M', 'C'),
  'GET /api/suggestions/:id': may('M', 'C'),
  'POST /api/suggestions/:id/approve': may('M'),
  'POST /api/suggestions/:id/reject': may('M'),
  'POST /api/suggestions/:id/undo': may('M'),
  'POST /api/suggestions/:id/reopen': may('M'),
  'POST /api/suggestions/:id/recuse': may('M'),
  'GET /api/recusals': may('M', 'C'),
  'POST /api/recusals/:id/end': may('M', 'C'),
  'POST /api/suggestions/of/:scenarioId/hold': may('M'),
  'POST /api/suggestions/of/:scenarioId/release': may('M'),
  'GET /api/scenario-candidates/:scenarioId': may('D own', 'M', 'C'),
  'GET /api/firm-matches': may('F own'),

  // 对接: each side its own, matchmakers all; contacts besides need an open release for whoever asks.
  'GET /api/pairings': may('D own', 'F own'),
  'GET /api/pairings/desk': may('M', 'C'),
  'POST /api/pairings/:id/answer': mayOn(PAIRING_READERS, 'D party', 'F party'),
  'POST /api/pairings/:id/take-back': mayOn(PAIRING_READERS, 'D party', 'F party'),
  'POST /api/pairings/:id/revoke': mayOn(PAIRING_READERS, 'D party', 'F party'),
  'GET /api/pairings/:id/contacts': mayOn(PAIRING_READERS, 'D party', 'F party', 'M'),
  'POST /api/pairings/:id/reask': mayOn(PAIRING_READERS, 'M'),
  'POST /api/pairings/:id/members': mayOn(PAIRING_READERS, 'M'),
  'POST /api/pairings/:id/end': mayOn(PAIRING_READERS, 'M'),
  'GET /api/working-days': may('M', 'C', 'A'),
  // The link of a mail is its own proof; the page looks at no session.
  'GET /answer/:token': OPEN,
  'POST /answer/:token': OPEN,
  'POST /answer/:token/change': OPEN,

  // The audit log is the auditor's alone (MODEL.md): not even an administrator reads it.
  'GET /api/audit': may('U'),

  // Thesaurus.
  'GET /api/thesaurus': may('M', 'C', 'U'),
  'POST /api/thesaurus': may('M', 'C'),
  'POST /api/thesaurus/check': may('M', 'C'),
  'POST /api/thesaurus/:name/retire': may('M', 'C'),
  'POST /api/thesaurus/:name/restore': may('M', 'C'),
};

/** Every server's table by its name in the audit log. */
export const ACCESS = {
  portal: PORTAL_ACCESS,
  publishing: PUBLISHING_ACCESS,
  directory: DIRECTORY_ACCESS,
  worker: WORKER_ACCESS,
} as const satisfies Record<string, AccessTable>;
