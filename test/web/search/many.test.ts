/** Ten thousand results: counted, gone through to the last, narrowed by filters with many values. */
import { test } from 'tap'
import { packagedNotes } from '../../../bench/write-notes.ts'
import { pageNumbers } from '../../../web/src/search/page-numbers.ts'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { overflow, violations } from '../../helpers/looks.ts'
import { ask, titles, told } from './searching.ts'

const COUNT = 10_400
const service = serviceOfFile({ documents: Object.fromEntries(packagedNotes(COUNT, 1)) })

test('Of many pages the first, the last and those around are offered', async (t) => {
  for (const [page, pages, want] of [
    [1, 2, '1 2'],
    [1, 520, '1 2 3 … 520'],
    [4, 520, '1 2 3 4 5 6 … 520'],
    [5, 520, '1 2 3 4 5 6 7 … 520'],
    [6, 520, '1 … 4 5 6 7 8 … 520'],
    [260, 520, '1 … 258 259 260 261 262 … 520'],
    [517, 520, '1 … 515 516 517 518 519 520'],
    [520, 520, '1 … 518 519 520'],
    [3, 3, '1 2 3'],
    // An address may name a page that is none.
    [900, 520, '1 … 520'],
  ] as const) {
    const offered = pageNumbers(page, pages).map((number) => number ?? '…')
    t.equal(offered.join(' '), want)
  }
})

for (const [language, total, last, of, next, search] of [
  ['en', '10,400 documents', 'Page 520', 'Page 520 of 520', 'Next', 'Published by'],
  ['it', '10.400 documenti', 'Pagina 520', 'Pagina 520 di 520', 'Successiva', 'Pubblicato da'],
] as const) {
  test(
    `Ten thousand are counted as people write them, and gone through to the last: ${language}`,
    inBrowser,
    async (t) => {
      const { page, url } = await openPage(t, { service, language })
      await told(page, total)
      t.equal((await page.locator('.controls').boundingBox())?.height, 36, 'in one line')
      t.strictSame(await violations(page), [])
      const first = await titles(page)
      t.equal(first.length, 20, 'a page at a time')
      const elements = await page.evaluate(() => document.querySelectorAll('*').length)

      await page.getByRole('link', { name: last, exact: true }).click()
      await page.locator('.pages-of').getByText(of).waitFor()
      await page.locator('.search-results[aria-busy=false]').waitFor()
      const { results } = await ask(url, 'page=520&size=20')
      t.strictSame(
        await titles(page),
        results.map(({ title }) => title),
      )
      t.equal(await page.locator('ol.results').getAttribute('start'), '10381')
      t.equal(await page.getByRole('link', { name: next, exact: true }).count(), 0)
      t.equal(await page.locator(':focus').getAttribute('id'), 'results-title')
      t.equal(await page.evaluate(() => scrollY), 0)
      t.ok(
        (await page.evaluate(() => document.querySelectorAll('*').length)) < elements * 1.5,
        'the page does not grow with what was gone through',
      )
      t.strictSame(await violations(page), [])
    },
  )

  test(`A filter of many values with long names stays in its place: ${language}`, inBrowser, async (t) => {
    const { page, url } = await openPage(t, { service, language, path: '/?q=nota' })
    await told(page, /0 document/)
    const { facets } = await ask(url, 'q=nota&facets=source')
    const buckets = facets.source?.buckets ?? []
    t.ok(buckets.length > 30, `${buckets.length} publishers`)
    const group = page.getByRole('group', { name: search })
    await group.getByRole('button').click()
    t.equal(await group.getByRole('listitem').count(), 30)
    await group.locator('p', { hasText: new RegExp(`30.*${buckets.length}`) }).waitFor()
    const long = buckets.find(({ label }) => label.length > 80)
    await group.getByRole('searchbox').fill(long?.label.slice(-20) ?? '')
    const value = group.getByRole('listitem').filter({ hasText: long?.label ?? '' })
    await value.waitFor()
    t.strictSame(await overflow(page), [])
    t.strictSame(await violations(page), [])
    const { width = 0 } = (await value.boundingBox()) ?? {}
    const column = (await page.locator('.filters').boundingBox())?.width ?? 0
    t.ok(width > 0 && width <= column, 'its name is broken, not cut off')
    await value.getByRole('checkbox').check()
    await told(page, new RegExp(`^\\s*${long?.count} document`))
  })

  test(`On a phone, too: ${language}`, inBrowser, async (t) => {
    const viewport = { width: 320, height: 640 }
    const { page } = await openPage(t, { service, language, viewport, path: '/?q=nota&page=260' })
    await told(page, total)
    const { y = 0 } = (await page.getByRole('article').first().boundingBox()) ?? {}
    t.ok(y > 0 && y <= 300, `${y}`)
    t.strictSame(await overflow(page), [])
    t.strictSame(await violations(page), [])
    await page.locator('.controls > button').click()
    await page.getByRole('dialog').getByRole('button', { name: total }).waitFor()
    t.strictSame(await overflow(page), [])
    t.strictSame(await violations(page), [])
  })
}
