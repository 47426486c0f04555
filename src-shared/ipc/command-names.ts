/** What a person can tell the window to do, by the menu bar or by a key. The closed list: a new name fails the build until something acts on it. */
export const COMMAND_NAMES = [
  'create-account',
  'enter-link',
  'import-list',
  'find',
  'go-on',
  'go-back',
  'undo-discard',
  'show-help',
  'show-shortcuts',
  'show-about',
  'show-data',
  'theme-light',
  'theme-dark',
  'theme-system',
  'language-fr',
  'language-en',
] as const

export type CommandName = (typeof COMMAND_NAMES)[number]
