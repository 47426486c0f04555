import { join } from 'node:path'

/** Where the kept pictures lie. */
export const PICTURE_PATH = join(import.meta.dirname, '../../docs/pictures/gallery/{arg}{ext}')
