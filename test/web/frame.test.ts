import { test } from 'tap'
import { inBrowser, openPage } from '../helpers/browser.ts'
import { recordShifts } from '../helpers/looks.ts'

test('The frame of the page', inBrowser, async (t) => {
  const { page } = await openPage(t, { documents: { 'a.md': '# Reti\n\nLe reti neurali.' } })
  const shifts = await recordShifts(page)
  await page.reload()
  await page.getByRole('link', { name: 'Coverage' }).click()
  t.match(page.url(), '?view=coverage')
  await page.goBack()
  t.equal(await page.getByRole('link', { name: 'Search' }).getAttribute('aria-current'), 'page')
  t.strictSame(await shifts(), [])
})
