const MEBIBYTE = 1024 * 1024

/** Of a file as it lies on the disk. */
export const LARGEST_FILE_BYTES = 25 * MEBIBYTE
/** Of what a workbook unpacks to. */
export const LARGEST_UNPACKED_BYTES = 200 * MEBIBYTE
export const MOST_ROWS = 200_000
/** Columns behind these are not looked at: no list of people is that wide, and sheets that were formatted to their edge are. */
export const MOST_COLUMNS = 200
/** What the worker may use, young generation included. More means that the file is too large, and takes nothing else down. */
export const WORKER_OLD_GENERATION_MIB = 960
export const WORKER_YOUNG_GENERATION_MIB = 64
