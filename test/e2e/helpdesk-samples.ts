import type { RegistrationStory, StructureRequest, SupportAttachmentRequest } from '@shared/http/support'
import type { SupportFigures } from '@shared/http/support-figures'
import type { Ticket } from '@shared/http/tickets'
import { REGISTRATION_STATES, type RegistrationState } from '@shared/registration/progress'
import { minutesBefore } from './sample-people'
import type { ScriptedAnswers } from './support/scripted-main'

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const ANN = { firstName: 'Ann', lastName: 'Lee', connectionEmail: 'ann.lee@example.org' }
const NANTES = { line1: '2 RUE DE L HOTEL DE VILLE', postalCode: '44000', city: 'NANTES', country: 'FR' }
const LONG = 'Syndicat mixte intercommunal d’aménagement hydraulique et de restauration des rivières du bassin de la Haute-Vallée-de-l’Exemple-sur-Loire'

export const AGENT_SIGNED_IN: ScriptedAnswers = { 'session:describe': { value: { is: 'signed-in', role: 'agent', connectionEmail: 'agent@practice.example' } } }

export function structureRequest(index = 1, change: Partial<StructureRequest> = {}): StructureRequest {
  return {
    id: idOf(index), reference: 'PV-7K2M-9QDX', applicant: ANN, askedAt: minutesBefore(4320 - index * 60),
    structure: { identifierType: 'SIRET', identifier: '21440109300015', name: 'Mairie de Nantes', address: { ...NANTES, line1: '2 rue de l’Hôtel-de-Ville' } },
    directory: { is: 'found', name: 'COMMUNE DE NANTES', address: NANTES, sector: 'public', closed: false, diffusible: true },
    ...change,
  }
}

export const LONG_REQUEST = structureRequest(2, {
  applicant: { firstName: 'Anne-Charlotte-Élisabeth', lastName: 'de Montmorency-Beauharnais-Villefranche', connectionEmail: 'anne-charlotte-elisabeth.de-montmorency-beauharnais@syndicat-hydraulique.example.org' },
  structure: { identifierType: 'SIRET', identifier: '21350238800019', name: LONG, label: 'Service des marchés', address: { ...NANTES, line1: 'Zone d’activités économiques des Trois-Moulins-de-la-Basse-Vallée', line2: 'Bâtiment C, 3e étage' } },
})

export const MANY_REQUESTS = Array.from({ length: 40 }, (_, index) => structureRequest(index, { structure: { identifierType: 'SIRET', identifier: '21440109300015', name: `Commune numéro ${index + 1}` } }))

export function attachmentRequest(index = 1): SupportAttachmentRequest {
  return { id: idOf(100 + index), reference: 'PV-4H8T-21XN', applicant: ANN, askedAt: minutesBefore(11_000), structure: { identifierType: 'SIRET', identifier: '31723624800017', name: 'EMMAÜS SOLIDARITÉ' } }
}

export function ticketOf(index = 1, change: Partial<Ticket> = {}): Ticket {
  return {
    id: idOf(200 + index), reference: 'TK-8M3P-Q2RD', state: 'open', situation: 'connection-problem', email: 'zoe.beranger@example.org', subject: 'Je n’ai pas reçu le courriel',
    description: 'Bonjour,\n\nJ’ai créé mon compte hier et je n’ai toujours rien reçu, même dans les indésirables.\n\nMerci', registrationReference: 'PV-7K2M-9QDX', locale: 'fr', createdAt: minutesBefore(300), answers: [], ...change,
  }
}

export const STRUCTURE_TICKET = ticketOf(2, {
  situation: 'public-structure', subject: LONG.slice(0, 120), locale: 'en',
  publicStructure: { legalStatus: 'Syndicat mixte', siret: '21350238800019', name: LONG, address: { line1: '1 place de la Mairie', line2: '', line3: '', postalCode: '35000', city: 'Rennes', country: 'FR' } },
})

export const ANSWERED_TICKET = ticketOf(3, { state: 'answered', answers: [{ at: minutesBefore(60), text: 'Bonjour,\n\nL’adresse contenait une faute de frappe. Un nouveau lien vient de partir.' }] })

export function storyOf(state: RegistrationState = 'activation-sent', change: Partial<RegistrationStory> = {}): RegistrationStory {
  return {
    id: idOf(300), reference: 'PV-7K2M-9QDX', state, applicant: { ...ANN, contactEmail: 'accounts@example.org' },
    structure: { identifierType: 'SIRET', identifier: '21440109300015', name: 'COMMUNE DE NANTES', address: NANTES },
    createdAt: minutesBefore(5000), conditions: { version: '1', acceptedAt: minutesBefore(5010) },
    timeline: [
      { at: minutesBefore(5000), event: 'requested' }, { at: minutesBefore(4999), event: 'awaiting-support' }, { at: minutesBefore(240), event: 'approved' },
      { at: minutesBefore(236), event: 'activation-sent' }, { at: minutesBefore(180), event: 'activation-expired' }, { at: minutesBefore(12), event: 'activation-sent' },
    ],
    mails: [
      { kind: 'registration-summary', state: 'sent', queuedAt: minutesBefore(5000), sentAt: minutesBefore(4998) },
      { kind: 'structure-accepted', state: 'sent', queuedAt: minutesBefore(240), sentAt: minutesBefore(239) },
      { kind: 'activation', state: 'bounced', queuedAt: minutesBefore(238), failure: '550 5.1.1 no such user' },
      { kind: 'activation', state: 'queued', queuedAt: minutesBefore(14), failure: '451 4.7.1 try again later' },
    ],
    links: [{ createdAt: minutesBefore(238), expiresAt: minutesBefore(180), state: 'expired' }, { createdAt: minutesBefore(14), expiresAt: minutesBefore(-46), state: 'live' }],
    ...change,
  }
}

/** Numbers like those of a busy spring, without chance. */
export function figuresOf(busy = true): SupportFigures {
  const byDay = Array.from({ length: 30 }, (_, index) => {
    const isWeekend = index % 7 >= 5
    const requested = busy ? (isWeekend ? 9 : 60 + ((index * 17) % 34)) : 0
    return {
      day: new Date(Date.UTC(2026, 1, 13 + index)).toISOString().slice(0, 10), requested, activated: Math.round(requested * 0.86),
      mailsSent: requested * 3, mailsBounced: busy ? (index * 5) % 4 : 0, mailsFailed: busy && index % 9 === 0 ? 2 : 0,
    }
  })
  const counts = [3, 62, 11, 41, 22, 1626, 9, 6, 14]
  const steps = [[15, 34], [60, 27], [240, 12], [1440, 9], [10_080, 11], [undefined, 7]] as const
  return {
    at: minutesBefore(1), byDay,
    byState: REGISTRATION_STATES.map((state, index) => ({ state, count: busy ? (counts[index] ?? 0) : 0 })),
    activation: { count: busy ? 1204 : 0, ...(busy && { medianMinutes: 38 }), steps: steps.map(([upToMinutes, share]) => ({ ...(upToMinutes !== undefined && { upToMinutes }), count: busy ? share * 12 : 0 })) },
  }
}
