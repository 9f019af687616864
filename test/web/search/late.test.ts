/** Answers that come late, or in another order than they were asked for: none of them is shown for another search. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Route } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { ask, titles, told } from './searching.ts'

const service = serviceOfFile()

/** Holds the searches that `isHeld` is true for, until they are let go one by one or all together. */
async function holdSearches(context: BrowserContext, isHeld: (asked: URLSearchParams) => boolean) {
  const held: Route[] = []
  const asked: URLSearchParams[] = []
  await context.route('**/v1/search?*', async (route) => {
    const { searchParams } = new URL(route.request().url())
    asked.push(searchParams)
    if (isHeld(searchParams)) held.push(route)
    else await route.continue()
  })
  return {
    asked,
    held,
    /** Resolves when one is held: the page shows that it waits before its request is seen here. */
    untilHeld: async () => {
      while (held.length === 0) await sleep(10)
    },
    /** Lets go of all; a page that no longer waits for one has given it up. */
    letGo: () => Promise.all(held.splice(0).map((route) => route.continue().catch(() => {}))),
  }
}

for (const [language, list, count] of [
  ['en', 'Also searched', /8 documents/],
  ['it', 'Cercato anche', /8 documenti/],
] as const) {
  test(
    `A chip that is switched off stays where it is, however late answers are: ${language}`,
    inBrowser,
    async (t) => {
      const { page, context, url } = await openPage(t, { service, language, path: '/?q=semiconduttori' })
      await told(page, count)
      const { expansions } = await ask(url, 'q=semiconduttori')
      const chips = page.getByRole('list', { name: list }).getByRole('button')
      const before = await chips.allInnerTexts()
      const { held, asked, untilHeld, letGo } = await holdSearches(context, () => true)
      await chips.first().click()
      await page.locator('.search-results[aria-busy=true]').waitFor()
      await untilHeld()
      t.equal(await chips.first().getAttribute('aria-pressed'), 'false', 'at once')
      t.strictSame(await chips.allInnerTexts(), before, 'while its answer is on its way')
      t.equal(held.length, 1, 'what it was is known: nothing else is asked')
      await letGo()
      const { total } = await ask(url, `q=semiconduttori&without=${expansions[0]?.id}`)
      await told(page, new RegExp(`^\\s*${total.value} document`))
      t.strictSame(await chips.allInnerTexts(), before)
      t.equal(asked.filter((one) => one.get('size') === '0').length, 0)
    },
  )
}

test(
  'What was switched off in a link is asked for, and shown with the results it is of',
  inBrowser,
  async (t) => {
    const { page, context, url } = await openPage(t, {
      service,
      path: '/health/live',
      expected: /Failed to load/,
    })
    const { expansions } = await ask(url, 'q=semiconduttori')
    const off = expansions[0]?.id ?? ''
    const { held, untilHeld, letGo } = await holdSearches(context, (asked) => asked.get('size') === '0')
    await page.goto(`${url}/?q=semiconduttori&without=${off}`)
    const box = page.getByRole('combobox').first()
    await box.waitFor()
    await t.resolves(page.waitForRequest((request) => request.url().includes('size=0')).catch(() => {}))
    // Another query before the first is answered: whatever comes of that is of no search any more.
    await box.fill('robot')
    await told(page, /document/)
    const { results, expansions: others } = await ask(url, 'q=robot&prefix=auto')
    const chips = page.getByRole('list', { name: 'Also searched' }).getByRole('button')
    const names = others.map(({ to }) => to)
    await letGo()
    t.equal(held.length, 0)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    t.strictSame(
      await titles(page),
      results.map(({ title }) => title),
    )
    const shown = await chips.allInnerTexts()
    t.equal(shown.length, names.length)
    t.notOk(
      shown.some((text) => text.includes('semicondutt')),
      shown.join(' | '),
    )

    await page.goto(`${url}/?q=semiconduttori&without=${off}`)
    await page.locator('.skeleton-result').first().waitFor()
    t.equal(await chips.count(), 0, 'not one without the others')
    await untilHeld()
    await letGo()
    await told(page, /document/)
    t.equal(await chips.count(), expansions.length)
    t.equal(await chips.first().getAttribute('aria-pressed'), 'false')
  },
)

test('The answer to an earlier search is not shown, though it comes last', inBrowser, async (t) => {
  const { page, context, url } = await openPage(t, { service })
  await told(page, '40 documents')
  const { held, untilHeld, letGo } = await holdSearches(context, (asked) => asked.get('q') === 'rete')
  const box = page.getByRole('combobox').first()
  await box.fill('rete')
  await page.locator('.search-results[aria-busy=true]').waitFor()
  await untilHeld()
  t.equal(held.length, 1)
  await box.fill('semiconduttori')
  await told(page, '8 documents')
  await letGo()
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const { results } = await ask(url, 'q=semiconduttori&prefix=auto')
  t.strictSame(
    await titles(page),
    results.map(({ title }) => title),
  )
  t.equal(await page.locator('.total').innerText(), '8 documents')
})

test(
  'Results lead to what they were found with, though another query is being typed',
  inBrowser,
  async (t) => {
    const { page, context } = await openPage(t, { service, path: '/?q=semiconduttori' })
    await told(page, '8 documents')
    const { untilHeld, letGo } = await holdSearches(context, () => true)
    await page.getByRole('combobox').first().fill('robot')
    await page.locator('.search-results[aria-busy=true]').waitFor()
    await untilHeld()
    t.match(await page.locator('.result-title').first().getAttribute('href'), /q=semiconduttori/)
    await letGo()
    await told(page, /document/)
    await page.locator('.result-title[href*="q=robot"]').first().waitFor()
  },
)
