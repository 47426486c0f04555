import type { Page } from '@playwright/test'
import type { Locale } from '@shared/registration/locale'

/** Headings, landmarks, title and language of the page as it stands (WCAG 1.3.1, 2.4.2, 2.4.6, 3.1.1; RGAA 8, 9 and 12). */
export function outlineFindings(page: Page, language: Locale): Promise<readonly string[]> {
  return page.evaluate((expected) => {
    const found: string[] = []
    const isThere = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(isThere)
    const nameOf = (element: Element): string =>
      element.getAttribute('aria-label') ?? (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ')

    const headings = all('h1, h2, h3, h4, h5, h6').map((element) => ({ level: Number(element.tagName[1]), text: element.textContent.trim() }))
    const tops = headings.filter(({ level }) => level === 1)
    if (tops.length !== 1) found.push(`${tops.length} headings of the first level`)
    headings.forEach(({ level, text }, index) => {
      const before = index === 0 ? 0 : (headings[index - 1]?.level ?? 0)
      if (level > before + 1) found.push(`h${level} “${text}” comes after ${before === 0 ? 'nothing' : `h${before}`}`)
      if (text === '') found.push(`an h${level} without words`)
    })

    for (const [what, selector] of [['banner', 'body > div > header, [role=banner]'], ['main', 'main'], ['contentinfo', 'body > div > footer, [role=contentinfo]']] as const) {
      const count = all(selector).length || all(what === 'main' ? 'main' : what === 'banner' ? 'header' : 'footer').length
      if (count !== 1) found.push(`${count} landmarks “${what}”`)
    }
    const regions = all('nav, search, [role=search], section[aria-label], section[aria-labelledby], [role=region]').map((element) => `${element.tagName} ${nameOf(element)}`)
    for (const twice of new Set(regions.filter((name, index) => regions.indexOf(name) !== index))) found.push(`two landmarks of one name: ${twice}`)

    const title = /^(.+) · Parvis$/.exec(document.title)?.[1]
    if (title === undefined) found.push(`the title “${document.title}” does not name the screen`)
    if (document.documentElement.lang !== expected) found.push(`lang is ${document.documentElement.lang}`)
    return found
  }, language)
}
