// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import QrCode from '@renderer/ui/QrCode.vue'
import { statusLink } from '@shared/http/status-link'
import { type Matrix, readQrCode } from '../../../support/read-qr-code'

const QUIET_ZONE = 4

/** The modules as they are drawn, without the quiet zone; what is drawn into that is an error. */
function drawnModules(text: string): Matrix {
  const drawing = mount(QrCode, { props: { text, label: 'A link' } })
  const side = Number(drawing.attributes('viewBox')!.split(' ')[2])
  const dark = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  for (const [, x, y, width] of drawing.get('path').attributes('d')!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let column = Number(x); column < Number(x) + Number(width); column += 1) dark[Number(y)]![column] = true
  for (const [row, line] of dark.entries())
    for (const [column, isDark] of line.entries())
      if (isDark && Math.min(row, column, side - 1 - row, side - 1 - column) < QUIET_ZONE) throw new Error('The quiet zone is not quiet')
  return dark.slice(QUIET_ZONE, side - QUIET_ZONE).map((line) => line.slice(QUIET_ZONE, side - QUIET_ZONE))
}

const LINK = statusLink('https://inscription.region.example', { registrationId: '0d6a3c38-9f0b-4b7f-8d3e-6f3f1c2b7a90', accessKey: 'tW4-_kQ8vZbT1nXr2uEoYp7sHdLcMaGfJi0K9wB5x3I' })

it.each(['PV-7K3M-92QD', 'https://a.example/', LINK, `${LINK}é`])('what is drawn reads %s', (text) => {
  expect(readQrCode(drawnModules(text))).toBe(text)
})

it('has its words, and is drawn dark on light in every theme', () => {
  const drawing = mount(QrCode, { props: { text: LINK, label: 'Where your registration stands' } })
  expect(drawing.attributes()).toMatchObject({ role: 'img', 'aria-label': 'Where your registration stands' })
  expect(drawing.classes()).toContain('scheme-light')
  expect([drawing.get('rect').classes(), drawing.get('path').classes()]).toEqual([['fill-sheet'], ['fill-ink']])
})
