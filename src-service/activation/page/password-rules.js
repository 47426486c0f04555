/* The rule of src-shared/password, for a page that carries no modules; a test holds the two together. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- activate.js, which is served after it, is the caller.
function passwordMarks(candidate) {
  const password = candidate.normalize('NFC')
  const classes = {
    upper: /[\p{Lu}\p{Lt}]/u.test(password),
    lower: /\p{Ll}/u.test(password),
    digit: /\p{Nd}/u.test(password),
    special: /[^\p{Lu}\p{Lt}\p{Ll}\p{Nd}]/u.test(password),
  }
  const length = [...password].length
  return { ...classes, length: length >= 12 && length <= 128, classes: Object.values(classes).filter(Boolean).length >= 3 }
}
