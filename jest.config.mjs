const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // Jest cannot require(esm) before Node 24.9, and Nest 12 is ESM only: see test/esm-deps-transform.cjs.
  transformIgnorePatterns: [],
  transform: {
    '^.+\\.m?js$': '<rootDir>/test/esm-deps-transform.cjs',
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@mantianxing/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@mantianxing/matching/lists$': '<rootDir>/libs/matching/src/lists.ts',
  },
};
const onPostgres = {
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
};

/** unit: beside the source · guards: the tree itself · medium: one lib on real servers · e2e: the whole stack */
export default {
  maxWorkers: 2,
  // Jest 30 reads it here only: in a project it is shown but ignored, and 5 s cut slow machines off.
  testTimeout: 180_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'] },
    { ...shared, displayName: 'guards', testMatch: ['<rootDir>/test/guards/**/*.spec.ts'] },
    { ...shared, ...onPostgres, displayName: 'medium', testMatch: ['<rootDir>/test/{medium,conformance}/**/*.spec.ts'] },
    { ...shared, ...onPostgres, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
  ],
};
