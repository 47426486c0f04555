/** A link to a room, in a row of them: the one where one is has a warm edge. */
export const TAB_LOOK = 'inline-flex min-h-9 items-center gap-2 border-b-3 border-transparent px-0.5 sm:min-h-11 text-[0.9375rem] hover:border-edge aria-[current=page]:border-accent aria-[current=page]:font-semibold'
