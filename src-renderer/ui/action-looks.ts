const SHAPE = 'inline-flex items-center justify-center gap-2 rounded-control border font-semibold no-underline transition-colors aria-disabled:cursor-progress '
const LARGE = SHAPE + 'min-h-11 px-5 py-2 text-center '
/** Disabled is said by a dashed edge too, not by paleness alone. */
const DISABLED = 'disabled:cursor-not-allowed disabled:border-dashed disabled:border-edge disabled:bg-transparent disabled:text-ink-soft '

/** How buttons, and links that look like buttons, are drawn: one `primary` a screen at most. */
export const ACTION_LOOKS = {
  primary: LARGE + DISABLED + 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: LARGE + DISABLED + 'border-edge bg-sheet text-ink hover:border-ink hover:bg-sunken',
  accent: LARGE + DISABLED + 'border-accent bg-transparent text-accent hover:bg-accent-wash',
  danger: LARGE + DISABLED + 'border-error bg-sheet text-error hover:bg-error-wash',
  quiet: SHAPE + DISABLED + 'min-h-9 border-transparent px-2.5 py-1 text-accent underline decoration-from-font underline-offset-4 hover:bg-accent-wash',
} as const

export type ActionLook = keyof typeof ACTION_LOOKS
