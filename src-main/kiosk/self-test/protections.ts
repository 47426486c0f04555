import type { Locale } from '@shared/registration/locale'

/** What one protection is found to be: it holds, it is open, or this system does not say. */
export type Finding = 'holds' | 'open' | 'unknown'

/** `app` is what Parvis does itself, `system` what the operating system has to be told (docs/kiosk.md). */
export type Layer = 'app' | 'system'

export interface Protection {
  readonly layer: Layer
  readonly name: ProtectionName
  readonly finding: Finding
}

export const PROTECTION_NAMES = [
  'whole-screen', 'no-menu', 'no-tools', 'in-memory', 'keys', 'forgets', 'staff-pin',
  'ordinary-user', 'own-session', 'policy-is-safe', 'profile-in-memory', 'no-swap', 'no-dumps', 'no-consoles', 'no-usb-storage', 'keyboard-filter',
] as const
export type ProtectionName = (typeof PROTECTION_NAMES)[number]

/** What holds, and what to do where it does not. */
export const PROTECTION_WORDS: Readonly<Record<Locale, Readonly<Record<ProtectionName, readonly [what: string, remedy: string]>>>> = {
  en: {
    'whole-screen': ['The window is the whole screen, without an edge, in front, and cannot be closed', 'Start Parvis with a window system that has a screen'],
    'no-menu': ['There is no menu, and none of its keys', 'Report this: it is a fault of Parvis'],
    'no-tools': ['The tools of the browser cannot be opened', 'Report this: it is a fault of Parvis'],
    'in-memory': ['The session of a visit is kept in memory only', 'Report this: it is a fault of Parvis'],
    keys: ['Keys that lead out of the page do not reach it', 'Report this: it is a fault of Parvis'],
    forgets: ['What was typed in a visit is in no file afterwards', 'Report this: it is a fault of Parvis'],
    'staff-pin': ['Staff can close Parvis by a PIN', 'npm run kiosk-pin, and put its line into the policy file'],
    'ordinary-user': ['Parvis runs as a user without rights of administration', 'Make an account for the kiosk, in no group of administrators'],
    'own-session': ['The session runs Parvis and nothing else', 'Linux: parvis-kiosk.service; Windows: assigned-access.xml'],
    'policy-is-safe': ['The policy file is there, and this user cannot change it', 'It belongs to the administrator, and nobody else may write it or its folder'],
    'profile-in-memory': ['The folder of the profile is in memory', 'Linux: RuntimeDirectory as in parvis-kiosk.service; Windows: a disk in memory, or a write filter'],
    'no-swap': ['Memory is not written to the disk', 'Linux: swapoff, or swap under a key of its own; Windows: clear the page file at shutdown'],
    'no-dumps': ['A crash leaves no image of memory on the disk', 'Linux: LimitCORE=0; Windows: no dumps (kiosk-hardening.ps1)'],
    'no-consoles': ['Other consoles cannot be reached by keys', 'Linux: logind-kiosk.conf'],
    'no-usb-storage': ['Storage that is plugged in is not taken', 'Linux: modprobe-kiosk.conf; Windows: kiosk-hardening.ps1'],
    'keyboard-filter': ['Keys of the system (Ctrl+Alt+Del, Windows, Alt+Tab) are filtered', 'Windows: keyboard-filter.ps1'],
  },
  fr: {
    'whole-screen': ['La fenêtre occupe tout l’écran, sans bord, au premier plan, et ne peut pas être fermée', 'Lancez Parvis dans un système de fenêtres qui a un écran'],
    'no-menu': ['Il n’y a ni menu, ni raccourcis de menu', 'Signalez-le : c’est un défaut de Parvis'],
    'no-tools': ['Les outils du navigateur ne peuvent pas être ouverts', 'Signalez-le : c’est un défaut de Parvis'],
    'in-memory': ['La session d’une visite n’est gardée qu’en mémoire', 'Signalez-le : c’est un défaut de Parvis'],
    keys: ['Les touches qui mènent hors de la page ne lui parviennent pas', 'Signalez-le : c’est un défaut de Parvis'],
    forgets: ['Ce qui a été saisi dans une visite n’est ensuite dans aucun fichier', 'Signalez-le : c’est un défaut de Parvis'],
    'staff-pin': ['Le personnel peut fermer Parvis par un code PIN', 'npm run kiosk-pin, puis mettez sa ligne dans le fichier de réglages'],
    'ordinary-user': ['Parvis s’exécute sous un utilisateur sans droits d’administration', 'Créez un compte pour la borne, dans aucun groupe d’administrateurs'],
    'own-session': ['La session n’exécute que Parvis', 'Linux : parvis-kiosk.service ; Windows : assigned-access.xml'],
    'policy-is-safe': ['Le fichier de réglages existe, et cet utilisateur ne peut pas le modifier', 'Il appartient à l’administrateur, et personne d’autre n’écrit ni lui ni son dossier'],
    'profile-in-memory': ['Le dossier du profil est en mémoire', 'Linux : RuntimeDirectory, comme dans parvis-kiosk.service ; Windows : un disque en mémoire, ou un filtre d’écriture'],
    'no-swap': ['La mémoire n’est pas écrite sur le disque', 'Linux : swapoff, ou un swap sous sa propre clé ; Windows : videz le fichier d’échange à l’arrêt'],
    'no-dumps': ['Un arrêt brutal ne laisse pas d’image de la mémoire sur le disque', 'Linux : LimitCORE=0 ; Windows : aucun vidage (kiosk-hardening.ps1)'],
    'no-consoles': ['Aucune touche ne mène à une autre console', 'Linux : logind-kiosk.conf'],
    'no-usb-storage': ['Un support branché n’est pas lu', 'Linux : modprobe-kiosk.conf ; Windows : kiosk-hardening.ps1'],
    'keyboard-filter': ['Les touches du système (Ctrl+Alt+Suppr, Windows, Alt+Tab) sont filtrées', 'Windows : keyboard-filter.ps1'],
  },
}

const SIGNS: Readonly<Record<Locale, Readonly<Record<Finding, string>>>> = {
  en: { holds: 'holds  ', open: 'OPEN   ', unknown: 'unknown' },
  fr: { holds: 'tient  ', open: 'OUVERT ', unknown: 'inconnu' },
}
const LAYERS: Readonly<Record<Locale, Readonly<Record<Layer, string>>>> = {
  en: { app: 'What Parvis does itself', system: 'What the operating system has to be told (docs/kiosk.md)' },
  fr: { app: 'Ce que Parvis fait lui-même', system: 'Ce qu’il faut régler dans le système (docs/kiosk.md)' },
}

/** The report, line by line; what does not hold is followed by what to do. */
export function writeReport(protections: readonly Protection[], language: Locale): string {
  const lines = (['app', 'system'] as const).flatMap((layer) => [
    `\n${LAYERS[language][layer]}`,
    ...protections.filter((one) => one.layer === layer).flatMap(({ name, finding }) => {
      const [what, remedy] = PROTECTION_WORDS[language][name]
      return [`  ${SIGNS[language][finding]}  ${what}`, ...(finding === 'holds' ? [] : [`           → ${remedy}`])]
    }),
  ])
  return `${lines.join('\n')}\n`
}

/** 0 when everything holds, 1 when something is open, 2 when all that could be told holds but something could not. */
export function exitCodeOf(protections: readonly Protection[]): number {
  const findings = protections.map(({ finding }) => finding)
  if (findings.includes('open')) return 1
  return findings.includes('unknown') ? 2 : 0
}
