import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltServer, buildServer, type ServerRun } from '../../support/service/built-server'

const ROOT = join(import.meta.dirname, '../../..')
const PROGRAMS = join(ROOT, 'test/fixtures/openapi-client')
const ADDRESS = 'generated.client@example.org'

let server: BuiltServer
let service: ServerRun
let url: string
let folder: string

/** A command that a developer of a client types, in the client's folder. */
function run(...[script = '', ...args]: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' })
}

const fromPackage = (path: string): string => join(ROOT, 'node_modules', path)
const outcomeOf = ({ status, stdout, stderr }: SpawnSyncReturns<string>): string => `${status} ${stdout}${stderr}`.trim()

/** The client beside the types that were generated for it, checked as strictly as Parvis itself. */
function layOutClient(): void {
  mkdirSync(folder)
  for (const program of ['complete-registration.ts', 'mistakes.ts']) copyFileSync(join(PROGRAMS, program), join(folder, program))
  const compilerOptions = { lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'], noEmit: false, incremental: false, outDir: 'built', paths: {} }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(ROOT, 'tsconfig.base.json'), compilerOptions, include: ['*.ts'] }))
}

/** Every `any`, cast, `!` and silenced line: with one of them, anything compiles. */
function waysAroundTypes(source: string): string[] {
  const found: string[] = source.match(/@ts-\w+|eslint-disable/gu) ?? []
  const around = [ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.AsExpression, ts.SyntaxKind.TypeAssertionExpression, ts.SyntaxKind.NonNullExpression]
  const visit = (node: ts.Node): void => {
    if (around.includes(node.kind)) found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  const file = ts.createSourceFile('client.ts', source, ts.ScriptTarget.ES2023, true)
  visit(file)
  return found
}

beforeAll(async () => {
  server = await buildServer()
  service = server.run({ CAPTCHA: 'fixed:AAAA' })
  url = await service.address()
  folder = join(server.folder, 'client')
  layOutClient()
}, 120_000)

afterAll(async () => {
  service.child.kill('SIGTERM')
  await service.end()
  server.remove()
})

describe('a client made from /v1/openapi.json', () => {
  it('starts from a document that a public validator finds nothing wrong with', async () => {
    const source = await (await fetch(`${url}/v1/openapi.json`)).text()
    const config = await createConfig({ extends: ['recommended-strict'] })
    const problems = await lintFromString({ source, absoluteRef: join(folder, 'openapi.json'), config })
    expect(problems.map(({ ruleId, message, location: [place] }) => `${ruleId} ${place?.pointer ?? ''}: ${message}`)).toEqual([])

    // It does find what is wrong.
    const broken = await lintFromString({ source: source.replace('"operationId":"register"', '"operationId":"activate"'), absoluteRef: join(folder, 'openapi.json'), config })
    expect(broken.map(({ ruleId }) => ruleId)).toContain('operation-operationId-unique')
  })

  it('is generated, compiles strictly without a cast, and the types refuse what the service refuses', () => {
    const generation = run(fromPackage('openapi-typescript/bin/cli.js'), `${url}/v1/openapi.json`, '--output', 'service.ts')
    expect([generation.status, outcomeOf(generation)]).toEqual([0, expect.stringContaining('service.ts')])
    expect(waysAroundTypes(readFileSync(join(folder, 'complete-registration.ts'), 'utf8'))).toEqual([])
    expect(waysAroundTypes('// @ts-ignore\nconst a = b as any; c!; <D>e')).toHaveLength(5)
    expect(outcomeOf(run(fromPackage('typescript/bin/tsc')))).toBe('0')
  })

  it('completes a registration: captcha, registration, mail, inspection, activation, session', () => {
    const completed = run(join('built', 'complete-registration.js'), url, 'aaaa', ADDRESS)
    expect([completed.status, completed.stderr]).toEqual([0, ''])
    expect(JSON.parse(completed.stdout)).toEqual({
      health: 'ok',
      structure: 'DANONE',
      answers: ['requested', true],
      states: ['activation-sent', 'applicant', 'active', 'active', 'nobody'],
      events: ['requested', 'activation-sent', 'active'],
      hasTimeLeft: true,
      link: ['live', 'activation', 'DANONE'],
      refusals: ['idempotency-key-reused', 'access-denied', 'password-weak', 'activation-already-used'],
      weakFields: expect.arrayContaining(['/password']) as unknown,
      account: ['account', ADDRESS],
      signedOut: 204,
    })
  })
})
