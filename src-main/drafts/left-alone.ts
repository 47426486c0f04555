import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import type { FileFacts } from '../platform/file-system'

/**
 * A draft that stays where it is, unopened, and what its file was like. `newer`: of a newer Parvis; `foreign`: under a key
 * that is not at hand; `refused`: the disk did not give it, so that nothing is known of it.
 */
export interface LeftAlone {
  readonly id: DraftId
  readonly is: 'newer' | 'foreign' | 'refused'
  readonly facts: FileFacts
  /** Of a foreign one: which key it waits for. */
  readonly keyId?: string | undefined
}

/** What a refused reading makes of a draft. `undefined` where it is gone or was set aside: then nothing is there to be left alone. */
export function toLeftAlone(id: DraftId, thrown: unknown, facts: FileFacts | undefined, keyId: string | undefined): LeftAlone | undefined {
  const about = { id, facts: facts ?? { size: 0, mtimeMs: 0 } }
  switch (AppError.from(thrown).code) {
    case 'draft-from-newer-version': return { ...about, is: 'newer' }
    case 'safe-locked': return { ...about, is: 'foreign', keyId }
    case 'disk-refused':
    case 'disk-full': return { ...about, is: 'refused' }
    case 'draft-not-found':
    case 'draft-unreadable': return undefined
    default: throw thrown
  }
}

/** Whether the key that it waits for is there. Where nobody knows which that is, looking tells. */
export function mayHaveComeBack({ is, keyId }: LeftAlone, hasKey: (keyId: string) => boolean): boolean {
  return is === 'foreign' && (keyId === undefined || hasKey(keyId))
}
