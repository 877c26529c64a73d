// The import rules of docs/architecture.md; lower modules never import higher ones.
const ORDER = [
  'calendar',
  'organisations',
  'sign-in',
  'transparency',
  'redaction',
  'attachments',
  'publications',
  'cases',
  'library',
  'interpretations',
  'messages',
  'disclosure-requests',
  'complaints',
  'search',
  'knowledge',
  'exchange',
  'plans',
  'annual-reports',
];

const upward = ORDER.slice(0, -1).map((lower, index) => ({
  name: `${lower}-imports-nothing-higher`,
  severity: 'error',
  from: { path: `^src/modules/${lower}/` },
  to: { path: `^src/modules/(${ORDER.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'fixtures-serve-tests-alone',
      severity: 'error',
      from: { path: '^(src|demo)/', pathNot: '\\.(test|fixtures)\\.tsx?$' },
      to: { path: '\\.fixtures\\.tsx?$' },
    },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^(src|demo)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-imports-kernel-only',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^(src|demo)/', pathNot: '^src/(kernel|platform)/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|app)[^/]*\\.ts$|^src/commands/|\\.(test|fixtures)\\.tsx?$' },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    {
      name: 'modules-meet-at-index',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '/workbench/' },
      // Fixtures are for the tests of the modules above as well, and contracts build on the shapes of those below.
      to: {
        path: '^src/modules/([^/]+)/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|[^/]+\\.(fixtures|contract))\\.ts$'],
      },
    },
    {
      name: 'shells-and-demo-enter-by-index',
      severity: 'error',
      from: { path: '^(src/portal|demo|src/commands|src/(app|main)\\.ts)' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: '^src/modules/[^/]+/(reader/)?index\\.ts$|\\.portal\\.tsx$|\\.fixtures\\.ts$',
      },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: '\\.store\\.ts$|\\.test\\.ts$|\\.fixtures\\.ts$' },
      to: { path: 'node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'pages-and-api-reach-the-service-never-the-store',
      severity: 'error',
      from: { path: '\\.(api|portal)\\.tsx?$' },
      to: { path: '\\.store\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workbench-imports-no-server-code',
      severity: 'error',
      from: { path: '^src/(workbench|modules/[^/]+/workbench)/' },
      // Fees and results are rules without any machine: the page reckons with the very same.
      to: {
        path: '^src/',
        pathNot:
          '^src/workbench/|/workbench/|(\\.contract|-words)\\.ts$|^src/kernel/|/disclosure-requests/(fees|results)/',
      },
    },
    {
      name: 'contracts-import-no-server-code',
      severity: 'error',
      from: { path: '\\.contract\\.ts$' },
      to: { path: '^src/', pathNot: '(\\.contract|-words)\\.ts$|^src/kernel/' },
    },
    {
      name: 'no-orphans-of-package-json',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-runs-without-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(test|fixtures)\\.tsx?$|/faults/|^src/workbench|/workbench/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
