import type { Page } from '@playwright/test'

const CONTROLS = 'button, a, input'
const FORCED = { hover: ['hover'], focus: ['focus', 'focus-visible'] } as const

/** Puts every control inside of `data-force` into that state, by the protocol that the browser's own tools use. */
export async function forceStates(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('DOM.enable')
  await protocol.send('CSS.enable')
  const { root } = await protocol.send('DOM.getDocument')
  for (const [state, forcedPseudoClasses] of Object.entries(FORCED)) {
    const selector = CONTROLS.split(', ').map((control) => `[data-force='${state}'] ${control}`).join(', ')
    const { nodeIds } = await protocol.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    for (const nodeId of nodeIds) await protocol.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...forcedPseudoClasses] })
  }
}
