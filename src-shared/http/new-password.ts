/** Longest password that travels. Far above what people choose, far below what would make hashing a burden. */
export const NEW_PASSWORD_LIMIT = 1024
