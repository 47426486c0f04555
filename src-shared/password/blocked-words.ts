/** What guessers try first, and what everybody knows of this service; lower case, letters and digits only. */
const BLOCKED_WORDS = [
  'password', 'passwort', 'motdepasse', 'azerty', 'qwertz', 'qwerty', 'uiop', 'asdf', 'qsdf', 'wxcvbn', 'zxcvbn',
  'choruspro', 'chorus', 'parvis', 'siret', 'siren', 'facture', 'france', 'admin', 'administrateur', 'bonjour',
  'soleil', 'doudou', 'loulou', 'chouchou', 'jetaime', 'iloveyou', 'welcome', 'bienvenue', 'letmein', 'secret',
  'monkey', 'dragon', 'football', 'marseille', 'sunshine', 'princess', 'princesse', 'changeme',
  '01234', '12345', '23456', '34567', '45678', '56789', '67890', '98765', '87654', '76543', '65432', '54321', 'abcdef',
]

/** The common disguises of letters. */
const DISGUISES: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '€': 'e', '0': 'o', $: 's', '5': 's', '!': 'i', '1': 'i' }

/**
 * Whether a password is little more than blocked words, runs of one character and years: what is left without them
 * is shorter than half of the length that is asked for.
 */
export function coversBlockedWords(password: string, minimumLength: number): boolean {
  const plain = password.toLowerCase()
  const undisguised = plain.replace(/[@43€0$5!1]/gu, (sign) => DISGUISES[sign] ?? sign)
  return Math.min(leftOver(plain), leftOver(undisguised)) < minimumLength / 2
}

function leftOver(text: string): number {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  const withoutWords = BLOCKED_WORDS.reduce((rest, word) => rest.replaceAll(word, ' '), letters)
  const distinct = withoutWords.replace(/(?:19|20)\d\d/g, ' ').replace(/(.)\1{2,}/gu, '$1').replaceAll(' ', '')
  const signs = new Set(text.replace(/[\p{L}\p{N}]/gu, ''))
  return [...distinct].length + signs.size
}
