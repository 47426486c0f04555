export type DoorState = 'open' | 'waiting' | 'closed'

/** A house front with an arch in it, and the stones that lead there. Open, it is lit; waiting, somebody is behind it; closed, nothing is wrong, but one does not come in here. */
export function door(state: DoorState): string {
  return `<svg class="door" data-door="${state}" viewBox="0 0 280 200" aria-hidden="true" focusable="false">${SCENE}${state === 'open' ? SPILL : ''}${PAVING}${state === 'open' ? OPEN : CLOSED}${state === 'waiting' ? LAMP : ''}</svg>`
}

const stone = (look: string, x: number, y: number, width: number, height = 9): string => `<rect class="${look}" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/>`

/** The stones that show in the plaster: few, so that the door stays the subject. */
const IN_THE_WALL = [
  [62, 44, 18], [83, 44, 11], [62, 56, 11], [206, 44, 14], [186, 66, 15], [204, 66, 14], [184, 78, 18], [78, 98, 15], [62, 98, 13], [60, 86, 18], [184, 110, 14],
] as const

const SCENE =
  '<path class="sky" d="M20 156V44a28 28 0 0 1 28-28h184a28 28 0 0 1 28 28v112z"/>' +
  '<path class="wall" d="M52 156V34a6 6 0 0 1 6-6h164a6 6 0 0 1 6 6v122z"/>' +
  IN_THE_WALL.map(([x, y, width]) => stone('in-wall', x, y, width)).join('') +
  '<rect class="frame" x="46" y="24" width="188" height="8" rx="3"/>' +
  '<path class="ground" d="M20 156h240"/>' +
  '<path class="frame" d="M102 156V88a38 38 0 0 1 76 0v68z"/>' +
  '<path class="leaf" d="M69 142c-9-4-9-19 0-25 9 6 9 21 0 25z"/><rect class="pot" x="62" y="141" width="14" height="15" rx="3"/>' +
  '<path class="leaf" d="M211 142c-9-4-9-19 0-25 9 6 9 21 0 25z"/><rect class="pot" x="204" y="141" width="14" height="15" rx="3"/>'

/** Larger towards whoever stands before it. The one before the door is warm as soon as one has come so far. */
const PAVING =
  [118, 133, 148].map((x) => stone(x === 133 ? 'paving threshold' : 'paving', x, 160, 13, 7)).join('') +
  [106, 125, 144, 163].map((x) => stone('paving', x - 4, 171, 17, 9)).join('') +
  [96, 120, 144, 168].map((x) => stone('paving', x - 6, 184, 22, 11)).join('')

/** Light on the ground, under the stones. */
const SPILL = '<path class="spill" d="M112 156h56l34 44H78z"/>'

const OPEN =
  '<path class="glow" d="M112 156V88a28 28 0 0 1 56 0v68z"/>' +
  '<path class="beyond" d="M124 156v-60a16 16 0 0 1 32 0v60z"/>' +
  '<path class="leaf-of-door" d="M112 156V88c0-10 5-19 12-24v100z"/><circle class="knob" cx="119.5" cy="118" r="2.2"/>'

const CLOSED =
  '<path class="leaf-of-door" d="M112 156V88a28 28 0 0 1 56 0v68z"/>' +
  '<path class="seam" d="M140 61v95M118 106h16v40h-16zM146 106h16v40h-16z"/><circle class="knob" cx="146" cy="99" r="2.6"/><circle class="knob" cx="134" cy="99" r="2.6"/>'

const LAMP = '<path class="glow" d="M117 90a23 23 0 0 1 46 0z"/><path class="seam" d="M140 67v23"/>'
