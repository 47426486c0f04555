/** The box of every control that holds a value; an error is drawn by a thicker edge too. */
export const CONTROL_LOOK =
  'min-h-11 w-full rounded-control border border-edge bg-sheet px-3 py-2 text-ink placeholder:text-ink-soft ' +
  'hover:border-ink [&[readonly]]:border-line [&[readonly]]:bg-sunken [&[readonly]]:text-ink-soft ' +
  'aria-invalid:border-2 aria-invalid:border-error aria-invalid:px-[calc(0.75rem-1px)]'
