// @vitest-environment happy-dom
import IdentifierField from '@renderer/structure/IdentifierField.vue'
import { afterEach, describe, expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import { mountInWindow } from '../../../support/window-rig'

describe('the identifier while it is typed', () => {
  let field: VueWrapper
  afterEach(() => {
    field.unmount()
  })

  function type(text: string, caret = text.length): HTMLInputElement {
    field = mountInWindow(IdentifierField, { id: 'identifier', type: 'SIRET', required: true, problems: [], modelValue: '', 'onUpdate:modelValue': (modelValue: string) => field.setProps({ modelValue }) })
    const { element } = field.get('input')
    element.value = text
    element.setSelectionRange(caret, caret)
    element.dispatchEvent(new Event('input'))
    return element
  }

  it('groups the digits and keeps the caret behind the same one', () => {
    const input = type('73282932000074', 4)
    expect(input.value).toBe('732 829 320 00074')
    expect(input.selectionStart).toBe('732 8'.length)
  })

  it('leaves alone what is no number, so that the refusal can speak of it', () => {
    expect(type('FR83404833048').value).toBe('FR83404833048')
  })

  it('says the expected format before anything is typed', () => {
    expect(type('').getAttribute('aria-describedby')).toContain('identifier-hint')
    expect(field.text()).toContain('14 digits, e.g. 732 829 320 00074')
  })
})
