import { type AddressInProgress, type DraftContent, emptyContent, type StructureInProgress } from '@shared/registration/draft'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { createOneOwner } from './one-owner'

/** The further structure that somebody is asking for, as it is typed. In memory only; it outlives a session that ends meanwhile. */
export const useFurtherStructureStore = defineStore('further-structure', () => {
  const content = shallowRef<DraftContent>(emptyContent('fr'))
  const { admit } = createOneOwner(leave)

  function change(part: Pick<DraftContent, 'lookUp'>): void {
    content.value = { ...content.value, ...part }
  }

  function changeStructure(part: Partial<StructureInProgress>): void {
    content.value = { ...content.value, structure: { ...content.value.structure, ...part } }
  }

  function changeAddress(part: Partial<AddressInProgress>): void {
    changeStructure({ address: { ...content.value.structure.address, ...part } })
  }

  function leave(): void {
    content.value = emptyContent('fr')
  }

  return { content: shallowReadonly(content), admit, change, changeStructure, changeAddress, leave }
})
