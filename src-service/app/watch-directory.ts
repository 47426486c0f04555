import type { Directory } from '../directory/directory'
import type { Watch } from '../metrics/watch'

/** The same directory, with its look-ups counted. */
export function watchDirectory(directory: Directory, watch: Watch): Directory {
  return {
    ...directory,
    async find(siret) {
      try {
        const found = await directory.find(siret)
        watch.directoryAsked(found ? 'found' : 'unknown')
        return found
      } catch (failure) {
        watch.directoryAsked('unavailable')
        throw failure
      }
    },
  }
}
