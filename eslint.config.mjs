import tseslint from 'typescript-eslint';

const noVendor = (group, message) => ({ group: [group, `${group}/*`], message });
const VENDORS = {
  bullmq: noVendor('bullmq', 'bullmq belongs to libs/queue: use JobQueue.'),
  meilisearch: noVendor('meilisearch', 'meilisearch belongs to libs/search: use its ports.'),
  typeorm: noVendor('typeorm', 'typeorm belongs to persistence folders, libs/database and libs/outbox.'),
};
const restricted = (...names) => ['error', { patterns: names.map((name) => VENDORS[name]) }];

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only libs/platform/src/config/env.ts reads the environment.',
};
const UNFINISHED = [
  { selector: "CallExpression[callee.property.name='only']", message: 'A focused test hides the others.' },
  {
    selector: 'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|todo)$/]',
    message: 'A test runs or is not there; for an absent server use describeWith.',
  },
];
const counting = { skipBlankLines: true, skipComments: true };

/** The house's budgets and bans. dependency-cruiser holds who may import whom. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.local/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 80, ...counting }],
      'max-params': ['error', { max: 9 }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ENVIRONMENT],
      'no-restricted-imports': restricted('bullmq', 'meilisearch', 'typeorm'),
      // The output is CommonJS: a heavy library may be required where it is first needed.
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    },
  },
  { files: ['libs/queue/**'], rules: { 'no-restricted-imports': restricted('meilisearch', 'typeorm') } },
  { files: ['libs/search/**'], rules: { 'no-restricted-imports': restricted('bullmq', 'typeorm') } },
  {
    files: ['libs/database/**', 'libs/outbox/**', 'libs/*/src/persistence/**'],
    rules: { 'no-restricted-imports': restricted('bullmq', 'meilisearch') },
  },
  // A component or hook is one function holding several small ones.
  { files: ['apps/web-portal/client/**'], rules: { 'max-lines-per-function': ['error', { max: 100, ...counting }] } },
  // A migration is one text of SQL.
  { files: ['libs/database/src/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['libs/platform/src/config/env.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      // A describe block is one function; its tests are what is read.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...UNFINISHED],
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  { files: ['test/support/servers.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
