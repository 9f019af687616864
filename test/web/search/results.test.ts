/** What is shown of what was found, and of what was understood. */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { ask, parameters, titles, told } from './searching.ts'

const service = serviceOfFile()

test(
  'A result says what it is, where its words stand, and what it is a translation of',
  inBrowser,
  async (t) => {
    for (const [language, date, names, translation] of [
      ['en', '21 September 2023', { it: 'Italian', en: 'English' }, /^In (?:English|Italian):/],
      ['it', '21 settembre 2023', { it: 'Italiano', en: 'Inglese' }, /^In (?:inglese|italiano):/],
    ] as const) {
      const { page, url } = await openPage(t, { service, language, path: '/?q=semiconduttori' })
      await told(page, /8 document/)
      const { results } = await ask(url, 'q=semiconduttori')
      t.strictSame(
        await titles(page),
        results.map(({ title }) => title),
        'in the order of the service',
      )
      const first = page.getByRole('article').first()
      await first.getByText(date, { exact: true }).waitFor()
      await first.getByText(names[results[0]?.lang as 'it'], { exact: true }).waitFor()
      await first.getByText(results[0]?.source ?? '', { exact: true }).waitFor()
      await first.getByText(translation).waitFor()
      t.match((await first.locator('mark').allInnerTexts()).join(' '), /semiconduttor|semiconductor|chip/i)
      t.ok((await first.locator('.passage-heading').count()) > 0, 'the heading it stands under')
    }
  },
)

test('What was found through another word is told apart, and why, without a mouse', inBrowser, async (t) => {
  for (const [language, why, reason] of [
    ['en', 'Why was it found?', /was looked for beside “semiconduttori”/],
    ['it', 'Perché è stato trovato?', /è stato cercato accanto a «semiconduttori»/],
  ] as const) {
    const { page } = await openPage(t, { service, language, path: '/?q=semiconduttori&lang=en' })
    const result = page.getByRole('article').first()
    const mark = result.locator('mark.through').first()
    await mark.waitFor()
    t.match(await mark.getAttribute('title'), reason)
    const question = result.getByText(why)
    await question.focus()
    await page.keyboard.press('Enter')
    await result.getByText(reason).first().waitFor()
    t.match(await mark.evaluate((element) => getComputedStyle(element).textDecorationLine), 'underline')
  }
})

test('Words that a result lacks are struck through', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, path: '/?q=robotica+quantistica+sottomarini+latte' })
  await page.getByRole('article').first().waitFor()
  const struck = await page.getByRole('article').first().locator('s').allInnerTexts()
  t.ok(struck.length > 0 && struck.length < 4, struck.join(' '))
})

test('A word that was repaired can be searched for as it was written', inBrowser, async (t) => {
  for (const [language, told1, link] of [
    ['en', 'Searched for “semiconduttori” instead of “semicondutori”.', 'Search for it as written'],
    ['it', 'È stato cercato «semiconduttori» al posto di «semicondutori».', 'Cerca come è scritto'],
  ] as const) {
    const { page, url } = await openPage(t, { service, language, path: '/?q=semicondutori' })
    const written = await ask(url, 'q=semicondutori&exact=true')
    await page.getByText(told1).waitFor()
    await page.getByRole('link', { name: link }).click()
    await told(page, new RegExp(`^\\s*${written.total.value} document`))
    t.equal(await page.getByText(told1).count(), 0)
    t.match(parameters(page), { exact: 'true' })
    await page.goBack()
    await told(page, /8 document/)
  }
})

test('Each translation is a chip that switches it off and on', inBrowser, async (t) => {
  const { page, url } = await openPage(t, { service, path: '/?q=semiconduttori' })
  await told(page, '8 documents')
  const { expansions } = await ask(url, 'q=semiconduttori')
  const chips = page.getByRole('list', { name: 'Also searched' }).getByRole('button')
  t.equal(await chips.count(), expansions.length)
  for (const [number, { id }] of expansions.entries()) {
    const { total } = await ask(url, `q=semiconduttori&without=${id}`)
    const chip = chips.nth(number)
    await chip.click()
    await told(page, new RegExp(`^\\s*${total.value} documents?$`))
    t.equal(await chip.getAttribute('aria-pressed'), 'false')
    t.match(parameters(page), { without: id })
    t.equal(await chips.count(), expansions.length, 'it stays, to be switched on')
    await chip.click()
    await told(page, '8 documents')
  }
})

test('Where words are looked for, and in which order, can be chosen', inBrowser, async (t) => {
  const { page, url } = await openPage(t, { service, path: '/?q=semiconduttori' })
  await told(page, '8 documents')
  const written = await ask(url, 'q=semiconduttori&expand=none&exact=true')
  await page.getByRole('radio', { name: 'Only as written' }).check()
  await told(page, `${written.total.value} documents`)
  t.ok(written.total.value < 8)
  await page.getByRole('radio', { name: 'In both languages' }).check()
  await told(page, '8 documents')
  for (const [label, sort] of [
    ['Newest', '-date'],
    ['Oldest', 'date'],
  ] as const) {
    const { results } = await ask(url, `q=semiconduttori&sort=${sort}`)
    await page.getByRole('combobox', { name: 'Order' }).selectOption({ label })
    await page
      .locator('.result-title')
      .first()
      .filter({ hasText: results[0]?.title ?? '' })
      .waitFor()
    await page.locator('.search-results[aria-busy=false]').waitFor()
    t.strictSame(
      await titles(page),
      results.map(({ title }) => title),
    )
  }
})

test('Pages are gone through, and each begins at its top', inBrowser, async (t) => {
  const { page } = await openPage(t, { service })
  await told(page, '40 documents')
  const first = await titles(page)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click()
  await page.getByText('Page 2 of 2').waitFor()
  await page.locator('.search-results[aria-busy=false]').waitFor()
  const second = await titles(page)
  t.equal(new Set([...first, ...second]).size > 30, true, 'with other documents')
  t.equal(await page.evaluate(() => scrollY), 0)
  t.equal(await page.locator(':focus').getAttribute('id'), 'results-title', 'reading goes on there')
  t.equal(await page.locator('ol.results').getAttribute('start'), '21')
  await page.goBack()
  await page.getByText('Page 1 of 2').waitFor()
})
