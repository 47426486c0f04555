import type { ListQuery } from '@shared/registration/registration-list'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'

/**
 * What of the list is wanted. It outlives the home page, so that who opens a registration and comes back finds the list
 * as it was; it is no part of the address, where what somebody searched for would be kept.
 */
export const useListStore = defineStore('list', () => {
  const wish = shallowRef<ListQuery>({ search: '', filter: 'all', sort: 'newest' })

  function change(next: Partial<ListQuery>): void {
    wish.value = { ...wish.value, ...next }
  }

  return { wish: shallowReadonly(wish), change }
})
