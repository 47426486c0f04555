import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, settle } from '../../../tools/test-runners.mjs'

const vitest = (over) => ({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [], ...over })
const playwright = (over, errors = []) => ({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...over }, errors })

describe('the totals of npm test', () => {
  it('adds what vitest left out to the skipped', () => {
    expect(settle(0, vitest(), countVitest)).toEqual({ passed: 3, failed: 0, skipped: 2 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }, { status: 'failed', assertionResults: [{ status: 'failed' }] }]
    expect(settle(1, vitest({ numFailedTests: 1, testResults }), countVitest).failed).toBe(2)
  })

  it('counts flaky end-to-end tests and errors outside of tests as failures', () => {
    expect(settle(1, playwright({ unexpected: 1, flaky: 1 }, [{}]), countPlaywright)).toEqual({ passed: 2, failed: 3, skipped: 0 })
  })

  it.each([
    ['no report', 0, undefined],
    ['no test', 0, playwright({ expected: 0, skipped: 4 })],
    ['a bad end after good tests', 1, playwright()],
  ])('fails a runner with %s', (_, code, report) => {
    expect(settle(code, report, countPlaywright)).toMatchObject({ failed: 1 })
    expect(settle(code, report, countPlaywright).note).toBeTruthy()
  })
})
