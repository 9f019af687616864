/** The field of the query and its suggestions. */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { parameters, told } from './searching.ts'

const service = serviceOfFile()

test('What is typed is searched for; one step back leads to what was before', inBrowser, async (t) => {
  for (const [language, box, found, all] of [
    ['en', 'Search Italian and English documents', '8 documents', '40 documents'],
    ['it', 'Cerca documenti italiani e inglesi', '8 documenti', '40 documenti'],
  ] as const) {
    const { page } = await openPage(t, { service, language })
    await told(page, all)
    await page.getByRole('combobox', { name: box }).pressSequentially('semiconduttori', { delay: 30 })
    await page.waitForURL(/q=semiconduttori$/)
    await told(page, found)
    t.strictSame(parameters(page), { q: 'semiconduttori' })
    t.equal(await page.title(), 'semiconduttori – Bifora')
    await page.goBack()
    await told(page, all)
    t.equal(await page.getByRole('combobox', { name: box }).inputValue(), '', 'the field goes back, too')
    await page.goForward()
    await told(page, found)
    t.equal(await page.getByRole('combobox', { name: box }).inputValue(), 'semiconduttori')
  }
})

test(
  'An unfinished word is searched for while it is typed, a finished one as it is',
  inBrowser,
  async (t) => {
    const { page } = await openPage(t, { service })
    const box = page.getByRole('combobox', { name: 'Search' })
    await box.pressSequentially('semicondutt', { delay: 20 })
    await told(page, /^\s*[1-9]\d* documents$/)
    await page
      .locator('mark', { hasText: /semicondutt/i })
      .first()
      .waitFor()
  },
)

test('Suggestions come in both languages, and are gone through by keys', inBrowser, async (t) => {
  for (const language of ['en', 'it'] as const) {
    const { page } = await openPage(t, { service, language })
    const box = page.getByRole('combobox').first()
    const list = page.getByRole('listbox')
    t.equal(await box.getAttribute('aria-expanded'), 'false')
    await box.pressSequentially('semicond', { delay: 30 })
    await list.getByRole('option').first().waitFor()
    t.equal(await box.getAttribute('aria-expanded'), 'true')
    const options = await list.getByRole('option').allInnerTexts()
    t.ok(
      options.some((text) => /^semiconductors/.test(text) && /semiconduttori/.test(text)),
      `with translations: ${options.join(' | ')}`,
    )
    await box.press('ArrowDown')
    const marked = list.getByRole('option', { selected: true })
    t.equal(await marked.count(), 1)
    t.equal(await marked.getAttribute('id'), await box.getAttribute('aria-activedescendant'))
    t.equal(await page.locator(':focus').getAttribute('id'), 'query', 'the field keeps the focus')
    await box.press('ArrowUp')
    t.equal(await box.getAttribute('aria-activedescendant'), null, 'before the first is the field')
    await box.press('ArrowUp')
    t.equal(await list.getByRole('option').last().getAttribute('aria-selected'), 'true')
    await box.press('Escape')
    await list.waitFor({ state: 'hidden' })
    t.equal(await box.inputValue(), 'semicond', 'nothing is taken')
    t.equal(await box.getAttribute('aria-expanded'), 'false')
  }
})

test('A suggestion is taken by Enter or by the mouse', inBrowser, async (t) => {
  const { page } = await openPage(t, { service })
  const box = page.getByRole('combobox').first()
  await box.pressSequentially('semicond', { delay: 30 })
  await page.getByRole('option', { name: /^semiconductors/ }).waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  await told(page, /documents/)
  t.match(parameters(page), { q: /^semiconductors|semiconduttori$/ })
  await page.getByRole('listbox').waitFor({ state: 'hidden' })

  await box.fill('semicond')
  await page.getByRole('option', { name: /topic/ }).click()
  await told(page, '4 documents')
  t.strictSame(parameters(page), { topic: 'semiconductors' }, 'a topic becomes a filter')
  t.equal(await box.inputValue(), '')

  await box.fill('cyber resil')
  await page
    .getByRole('option', { name: /document$/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /Cyber Resilience Act/ }).waitFor()
  t.match(parameters(page), { document: /.+/ }, 'a title opens its document')
})

test('The query is cleared by its button, and the field keeps the focus', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, path: '/?q=semiconduttori' })
  await told(page, '8 documents')
  await page.getByRole('button', { name: 'Clear the query' }).click()
  await told(page, '40 documents')
  t.equal(await page.locator(':focus').getAttribute('id'), 'query')
  t.equal(await page.getByRole('button', { name: 'Clear the query' }).count(), 0)
})

test('Keys lead to the field and list themselves, but not while somebody types', inBrowser, async (t) => {
  for (const [language, list] of [
    ['en', 'Keyboard shortcuts'],
    ['it', 'Scorciatoie da tastiera'],
  ] as const) {
    const { page } = await openPage(t, { service, language, path: '/?q=chip' })
    await page.locator('.result-title').first().waitFor()
    await page.keyboard.press('/')
    t.equal(await page.locator(':focus').getAttribute('id'), 'query')
    await page.keyboard.type('/?')
    t.match(await page.getByRole('combobox').first().inputValue(), /\/\?$/, 'in the field they are letters')
    await page.getByRole('combobox').first().blur()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: list })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
})
