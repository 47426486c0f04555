import { defineStore } from 'pinia'
import { computed } from 'vue'

/** Stands in for the safe's store until it is built. */
export const useSafeStore = defineStore('safe', () => ({ isReadable: computed<boolean>(() => true) }))
