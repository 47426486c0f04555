/** Progress for the person at the terminal, always on standard error: standard output belongs to what was asked for. */
export function say(text) {
  process.stderr.write(`parvis: ${text}\n`)
}
