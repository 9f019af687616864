/** Filters and the timeline: each count is what a click gives. */
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { ask, parameters, told } from './searching.ts'

const service = serviceOfFile()
const nested = serviceOfFile({
  documents: {
    'verbali/2023/a.md': '---\ndate: 2023-02-01\n---\n# Verbale\n\nIl consiglio approva il bilancio.',
    'verbali/2024/b.md': '---\ndate: 2024-02-01\n---\n# Verbale\n\nIl consiglio discute il bilancio.',
    'verbali/2024/c.md': '---\ndate: 2024\n---\n# Nota\n\nIl bilancio è rinviato.',
    'note/d.md': '# Nota\n\nIl bilancio senza data.',
  },
})

const values = (page: Page, filter: string) =>
  page.getByRole('group', { name: filter, exact: true }).getByRole('listitem')

test('The count of a value is what choosing it gives; its chip takes it off', inBrowser, async (t) => {
  for (const [language, filters, remove] of [
    [
      'en',
      ['Topic', 'Language', 'Published by', 'Folder', 'Act or standard', 'How the date is known'],
      'Remove',
    ],
    [
      'it',
      ['Tema', 'Lingua', 'Pubblicato da', 'Cartella', 'Atto o norma', 'Come si conosce la data'],
      'Togli',
    ],
  ] as const) {
    const { page } = await openPage(t, { service, language, path: '/?q=rete' })
    await told(page, /[1-9]\d* document/)
    const all = (await page.locator('.total').innerText()).trim()
    for (const filter of filters) {
      const value = values(page, filter).first()
      const [, name = '', count = ''] = /^(.+?)\s*(\d+)$/s.exec(await value.innerText()) ?? []
      await value.getByRole('checkbox').check()
      await told(page, new RegExp(`^\\s*${count} document[eios]?`))
      const chip = page.getByRole('link', { name: `${remove} ${filter}: ${name.trim()}` })
      await chip.click()
      await told(page, all)
      t.equal(await value.getByRole('checkbox').isChecked(), false, `${filter}: ${name.trim()}, ${count}`)
    }
  }
})

test('Several filters are counted together, and taken off at once', inBrowser, async (t) => {
  const { page, url } = await openPage(t, { service, path: '/?q=rete' })
  await told(page, /document/)
  await values(page, 'Language').filter({ hasText: 'English' }).getByRole('checkbox').check()
  await page.waitForURL(/lang=en/)
  await page.locator('.search-results[aria-busy=false]').waitFor()
  const topic = values(page, 'Topic').first()
  const [, count = ''] = /(\d+)$/.exec(await topic.innerText()) ?? []
  await topic.getByRole('checkbox').check()
  await told(page, new RegExp(`^\\s*${count} document`))
  const asked = await ask(url, new URL(page.url()).searchParams.toString())
  t.equal(asked.total.value, Number(count))
  await page.getByRole('link', { name: 'Remove all' }).click()
  await page.waitForURL((address) => !address.search.includes('lang'))
  t.strictSame(parameters(page), { q: 'rete' })
})

test('A value that is not among the first is found by a part of its name', inBrowser, async (t) => {
  const { page } = await openPage(t, { service })
  await told(page, '40 documents')
  await page.getByRole('button', { name: 'More … Topic' }).click()
  t.ok((await values(page, 'Topic').count()) > 6)
  await page.getByRole('searchbox', { name: 'Topic: Find a value' }).fill('quant')
  await values(page, 'Topic')
    .filter({ hasText: /quantum/i })
    .getByRole('checkbox')
    .check()
  await page.waitForURL(/topic=quantum/)
})

test('A period is typed, dragged over the bars, or taken from a list', inBrowser, async (t) => {
  const { page, url } = await openPage(t, { service })
  await told(page, '40 documents')
  const expected = async () => {
    const { total } = await ask(url, new URL(page.url()).searchParams.toString())
    await told(page, new RegExp(`^\\s*${total.value} document`))
    return total.value
  }
  await page.getByRole('textbox', { name: 'from' }).fill('2024')
  await page.getByRole('textbox', { name: 'to' }).fill('2024-06')
  await page.getByRole('textbox', { name: 'to' }).press('Enter')
  await page.waitForURL(/from=2024&to=2024-06/)
  t.ok((await expected()) > 0)
  await page.getByRole('link', { name: 'Remove Published: from 2024 to June 2024' }).click()
  await told(page, '40 documents')

  const bars = (await page.locator('.timeline-bars').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(bars.x + bars.width * 0.3, bars.y + bars.height / 2)
  await page.mouse.down()
  await page.mouse.move(bars.x + bars.width * 0.5, bars.y + bars.height / 2, { steps: 4 })
  await page.mouse.move(bars.x + bars.width * 0.7, bars.y + bars.height / 2, { steps: 4 })
  await page.mouse.up()
  await page.waitForURL(/from=.*to=/)
  t.ok((await expected()) < 40)
  await page.goBack()
  await told(page, '40 documents')

  await page.getByText('As a list').click()
  const first = page.locator('.timeline-list').getByRole('listitem').first()
  const [, count = ''] = /(\d+)\s*$/.exec(await first.innerText()) ?? []
  await first.getByRole('link').click()
  await page.waitForURL(/from=/)
  t.equal(await expected(), Number(count), 'as many as the list said')
})

test('Who is undated is said, and can be included', inBrowser, async (t) => {
  for (const [language, apply, undated, include] of [
    ['en', 'Apply', '1 undated', 'Include undated documents'],
    ['it', 'Applica', '1 senza data', 'Includi i documenti senza data'],
  ] as const) {
    const { page } = await openPage(t, { service: nested, language })
    await told(page, /4 document/)
    await page.getByText(undated).waitFor()
    await page.getByRole('textbox').nth(0).fill('2024')
    await page.getByRole('button', { name: apply }).click()
    await told(page, /2 document/)
    const box = page.getByRole('checkbox', { name: include })
    await box.check()
    await told(page, /3 document/)
    await box.uncheck()
    await told(page, /2 document/)
  }
})

test('What is no date is not taken', inBrowser, async (t) => {
  const { page } = await openPage(t, { service: nested })
  await told(page, '4 documents')
  await page.getByRole('textbox', { name: 'from' }).fill('last year')
  await page.getByRole('button', { name: 'Apply' }).click()
  t.equal(
    await page.getByRole('textbox', { name: 'from' }).evaluate((field) => field.matches(':invalid')),
    true,
  )
  t.strictSame(parameters(page), {})
})

test('Folders are a tree', inBrowser, async (t) => {
  const { page } = await openPage(t, { service: nested })
  await told(page, '4 documents')
  const folders = page.getByRole('group', { name: 'Folder' })
  t.equal(await folders.getByRole('checkbox', { name: /2024/ }).count(), 0, 'closed at first')
  await folders.getByRole('button', { name: 'Show what is in verbali' }).click()
  await folders.getByRole('checkbox', { name: /^2024/ }).check()
  await told(page, '2 documents')
  t.strictSame(parameters(page), { folder: 'verbali/2024' })
  await page.reload()
  await told(page, '2 documents')
  t.equal(
    await folders.getByRole('checkbox', { name: /^2024/ }).isChecked(),
    true,
    'open where one is chosen',
  )
})
