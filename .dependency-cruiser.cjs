// The layers of docs/architecture.md as rules: imports run entrypoints → content, components → storage → rules.
// test/unit/conventions/layers.test.ts proves that each rule bites.

/** The product's own folders. A rule says where a layer may NOT go; packages are ruled on below. */
const own = ['rules', 'storage', 'content', 'components', 'entrypoints', 'sandbox', 'test', 'tools'];
const allBut = (...allowed) => `^(?:${own.filter((folder) => !allowed.includes(folder)).join('|')})/`;
const packages = '^node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere; #imports is WXT’s own.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^#imports$' },
    },
    { name: 'rules-only-rules', severity: 'error', from: { path: '^rules/' }, to: { path: allBut('rules') } },
    {
      name: 'rules-no-packages',
      severity: 'error',
      comment:
        'Rules are pure. pinyin-pro makes phrase keys when a phrase is saved; chinese-days is a table of holidays.',
      from: { path: '^rules/' },
      to: { path: [packages, '^#imports$'], pathNot: '^node_modules/(?:pinyin-pro|chinese-days)/' },
    },
    {
      name: 'pinyin-only-in-phrases',
      severity: 'error',
      from: { path: '^(?:rules|storage|content|components|entrypoints)/', pathNot: '^rules/phrases/' },
      to: { path: '^node_modules/pinyin-pro/' },
    },
    {
      name: 'echarts-only-in-figures',
      severity: 'error',
      comment: 'Half a megabyte that only the figures page may carry.',
      from: {
        path: '^(?:rules|storage|content|components|entrypoints)/',
        pathNot: '^components/figures/chart/',
      },
      to: { path: '^node_modules/(?:echarts|zrender)/' },
    },
    {
      name: 'rules-no-node',
      severity: 'error',
      from: { path: '^(?:rules|storage|content|components|entrypoints)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'storage-only-rules',
      severity: 'error',
      from: { path: '^storage/' },
      to: { path: allBut('storage', 'rules') },
    },
    {
      name: 'content-below-entrypoints',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: allBut('content', 'components', 'storage', 'rules') },
    },
    {
      name: 'content-mounts-components-only-in-dock-and-marks',
      severity: 'error',
      comment:
        'The model.ts files hold no view: they are the plain data desks and picker write and the dock shows.',
      from: { path: '^content/', pathNot: '^content/(?:dock|marks)/' },
      to: { path: '^components/', pathNot: '^components/(?:dock|picker)/model\\.ts$' },
    },
    {
      name: 'components-below-entrypoints',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: allBut('components', 'storage', 'rules') },
    },
    {
      name: 'entrypoints-ship',
      severity: 'error',
      from: { path: '^entrypoints/' },
      to: { path: '^(?:sandbox|test|tools)/' },
    },
    {
      name: 'sandbox-only-rules',
      severity: 'error',
      comment: 'The launcher, which runs in Node, also asks where the browser is.',
      from: { path: '^sandbox/' },
      to: { path: allBut('sandbox', 'rules'), pathNot: '^tools/find-browsers\\.mjs$' },
    },
    {
      name: 'polyfill-only-through-wxt',
      severity: 'error',
      comment: 'Otherwise the fake browser of the tests does not replace it (platform.md §3).',
      from: { path: `^(?:${own.join('|')})/` },
      to: { path: '^(?:node_modules/)?webextension-polyfill' },
    },
    {
      name: 'browser-only-from-imports',
      severity: 'error',
      from: { path: '^(?:rules|storage|content|components|entrypoints)/' },
      to: { path: '^node_modules/(?:wxt|@wxt-dev/browser)/(?!dist/utils/(?:inject|content))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      mainFields: ['module', 'main'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.vue'],
    },
    skipAnalysisNotInRules: false,
  },
};
