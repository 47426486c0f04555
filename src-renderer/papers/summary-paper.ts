import type { FollowedRegistration } from '@shared/http/registrations'
import type { Paper, PaperPart } from '@shared/ipc/papers'
import type { Draft } from '@shared/registration/draft'
import { nextActorOf, type RegistrationState } from '@shared/registration/progress'
import type { Words } from '../locales/use-words'
import { sentFacts } from '../progress/sent-facts'
import { stationsOf } from '../progress/stations-of'
import { writeTime } from '../progress/write-time'
import { paperEnd } from './paper-end'

export interface Summarised {
  readonly draft: Draft
  readonly reference: string
  readonly state: RegistrationState
  readonly connectionEmail: string
  /** Absent where the service could not be asked: then the way is not on the paper, and the state is the last known one. */
  readonly followed: FollowedRegistration | undefined
}

/** The summary of a registration as a sheet to be kept: who acts next, how far it has come, what was sent. */
export function summaryPaper({ draft, reference, state, connectionEmail, followed }: Summarised, { t, language }: Words, isPractice: boolean, now = new Date()): Paper {
  const end = paperEnd({ t, language }, isPractice, now)
  const facts = sentFacts(draft, connectionEmail, language.value).map(({ key, text }) => ({ name: t(key), text }))
  return {
    language: language.value,
    title: t('progress.title'),
    stub: { name: t('progress.reference'), text: reference },
    notes: [...end.notes, ...(followed ? [] : [t('papers.lastKnown')])],
    parts: [standing(), ...way(), { kind: 'facts', heading: t('progress.details.heading'), facts }],
    footer: end.footer,
  }

  function standing(): PaperPart {
    return {
      kind: 'facts',
      heading: t(`progress.state.${state}.heading`),
      facts: [
        { name: t('tables.columns.state'), text: t(`home.states.${state}`) },
        { name: t('progress.next.label'), text: t(`progress.next.${nextActorOf(state)}`) },
        { name: t('papers.means'), text: t(`progress.state.${state}.body`, { email: connectionEmail }) },
      ],
    }
  }

  function way(): PaperPart[] {
    if (!followed) return []
    const steps = stationsOf(followed).map(({ name, state: reached, at }) => ({
      name: t(`progress.timeline.${name}`),
      state: t(`progress.timeline.stateOf.${reached}`),
      isBehind: reached === 'done',
      ...(at !== undefined && { at: writeTime(at, language.value) }),
    }))
    return [{ kind: 'steps', heading: t('progress.timeline.heading'), steps }]
  }
}
