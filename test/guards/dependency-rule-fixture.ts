/** For each rule of .dependency-cruiser.cjs one file that breaks it: `[file, what it imports]`. */
export const BREACHES: Record<string, [file: string, imports: string]> = {
  'no-cycles': ['libs/organization/src/one.ts', './two'],
  'nothing-unresolvable': ['libs/organization/src/lost.ts', './nowhere'],
  'libs-never-import-apps': ['libs/platform/src/upward.ts', '../../../apps/web-portal/src/main'],
  'apps-never-import-apps': ['apps/web-portal/src/sideways.ts', '../../match-cli/src/main'],
  'only-tests-import-tests': ['libs/platform/src/tested.ts', '../../../test/support/wait-until'],
  'through-the-door': ['apps/web-portal/src/deep.ts', '../../../libs/account/src/domain/account'],
  'contracts-import-nothing': ['libs/contracts/src/curious.ts', '../../platform/src/index'],
  'platform-imports': ['libs/platform/src/curious.ts', '../../outbox/src/index'],
  'database-imports': ['libs/database/src/curious.ts', '../../account/src/index'],
  'outbox-imports': ['libs/outbox/src/curious.ts', '../../queue/src/index'],
  'audit-imports': ['libs/audit/src/curious.ts', '../../account/src/index'],
  'queue-imports': ['libs/queue/src/curious.ts', '../../search/src/index'],
  'search-imports': ['libs/search/src/curious.ts', '../../queue/src/index'],
  'domain-libs-never-meet': ['libs/pairing/src/curious.ts', '../../scenario/src/index'],
  'domain-libs-know-no-engine': ['libs/scenario/src/curious.ts', '../../search/src/index'],
  'domain-is-pure': ['libs/account/src/domain/impure.ts', 'node:fs'],
  'use-cases-know-no-adapter': ['libs/account/src/use-cases/hasty.ts', '../persistence/rows'],
  'accepting-needs-postgres-only': ['apps/scenario-publishing/src/curious.ts', '../../../libs/queue/src/index'],
  'bullmq-is-kept-in-its-place': ['libs/search/src/queueing.ts', 'bullmq'],
  'meilisearch-is-kept-in-its-place': ['apps/matcher-worker/src/searching.ts', 'meilisearch'],
  'typeorm-is-kept-in-its-place': ['libs/scenario/src/use-cases/hasty.ts', 'typeorm'],
};

const LIBS = ['account', 'audit', 'contracts', 'database', 'organization', 'outbox', 'pairing', 'platform', 'queue', 'scenario', 'search'];

/** A small house in which every rule is broken once, and the files those breaches need. */
export function brokenHouse(): Record<string, string> {
  const files: Record<string, string> = {
    'package.json': '{"name":"fixture","dependencies":{"bullmq":"1.0.0","meilisearch":"1.0.0","typeorm":"1.0.0"}}',
    'tsconfig.json': '{"compilerOptions":{"module":"nodenext","moduleResolution":"nodenext","strict":true}}',
    'libs/organization/src/two.ts': "import './one';\nexport const two = 2;\n",
    'libs/account/src/domain/account.ts': 'export const account = 1;\n',
    'libs/account/src/persistence/rows.ts': 'export const rows = 1;\n',
    'apps/web-portal/src/main.ts': 'export const main = 1;\n',
    'apps/match-cli/src/main.ts': 'export const main = 1;\n',
    'test/support/wait-until.ts': 'export const waitUntil = 1;\n',
  };
  for (const lib of LIBS) files[`libs/${lib}/src/index.ts`] = 'export const door = 1;\n';
  for (const vendor of ['bullmq', 'meilisearch', 'typeorm']) {
    files[`node_modules/${vendor}/package.json`] = `{"name":"${vendor}","version":"1.0.0","main":"index.js"}`;
    files[`node_modules/${vendor}/index.js`] = 'module.exports = {};\n';
  }
  for (const [file, imports] of Object.values(BREACHES)) files[file] = `import '${imports}';\nexport const it = 1;\n`;
  return files;
}
