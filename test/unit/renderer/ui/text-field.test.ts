// @vitest-environment happy-dom
import TextField from '@renderer/ui/TextField.vue'
import { expect, it } from 'vitest'
import { mountInWindow } from '../../../support/window-rig'

it('a field checks no spelling unless it is asked to: names and numbers are no words, and go to no dictionary', () => {
  const plain = mountInWindow(TextField, { label: 'Identifier', modelValue: '' })
  expect(plain.get('input').attributes('spellcheck')).toBe('false')
  plain.unmount()
  const prose = mountInWindow(TextField, { label: 'Message', modelValue: '', spellcheck: true })
  expect(prose.get('input').attributes('spellcheck')).toBe('true')
  prose.unmount()
})
