import { inject, type InjectionKey } from 'vue'

/** Provided where whoever stands before the screen is not its owner: then no field offers what somebody else has typed. */
export const OFFERS_NOTHING: InjectionKey<boolean> = Symbol('fields offer nothing')

/** What a field says to the browser about filling it in: its purpose, but for where nothing may be offered. */
export function useAutocomplete(): (purpose: string) => string {
  const offersNothing = inject(OFFERS_NOTHING, false)
  return (purpose) => (offersNothing ? 'off' : purpose)
}
