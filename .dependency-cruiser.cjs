/** The house's dependency rule, one named rule per line of its table; test/guards proves that each can fail. */
const DOMAIN = '^libs/(account|calendar|capability|import|matching|notification|organization|pairing|scenario)/';
const SPEC = String.raw`\.(spec|e2e-spec)\.ts$|^libs/[^/]+/src/.*(fixture|testing)`;
const lib = (...names) => `^libs/(${names.join('|')})/`;
const npm = (...names) => `^node_modules/(${names.join('|')})(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** `from` may use nothing inside the house but itself and `allowed`. */
const only = (name, path, allowed, comment) =>
  rule(name, comment, { path, pathNot: SPEC }, { path: '^(libs|apps|test)/', pathNot: [path, ...allowed] });
const vendor = (name, packages, users) =>
  rule(`${name}-is-kept-in-its-place`, `${packages} belongs to ${users}`, { path: '^(libs|apps)/', pathNot: [users, SPEC] }, { path: npm(...packages) });

module.exports = {
  forbidden: [
    rule('no-cycles', 'a cycle has no reading order', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('nothing-unresolvable', 'what cannot be found cannot run', { path: '^(libs|apps)/' }, { couldNotResolve: true }),
    rule('libs-never-import-apps', 'apps compose libs, never the reverse', { path: '^libs/' }, { path: '^apps/' }),
    rule('apps-never-import-apps', 'apps talk over HTTP or the outbox', { path: '^apps/([^/]+)/', pathNot: SPEC }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule('only-tests-import-tests', 'test support is not shipped', { path: '^(libs|apps)/', pathNot: SPEC }, { path: '^test/' }),
    rule('through-the-door', 'a lib is entered by its index.ts', { path: '^(libs|apps)/([^/]+)/' }, { path: '^libs/[^/]+/src/.+', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$', '^libs/matching/src/lists\\.ts$'] }),
    only('contracts-import-nothing', lib('contracts'), []),
    only('platform-imports', lib('platform'), [lib('contracts')]),
    only('database-imports', lib('database'), [lib('contracts', 'platform')]),
    only('outbox-imports', lib('outbox'), [lib('contracts', 'database', 'platform')]),
    only('audit-imports', lib('audit'), [lib('contracts', 'database', 'platform')]),
    only('queue-imports', lib('queue'), [lib('contracts', 'platform')]),
    only('search-imports', lib('search'), [lib('contracts', 'platform', 'database'), DOMAIN], 'only the ports it implements'),
    rule('domain-libs-never-meet', 'only apps compose them', { path: DOMAIN, pathNot: SPEC }, { path: DOMAIN, pathNot: '^libs/$1/' }),
    rule('domain-libs-know-no-engine', 'queue and search are adapters', { path: DOMAIN, pathNot: SPEC }, { path: lib('queue', 'search') }),
    rule('domain-is-pure', 'own domain and contracts only', { path: '^libs/([^/]+)/src/domain/', pathNot: SPEC }, { pathNot: ['^libs/$1/src/domain/', lib('contracts')] }),
    rule('use-cases-know-no-adapter', 'a use case speaks to ports', { path: '^libs/[^/]+/src/use-cases/', pathNot: SPEC }, { path: '^libs/[^/]+/src/(persistence|delivery|segmentation|embedding)/' }),
    rule('accepting-needs-postgres-only', 'publishing and directory know neither queue nor search', { path: '^apps/(scenario-publishing|capability-directory)/', pathNot: SPEC }, { path: lib('queue', 'search') }),
    vendor('bullmq', ['bullmq', 'ioredis'], lib('queue')),
    vendor('meilisearch', ['meilisearch'], lib('search')),
    vendor('typeorm', ['typeorm'], '^libs/(database|outbox)/|^libs/[^/]+/src/persistence/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^apps/web-portal/client/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
