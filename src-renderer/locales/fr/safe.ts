export const safe = {}
