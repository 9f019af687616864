/** The search view on a phone: results high up, what narrows them behind one button. */
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { overflow, violations } from '../../helpers/looks.ts'
import { parameters, told } from './searching.ts'

const service = serviceOfFile()
const PHONE = { width: 360, height: 740 }
const FILTERED = '/?q=rete&lang=it&topic=connectivity&from=2023&to=2025&undated=include'
const WORDS = {
  en: { open: 'Filters', on: 'on', close: 'Close', show: 'Show', sort: 'Order', remove: 'Remove all' },
  it: {
    open: 'Filtri',
    on: 'attivi',
    close: 'Chiudi',
    show: 'Mostra',
    sort: 'Ordine',
    remove: 'Togli tutti',
  },
} as const

/** What has the focus says so; where a window has just been closed, it comes back a moment later. */
const focusedText = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => document.activeElement !== document.body)
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}

for (const language of ['en', 'it'] as const) {
  const words = WORDS[language]

  test(`The first result begins within 300 pixels: ${language}`, inBrowser, async (t) => {
    for (const width of [320, 360, 390]) {
      const { page, url } = await openPage(t, { service, language, viewport: { width, height: 700 } })
      for (const path of [
        '/',
        '/?q=semiconduttori',
        FILTERED,
        '/?q=reti&sort=-date&expand=none&exact=true',
      ]) {
        await page.goto(`${url}${path}`)
        await told(page, /document/)
        const { y = 0 } = (await page.getByRole('article').first().boundingBox()) ?? {}
        t.ok(y > 0 && y <= 300, `${path} at ${width}: ${y}`)
      }
    }
  })

  test(`What narrows results is behind a button with its number: ${language}`, inBrowser, async (t) => {
    const { page } = await openPage(t, { service, language, viewport: PHONE, path: '/?q=rete' })
    await told(page, /document/)
    const button = page.getByRole('button', { name: words.open })
    t.equal((await button.innerText()).trim(), words.open, 'none is on')
    await button.press('Enter')
    const dialog = page.getByRole('dialog', { name: words.open })
    await dialog.waitFor()
    t.strictSame(await violations(page), [])
    t.strictSame(await overflow(page), [])

    const box = dialog.getByRole('checkbox').first()
    const [, count = ''] =
      /(\d+)$/.exec((await dialog.locator('.facet-value').first().innerText()).trim()) ?? []
    await box.check()
    await dialog.getByRole('button', { name: new RegExp(`^${words.show}\\s+${count} document`) }).waitFor()
    await dialog.getByRole('combobox', { name: words.sort }).selectOption('-date')
    await page.waitForURL(/sort=-date/)
    t.strictSame(await violations(page), [], 'with a filter')
    await dialog.getByRole('button', { name: new RegExp(`^${words.show}`) }).click()
    await dialog.waitFor({ state: 'detached' })
    t.match(await focusedText(page), new RegExp(`^${words.open}`), 'the button has the focus again')
    t.match((await button.innerText()).trim(), /1/)
    t.equal(
      await page.getByRole('button', { name: `${words.open} 1 ${words.on}` }).count(),
      1,
      'it is said, too',
    )
    await told(page, new RegExp(`^\\s*${count} document`))
  })

  test(`Filters are taken off together, and Escape closes the window: ${language}`, inBrowser, async (t) => {
    const { page } = await openPage(t, { service, language, viewport: PHONE, path: FILTERED })
    await told(page, /document/)
    const button = page.getByRole('button', { name: words.open })
    t.equal(await page.getByRole('button', { name: `${words.open} 4 ${words.on}` }).count(), 1)
    await button.click()
    const dialog = page.getByRole('dialog', { name: words.open })
    await dialog.getByRole('link', { name: words.remove }).click()
    await page.waitForURL((address) => !address.search.includes('lang'))
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    t.match(await focusedText(page), new RegExp(`^${words.open}$`))
    t.strictSame(parameters(page), { q: 'rete' })
  })
}

test('Keys go through a phone’s page in the order in which it is read', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, viewport: PHONE, path: '/?q=semiconduttori' })
  await told(page, '8 documents')
  await page.locator('#query').focus()
  const names: string[] = []
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab')
    names.push(
      await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      }),
    )
  }
  t.match(names, [
    'Clear the query',
    'Search',
    'Filters',
    'Share, export',
    /^semiconduttori→/,
    /^semiconduttori→/,
    'In the lexicon',
    /chip/i,
  ])
})

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const longWord = serviceOfFile({
  documents: { 'nota.md': `---\ntitle: ${word}\n---\n# ${word}\n\nLa ${word} fu fondata a Vienna nel 1829.` },
})

test('The longest word neither widens the page nor is cut off', inBrowser, async (t) => {
  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['it', 'dark'],
  ] as const) {
    const viewport = { width: 320, height: 640 }
    const { page } = await openPage(t, {
      service: longWord,
      language,
      colorScheme,
      viewport,
      // The word itself is too long to be looked for; the other one finds its document.
      path: `/?q=Vienna+${word}`,
    })
    await told(page, /1 document/)
    t.strictSame(await overflow(page), [])
    t.strictSame(await violations(page), [])
    const title = page.locator('.result-title')
    t.equal((await title.innerText()).replace(/\s/g, ''), word)
    const { width = 0 } = (await title.boundingBox()) ?? {}
    t.ok(width <= 320)
  }
})
