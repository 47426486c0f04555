/** Whether text is made of the ten ASCII digits only; true of an empty text. */
export function isDigits(text: string): boolean {
  return firstNonDigit(text) === -1
}

/** Index of the first character that is not an ASCII digit, or -1. */
export function firstNonDigit(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return at
  }
  return -1
}

/** The whole character at an index, a surrogate pair kept together, to be shown to a person. */
export function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index)
  if (codePoint === undefined) return ''
  const isHalfOfPair = codePoint >= 0xd800 && codePoint <= 0xdfff
  return isHalfOfPair ? '\ufffd' : String.fromCodePoint(codePoint)
}

/** Luhn's rule over the first `length` digits of a text that holds at least as many. */
export function passesLuhn(digits: string, length: number = digits.length): boolean {
  let sum = 0
  let isDoubled = false
  for (let at = length - 1; at >= 0; at--) {
    const digit = digits.charCodeAt(at) - 0x30
    if (!isDoubled) sum += digit
    else sum += digit < 5 ? digit * 2 : digit * 2 - 9
    isDoubled = !isDoubled
  }
  return sum % 10 === 0
}

export function sumOfDigits(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += digits.charCodeAt(at) - 0x30
  return sum
}
