import type { AppDescription, ServiceDescription } from '@shared/ipc/descriptions'
import type { Words } from '../locales/use-words'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** What somebody who helps from afar asks for first. Nothing of the person and no address is in it. */
export function versionFacts({ version, runtime, profile, isProfileLocked, ownPracticeService }: AppDescription, service: ServiceDescription, t: Words['t']): readonly Fact[] {
  const state = service.state === 'ready' ? `${service.version}, ${t(`app.environment.${service.environment}`)}` : t(`app.environment.${service.state}`)
  const name = t(`helpdesk.profile.${profile}`)
  return [
    { label: 'Parvis', value: version },
    { label: 'Electron', value: runtime.electron },
    { label: 'Chromium', value: runtime.chromium },
    { label: 'Node', value: runtime.node },
    { label: t('desk.about.system'), value: runtime.system },
    { label: t('helpdesk.profile.label'), value: isProfileLocked ? t('helpdesk.profile.locked', { profile: name }) : name },
    { label: t('desk.about.service'), value: state },
    { label: t('desk.about.address'), value: t(ownPracticeService ? 'desk.about.ownAddress' : 'desk.about.givenAddress') },
  ]
}

/** The same as lines of text, for a mail or a ticket. */
export function writeFacts(facts: readonly Fact[], t: Words['t']): string {
  return facts.map(({ label, value }) => `${t('ui.labelled', { label })} ${value}`).join('\n')
}
