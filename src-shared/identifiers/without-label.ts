const NUMBER = '(?:N|NO|NUM|NUM[EéÉ]RO)?(?:DE)?'

const LABELS: Readonly<Record<'SIRET' | 'UE_HORS_FRANCE' | 'RIDET' | 'TAHITI', RegExp>> = {
  SIRET: new RegExp(`^${NUMBER}(?:SIRET|SIREN)(?:NUMBER|NO?)?`),
  // "N" of "VAT no" only before a whole prefix: in VAT NL004495445B01 it belongs to the number.
  UE_HORS_FRANCE: new RegExp(`^${NUMBER}(?:TVA|VAT)(?:INTRACOMMUNAUTAIRE|NUMBER|NO?(?=[A-Z]{2}))?`),
  RIDET: new RegExp(`^${NUMBER}RIDET(?:NUMBER|NO?)?`),
  TAHITI: new RegExp(`^${NUMBER}TAHITI(?:NUMBER)?`),
}

/** A compact text without the label that was pasted with it: "SIRET : …", "N° RIDET …", "VAT no …". */
export function withoutLabel(type: keyof typeof LABELS, compact: string): string {
  return compact.replace(LABELS[type], '')
}
