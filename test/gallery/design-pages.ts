import type { Locale } from '@shared/registration/locale'
import type { Look } from '../e2e/support/show-state'

/** A page of the design language: sheets of what there is, and drawings of what comes later. */
export interface DesignPage {
  readonly name: string
  /** Which file draws it, seen from `components/main.ts`. */
  readonly file: string
  readonly language: Locale
  /** In which colours docs/design.md shows it; the gallery has it in all. */
  readonly inDocs: readonly Look[]
}

export const LOOKS: readonly Look[] = ['light', 'dark', 'forced']

export const SHEETS: readonly DesignPage[] = [
  { name: 'foundations', file: './FoundationsSheet.vue', language: 'en', inDocs: ['light', 'dark'] },
  { name: 'controls', file: './ControlsSheet.vue', language: 'en', inDocs: LOOKS },
  { name: 'messages', file: './MessagesSheet.vue', language: 'en', inDocs: LOOKS },
  { name: 'dialog', file: './DialogSheet.vue', language: 'en', inDocs: ['light'] },
]

export const LATER_PAGES: readonly DesignPage[] = [
  { name: 'later-table', file: '../later/LaterTable.vue', language: 'en', inDocs: ['light'] },
  { name: 'later-figures', file: '../later/LaterFigures.vue', language: 'fr', inDocs: ['light'] },
  { name: 'later-import', file: '../later/LaterImport.vue', language: 'en', inDocs: ['dark'] },
  { name: 'later-assistant', file: '../later/LaterAssistant.vue', language: 'fr', inDocs: ['light'] },
  { name: 'later-queue', file: '../later/LaterQueue.vue', language: 'fr', inDocs: ['light'] },
  { name: 'later-kiosk', file: '../later/LaterKiosk.vue', language: 'fr', inDocs: ['light'] },
  { name: 'later-kiosk-idle', file: '../later/LaterKioskIdle.vue', language: 'fr', inDocs: ['light'] },
]

export const DESIGN_PAGES: readonly DesignPage[] = [...SHEETS, ...LATER_PAGES]
