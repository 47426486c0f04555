/** `npm run kiosk-pin`: asks for a PIN and writes the line of a policy file that has it, as its hash alone. */
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'

const FEWEST = 6
/** Argon2id, and a cost that a machine for the public pays in half a second. */
const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

const question = createInterface({ input: stdin, output: stdout })
const pin = (await question.question(`PIN of the staff, ${FEWEST} characters or more: `)).normalize('NFC').trim()
question.close()
if ([...pin].length < FEWEST) {
  stdout.write(`A PIN of fewer than ${FEWEST} characters is found by trying.\n`)
  process.exitCode = 1
} else {
  const { hash } = await import('@node-rs/argon2')
  stdout.write(`{ "profile": "kiosk", "kioskPinHash": ${JSON.stringify(await hash(pin, COST))} }\n`)
}
