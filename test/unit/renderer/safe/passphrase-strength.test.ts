import { lengthOf, strengthOf } from '@renderer/safe/passphrase-strength'
import { SHORTEST_PASSPHRASE } from '@shared/ipc/safe'
import { describe, expect, it } from 'vitest'

describe('the word about a passphrase', () => {
  it('counts characters as a person does', () => {
    expect(lengthOf('clé 🗝️')).toBeLessThan('clé 🗝️'.length)
    expect(lengthOf('🗝🗝')).toBe(2)
  })

  it('is “short” up to the shortest that is accepted, and never from there on', () => {
    expect(strengthOf('xk4-Rw9_pLm2'.slice(0, SHORTEST_PASSPHRASE - 1))).toBe('short')
    expect(strengthOf('xk4-Rw9_pLm2')).toBe('fair')
  })

  it.each(['aaaaaaaaaaaaaaaaaaaaaaaa', 'ababababababab', 'abcdefghijkl', '123456789012', 'azertyuiopqsdf', 'lkjhgfdsapoiuytrewq'])('calls %s easy, however long it is', (pattern) => {
    expect(strengthOf(pattern)).toBe('easy')
  })

  it('calls four different words very hard, and one word four times not', () => {
    expect(strengthOf('mur bleu cri sel six')).toBe('good')
    expect(strengthOf('bleu cri mur sol')).toBe('good')
    expect(strengthOf('bleu bleu bleu')).not.toBe('good')
  })

  it('calls what is long very hard', () => {
    expect(strengthOf('correcthorsebatterystaple')).toBe('good')
  })
})
