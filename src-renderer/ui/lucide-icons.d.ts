/** Each icon is imported by its own path: the package's index would pull in all of them. */
declare module '@lucide/vue/dist/esm/icons/*.mjs' {
  import type { LucideIcon } from '@lucide/vue'

  const icon: LucideIcon
  export default icon
}
