import type { CDPSession } from '@playwright/test'

interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
  readonly value?: { readonly value: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
  readonly childIds?: readonly string[]
}

/** Roles that nobody hears of: boxes, and the pieces that a line of text is drawn in. */
const UNHEARD = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'LabelText', 'ListMarker', 'RootWebArea', 'paragraph', 'strong', 'emphasis', 'StaticText', 'mark', 'time', 'image', 'Legend'])
/** What a screen reader says beside role and name, in this order. */
const STATES = ['level', 'checked', 'expanded', 'selected', 'pressed', 'disabled', 'readonly', 'required', 'invalid', 'busy', 'modal', 'focused'] as const
const SAID_WHEN_FALSE = new Set(['checked', 'expanded'])

/** What Chromium tells assistive technology of the page, a line for each thing that is told. */
export async function spokenTree(session: CDPSession): Promise<readonly string[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []

  function visit(node: AxNode, depth: number, nameAbove: string): void {
    const role = node.ignored ? 'none' : (node.role?.value ?? 'none')
    const name = tidy(node.name?.value)
    if (role === 'StaticText') {
      // The words of a button are its name already.
      if (name !== '' && !nameAbove.includes(name)) lines.push(`${'  '.repeat(depth)}${name}`)
      return
    }
    const isHeard = !UNHEARD.has(role) || (role === 'image' && name !== '')
    if (isHeard) lines.push(`${'  '.repeat(depth)}${describeNode(node, role, name)}`)
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) visit(child, isHeard ? depth + 1 : depth, isHeard ? `${name} ${tidy(node.value?.value)}` : nameAbove)
    }
  }

  const [root] = nodes
  if (root) visit(root, 0, '')
  return lines
}

function describeNode(node: AxNode, role: string, name: string): string {
  const properties = new Map(node.properties?.map((property) => [property.name, property.value.value]))
  const states = STATES.flatMap((state) => {
    const value = properties.get(state)
    if (value === undefined || ((value === false || value === 'false') && !SAID_WHEN_FALSE.has(state))) return []
    if (state === 'level') return [`level ${String(value)}`]
    return [value === false || value === 'false' ? `not ${state}` : state]
  })
  const value = tidy(node.value?.value)
  const description = tidy(node.description?.value)
  return [
    role.toLowerCase(),
    ...(name === '' ? [] : [`“${name}”`]),
    ...(value === '' || value === name ? [] : [`= ${value}`]),
    ...(states.length > 0 ? [`(${states.join(', ')})`] : []),
    ...(description === '' || description === name ? [] : [`— ${description}`]),
  ].join(' ')
}

function tidy(text: unknown): string {
  return typeof text === 'string' || typeof text === 'number' ? String(text).replaceAll(/\s+/g, ' ').trim() : ''
}

/** The parts of a page that are the same as on the page before, in a line each. */
export function withoutRepeats(tree: readonly string[], before: readonly string[]): readonly string[] {
  const partsBefore = new Set(partsOf(before).map((part) => part.join('\n')))
  return partsOf(tree).flatMap((part) => (part.length > 1 && partsBefore.has(part.join('\n')) ? [`${part[0] ?? ''} … as before`] : part))
}

function partsOf(tree: readonly string[]): string[][] {
  const parts: string[][] = []
  for (const line of tree) {
    if (line.startsWith(' ') && parts.length > 0) parts.at(-1)?.push(line)
    else parts.push([line])
  }
  return parts
}
