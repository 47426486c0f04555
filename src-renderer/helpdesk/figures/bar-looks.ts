import type { RegistrationState } from '@shared/registration/progress'

/** A pattern beside each colour: for those who do not see it, and for paper. In forced colours only the pattern is left. */
export const PATTERNS = [
  { id: 'bar-solid', ink: 'fill-success forced-colors:fill-[CanvasText]', path: 'M0 0h8v8H0z' },
  { id: 'bar-slanted', ink: 'fill-info forced-colors:fill-[CanvasText]', path: 'M0 6 6 0h2v2L2 8H0z' },
  { id: 'bar-dotted', ink: 'fill-accent forced-colors:fill-[CanvasText]', path: 'M2 2h4v4H2z' },
  { id: 'bar-barred', ink: 'fill-warning forced-colors:fill-[CanvasText]', path: 'M0 0h3v8H0z' },
  { id: 'bar-full', ink: 'fill-warning forced-colors:fill-[CanvasText]', path: 'M0 0h8v8H0z' },
  { id: 'bar-crossed', ink: 'fill-error forced-colors:fill-[CanvasText]', path: 'M0 3h8v2H0zM3 0h2v8H3z' },
] as const

/** How a kind of thing is drawn: what fills it, and its edge. The classes are written out: the style sheet is made of what can be read here. */
export const BAR_LOOKS = {
  done: { fill: 'url(#bar-solid)', edge: 'stroke-success forced-colors:stroke-[CanvasText]' },
  moving: { fill: 'url(#bar-slanted)', edge: 'stroke-info forced-colors:stroke-[CanvasText]' },
  mail: { fill: 'url(#bar-dotted)', edge: 'stroke-accent forced-colors:stroke-[CanvasText]' },
  late: { fill: 'url(#bar-barred)', edge: 'stroke-warning forced-colors:stroke-[CanvasText]' },
  /** In a column that is thinner than a stripe. */
  returned: { fill: 'url(#bar-full)', edge: 'stroke-warning forced-colors:stroke-[CanvasText]' },
  stopped: { fill: 'url(#bar-crossed)', edge: 'stroke-error forced-colors:stroke-[CanvasText]' },
  plain: { fill: 'transparent', edge: 'stroke-edge forced-colors:stroke-[CanvasText]' },
} as const
export type BarLook = keyof typeof BAR_LOOKS

export const LOOK_OF_STATE: Readonly<Record<RegistrationState, BarLook>> = {
  requested: 'moving',
  'awaiting-manager': 'moving',
  'awaiting-support': 'moving',
  'activation-sent': 'mail',
  'activation-expired': 'late',
  active: 'done',
  'attachment-refused': 'stopped',
  'structure-refused': 'stopped',
  withdrawn: 'plain',
}
