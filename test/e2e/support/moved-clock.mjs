/** Loaded into a service before its own code: its clock is ahead by the milliseconds that stand in a file. */
import { readFileSync } from 'node:fs'

const RealDate = Date
const file = process.env['PARVIS_TEST_CLOCK']
let offsetMs = 0

function read() {
  offsetMs = Number(readFileSync(file, 'utf8'))
}

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + offsetMs] : parts))
  }

  static now() {
    return RealDate.now() + offsetMs
  }
}
read()
setInterval(read, 25).unref()
