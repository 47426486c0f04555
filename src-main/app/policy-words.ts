import type { PolicyError } from './policy'
import { PROFILES } from './switches'

const ALLOWED = PROFILES.map((name) => `"${name}"`).join(' | ')

/** Why Parvis does not start, in both languages: which one the person reads is not known yet. */
export function policyErrorWords({ code, path, detail }: PolicyError): string {
  const [french, english] =
    code === 'policy-unreadable'
      ? [`Le système ne le laisse pas lire (${detail}).`, `The system does not let it be read (${detail}).`]
      : [`Ceci n’y est pas compris : ${detail}. Il peut contenir { "profile": ${ALLOWED}, "kioskPinHash": … }, et rien d’autre.`, `This in it is not understood: ${detail}. It may hold { "profile": ${ALLOWED}, "kioskPinHash": … }, and nothing else.`]
  return [
    `Parvis ne démarre pas : le fichier de réglages de l’administrateur ne peut pas être suivi. ${french}`,
    'Rien de ce qui est gardé sur cet ordinateur n’a changé. Prévenez votre administrateur : il corrige ce fichier, ou le supprime.',
    '',
    `Parvis does not start: the administrator’s policy file cannot be followed. ${english}`,
    'Nothing that is kept on this computer has changed. Tell your administrator, who corrects this file or removes it.',
    '',
    `${path}\n${code}`,
  ].join('\n')
}
