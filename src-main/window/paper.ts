/** The colours of an empty page, so that a window that is still loading does not flash. */
export const PAPER = { light: '#f8f4ec', dark: '#12181f' }
