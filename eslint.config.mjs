import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/** Import rules of one zone. `test/unit/architecture.test.ts` holds the full table; these say it while one is typing. */
const refuse = (regex, message) => ({ regex, message })
const NODE = '^node:'
const VUE = '^(vue|pinia|vue-router|vue-i18n|reka-ui)(/|$)|^@vue/'
const zone = (names) => `^@(${names})/|src-(${names})/`
const noTests = refuse('(^|/)test/(unit|integration|e2e|support|bench)/', 'Nothing that ships may import a test.')

const ZONES = {
  shared: [
    refuse('^electron', 'src-shared is what all sides agree on: it has to run where there is no Electron.'),
    refuse(NODE, 'src-shared also runs in the sandboxed window, where there is no Node.'),
    refuse(VUE, 'src-shared also runs in the service, which has no window.'),
    refuse(zone('main|preload|renderer|service'), 'src-shared stands under every zone and may look at none.'),
  ],
  preload: [
    refuse(NODE, 'A sandboxed preload has no Node.'),
    refuse('^zod|^stdnum', 'The preload is one small file: what passes it is checked in the main process.'),
    refuse('^@shared/(?!ipc/operation-names$)', 'The preload needs the names of operations, and nothing else of src-shared.'),
    refuse(zone('main|renderer|service'), 'The preload is the door between main and window, and knows neither room.'),
  ],
  main: [
    refuse(VUE, 'The main process has no page: Vue belongs to src-renderer.'),
    refuse(zone('renderer|preload'), 'The main process talks to the window by the contract of src-shared/ipc.'),
    refuse(zone('service') + '|^fastify|^drizzle|^@electric-sql', 'The practice service is started as a process of its own, by its built entry.'),
  ],
  renderer: [
    refuse('^electron', 'The window is a sandboxed page: it asks the main process, through src-renderer/bridge.'),
    refuse(NODE, 'The window is a sandboxed page, where there is no Node.'),
    refuse(zone('main|preload|service'), 'The window knows the contract of src-shared/ipc, and not who answers.'),
  ],
  service: [
    refuse('^electron', 'The service also runs on a server, where there is no Electron.'),
    refuse(VUE, 'The service has no window.'),
    refuse('^@shared/ipc/', 'The contract between main and window is none of the service’s business.'),
    refuse(zone('main|preload|renderer'), 'The service knows its clients by src-shared/http only.'),
  ],
}

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export: the file is called after it.',
}
const NO_ONLY = {
  selector: "MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name='only']",
  message: 'The other tests would be left out without a word.',
}
const NO_OPEN_EXTERNAL = {
  selector: "MemberExpression[property.name='openExternal']",
  message: 'Only src-main/window/external-links.ts opens addresses: it checks them first.',
}
const NO_WINDOW_PARVIS = {
  selector: "MemberExpression[object.name=/^(window|globalThis)$/][property.name='parvis']",
  message: 'Only src-renderer/bridge reads what the preload offers: use `ask` and `listen` of it.',
}
const NO_RAW_IPC_MAIN = {
  name: 'electron',
  importNames: ['ipcMain'],
  allowTypeImports: true,
  message: 'Only src-main/ipc uses ipcMain: there every question is checked before it is answered.',
}
const NO_RAW_IPC_RENDERER = {
  name: 'electron',
  importNames: ['ipcRenderer', 'contextBridge'],
  message: 'Only src-preload uses ipcRenderer.',
}

const zoneRules = (name) => ({
  files: [`src-${name}/**/*.{ts,vue}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: name === 'main' ? [NO_RAW_IPC_MAIN, NO_RAW_IPC_RENDERER] : [],
        patterns: [...ZONES[name], noTests],
      },
    ],
  },
})

const syntax = (...forbidden) => ({ 'no-restricted-syntax': ['error', ...forbidden] })

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', '.cache/', 'test-results/', 'playwright-report/', 'coverage/', 'data/', 'resources/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended-error'],
  vue.configs['no-layout-rules'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs,vue}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      ...syntax(NO_DEFAULT_EXPORT, NO_ONLY, NO_OPEN_EXTERNAL, NO_WINDOW_PARVIS),
    },
  },
  ...Object.keys(ZONES).map(zoneRules),
  {
    // compose.ts hands it over to src-main/ipc, and does nothing else with it.
    files: ['src-main/ipc/**/*.ts', 'src-main/app/compose.ts', 'src-main/app/compose-kiosk.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [NO_RAW_IPC_RENDERER], patterns: [...ZONES.main, noTests] }] },
  },
  { files: ['src-main/window/external-links.ts'], rules: syntax(NO_DEFAULT_EXPORT, NO_ONLY) },
  { files: ['src-renderer/bridge/**/*.ts'], rules: syntax(NO_DEFAULT_EXPORT, NO_ONLY) },
  // Tests look at everything, and fixtures of Playwright have to take an empty pattern.
  { files: ['test/**/*.ts'], rules: { ...syntax(NO_DEFAULT_EXPORT, NO_ONLY), 'no-empty-pattern': 'off', 'no-eval': 'off', 'no-new-func': 'off' } },
  { files: ['tools/**/*.mjs', 'test/bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.config.{ts,mjs}', '**/*.d.ts'], rules: syntax(NO_ONLY) },
)
