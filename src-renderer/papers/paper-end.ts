import type { Paper } from '@shared/ipc/papers'
import type { Words } from '../locales/use-words'
import { writeTime } from '../progress/write-time'

/** What every paper says: where it is not Chorus Pro's, and when it was made. */
export function paperEnd({ t, language }: Pick<Words, 't' | 'language'>, isPractice: boolean, now: Date): Pick<Paper, 'notes' | 'footer'> {
  return { notes: isPractice ? [t('papers.practice')] : [], footer: t('papers.footer', { at: writeTime(now.toISOString(), language.value) }) }
}
