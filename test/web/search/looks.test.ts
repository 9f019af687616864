/** The search view for everybody: rules of accessibility, small screens, nothing that moves by itself. */
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { overflow, recordShifts, violations } from '../../helpers/looks.ts'

const service = serviceOfFile()
const REFUSED = /Failed to load resource/

const settled = (page: Page) => page.locator('.search-results[aria-busy=false]').waitFor()
const found = (page: Page) => page.getByRole('article').first().waitFor()

/** The states of the view: how each is called, its address, and what brings it about there. */
const STATES: [name: string, path: string, make?: (page: Page) => Promise<unknown>][] = [
  ['everything', '/'],
  ['results', '/?q=semiconduttori'],
  ['results that lack words, of a repaired query', '/?q=robotica+quantistca+sottomarini+latte'],
  ['filters and a period', '/?q=rete&lang=it&topic=connectivity&from=2023&to=2025&undated=include'],
  ['a translation switched off', '/?q=semiconduttori&without=x1&expand=none&sort=-date'],
  ['nothing', '/?q=zzzzqqqq'],
  ['nothing, with ways on', '/?q=robot+-macchine'],
  ['a problem', '/?q=chip&topic=nonsense'],
  [
    'a very long word',
    `/?q=${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3)}`,
  ],
  [
    'suggestions',
    '/',
    async (page) => {
      await page.getByRole('combobox').first().pressSequentially('semicond', { delay: 20 })
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  ],
  [
    'the menu of a search, settings, reasons and periods open',
    '/?q=semiconduttori',
    async (page) => {
      await found(page)
      for (const menu of ['.share', '.why', '.timeline-list', '.settings']) {
        // Where it is narrow the timeline is in the window of the filters.
        const summary = page.locator(`${menu} > summary`).first()
        if ((await summary.count()) > 0) await summary.click()
      }
    },
  ],
  [
    'kept searches and long filters',
    '/?q=rete',
    async (page) => {
      await found(page)
      await page.locator('.share > summary').click()
      await page.locator('.share-panel button[aria-pressed]').click()
      await page.locator('.share > summary').click()
      const button = page.locator('.controls > button')
      if ((await button.count()) > 0) await button.click()
      for (const more of await page.locator('.facet > .plain-button').all()) await more.click()
    },
  ],
  ['the list of keys', '/', (page) => page.keyboard.press('?')],
]

for (const language of ['en', 'it'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`No rule of accessibility is broken: ${language}, ${colorScheme}`, inBrowser, async (t) => {
      const { page, url } = await openPage(t, { service, language, colorScheme, expected: REFUSED })
      for (const [name, path, make] of STATES) {
        await page.goto(`${url}${path}`)
        await settled(page)
        await make?.(page)
        t.strictSame(await violations(page), [], name)
      }
    })
  }

  test(`At 320 pixels nothing has to be scrolled sideways: ${language}`, inBrowser, async (t) => {
    const viewport = { width: 320, height: 640 }
    const { page, url } = await openPage(t, { service, language, viewport, expected: REFUSED })
    for (const [name, path, make] of STATES) {
      await page.goto(`${url}${path}`)
      await settled(page)
      await make?.(page)
      t.strictSame(await overflow(page), [], name)
      t.strictSame(await violations(page), [], name)
    }
  })
}

test('Nothing moves by itself while a search is loaded', inBrowser, async (t) => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    const { page, url } = await openPage(t, { service, viewport, expected: REFUSED })
    const shifts = await recordShifts(page)
    for (const [name, path] of STATES) {
      await page.goto(`${url}${path}`)
      await settled(page)
      // What is measured is told a frame later.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
      )
      t.strictSame(await shifts(), [], `${name} at ${viewport.width}`)
    }
  }
})
