// @vitest-environment happy-dom
import SelectField from '@renderer/ui/SelectField.vue'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { mountInWindow } from '../../../support/window-rig'

const options = ['SIRET', 'RIDET', 'Structure with a TAHITI number', 'Été'].map((label) => ({ value: label, label }))

describe('a list to choose from', () => {
  let field: VueWrapper

  beforeEach(() => {
    field = mountInWindow(SelectField, { id: 'type', label: 'Type of identifier', options, modelValue: undefined, placeholder: 'Choose…', required: true, problems: ['Please choose.'] })
  })
  afterEach(() => {
    field.unmount()
  })

  const button = () => field.get('[role=combobox]')
  const marked = () => field.find(`#${button().attributes('aria-activedescendant') ?? 'none'}`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await button().trigger('keydown', { key })
    await nextTick()
  }
  const chosen = () => field.emitted('update:modelValue')?.at(-1)?.[0]

  it('is labelled, required, and tied to its problem', () => {
    const attributes = (name: string) => button().attributes(name)
    expect(field.get(`#${button().attributes('aria-labelledby')}`).text()).toBe('Type of identifier')
    expect(attributes('aria-required')).toBe('true')
    expect(attributes('aria-invalid')).toBe('true')
    expect(field.get(`#${attributes('aria-describedby')}`).text()).toContain('Please choose.')
  })

  it('is worked by arrows, Home, End and Enter, and keeps the focus', async () => {
    await press('ArrowDown')
    expect(marked().text()).toBe('SIRET')
    await press('ArrowDown')
    expect(marked().text()).toBe('RIDET')
    await press('End')
    expect(marked().text()).toBe('Été')
    await press('Home', 'ArrowDown', 'Enter')
    expect(chosen()).toBe('RIDET')
    expect(button().attributes('aria-expanded')).toBe('false')
  })

  it('finds by first letters, accents or not, several of them or one again and again', async () => {
    await press('s')
    expect(marked().text()).toBe('Structure with a TAHITI number')
    await press('s')
    expect(marked().text()).toBe('SIRET')
    await press('Escape', 'e')
    expect(marked().text()).toBe('Été')
    await press('Escape', 's', 't')
    expect(marked().text()).toBe('Structure with a TAHITI number')
  })

  it('changes nothing on Escape, and takes what is marked on Tab', async () => {
    await press('ArrowDown', 'ArrowDown', 'Escape')
    expect(chosen()).toBeUndefined()
    await press('ArrowDown', 'Tab')
    expect(chosen()).toBe('SIRET')
  })

  it('is worked by the mouse, and closes when it is left', async () => {
    await button().trigger('click')
    await field.findAll('[role=option]')[1]!.trigger('click')
    expect(chosen()).toBe('RIDET')
    await button().trigger('click')
    await button().trigger('blur')
    expect(field.find('[role=listbox]').exists()).toBe(false)
    expect(field.emitted('leave')).toHaveLength(1)
  })
})
