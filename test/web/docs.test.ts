/** The documentation of the API in a browser; whatever it says on the console fails the file. */
import { test } from 'tap'
import { inBrowser, openPage } from '../helpers/browser.ts'

test('The documentation shows the operations, and breaks no rule of the policy', inBrowser, async (t) => {
  const { page } = await openPage(t, {
    documents: { 'a.md': '# Porto\n\nIl porto è aperto.' },
    path: '/docs',
  })
  const operation = page.locator('#operations-Search-search')
  await operation.waitFor()
  await operation.getByRole('button').first().click()
  await operation.getByText('Parameters').first().waitFor()
})
