import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const icons = join(createRequire(join(root, 'package.json')).resolve('@lucide/vue'), '../../esm/icons')

it('imports only icons that exist: their declaration cannot tell', () => {
  const imported = readdirSync(join(root, 'src-renderer'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.vue') || file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(root, 'src-renderer', file), 'utf8').matchAll(/@lucide\/vue\/dist\/esm\/icons\/([\w-]+\.mjs)/g)].map(([, icon]) => ({ file, icon: icon ?? '' })))
  expect(imported.length).toBeGreaterThan(10)
  expect(imported.filter(({ icon }) => !existsSync(join(icons, icon)))).toEqual([])
})
