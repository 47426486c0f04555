/** `npm run build`: builds what has changed into `out`. */
import { orSayWhy, setUp } from './setup.mjs'

await orSayWhy(() => setUp({ runtime: false }))
