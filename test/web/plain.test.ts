/** Without JavaScript the box still gives results. */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../helpers/browser.ts'
import { overflow, violations } from '../helpers/looks.ts'

const service = serviceOfFile()

test('A query is typed, and found, without JavaScript', inBrowser, async (t) => {
  for (const language of ['it', 'en'] as const) {
    const { page, url } = await openPage(t, { service, language, javaScript: false })
    await page.getByRole('searchbox').fill('rete elettrica')
    await page.getByRole('button', { name: 'Cerca' }).click()
    await page.getByRole('heading', { name: language === 'it' ? 'Risultati' : 'Results' }).waitFor()
    t.match(page.url(), `${url}/plain?q=rete+elettrica`)
    t.ok((await page.getByRole('listitem').count()) > 3, 'there are results')
    t.ok((await page.locator('li[lang], h3[lang=en]').count()) > 0, 'in the other language, too')
    await page.getByRole('searchbox').fill('zzzzqqqq')
    await page.getByRole('searchbox').press('Enter')
    await page.getByText(language === 'it' ? 'Nessun risultato.' : 'Nothing was found.').waitFor()
  }
})

test('An address of the search page leads to the same results', inBrowser, async (t) => {
  const { page } = await openPage(t, {
    service,
    language: 'en',
    path: '/?q=semiconduttori&lang=en',
    javaScript: false,
  })
  await page.waitForURL('**/plain?**')
  t.equal(await page.getByRole('searchbox').inputValue(), 'semiconduttori')
  t.ok((await page.getByRole('listitem').count()) > 0)
  t.equal(await page.locator('h3[lang=it]').count(), 0, 'the filter holds')
  await page.getByRole('link', { name: 'Remove all filters' }).click()
  t.ok((await page.locator('h3[lang=it]').count()) > 0)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: 'Next' }).click()
  await page.getByText('Page 2 of').waitFor()
})

test('The plain page can be read by everybody, on every screen', inBrowser, async (t) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const path of ['/plain?q=rete', '/plain?q=zzzzqqqq', '/plain?q=rete&lang=it&from=2020']) {
      // With scripts, which it has none of, because what looks at it is one.
      const viewport = { width: 320, height: 640 }
      const { page } = await openPage(t, { service, colorScheme, path, viewport })
      t.strictSame(await violations(page), [], `${path} ${colorScheme}`)
      t.strictSame(await overflow(page), [], `${path} ${colorScheme}`)
    }
  }
})
