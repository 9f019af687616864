/** The lexicon in the browser: what is known of a word, and pairs that are added, rejected and taken back. */

import { pino } from 'pino'
import { test } from 'tap'
import { decisionsOf } from '../../cli/lexicon/decisions.ts'
import { followLexicons } from '../../cli/lexicon/follow.ts'
import { inBrowser, openPage } from '../helpers/browser.ts'
import { LOOKS, overflow, violations } from '../helpers/looks.ts'
import { startService } from '../helpers/service.ts'

const documents = {
  'it/idrogeno.md': '# L’idrogeno\n\nL’idrogeno verde alimenta le acciaierie del nord.',
  'en/hydrogen.md': '# Hydrogen\n\nGreen hydrogen feeds the steelworks of the north.',
  'en/more.md': '# Pipelines\n\nA pipeline carries hydrogen under the sea.',
  'en/hall.md': '# The town hall\n\nThe muniment room opens to scholars on Monday.',
}

test('The lexicon', inBrowser, async (t) => {
  const lexicons = followLexicons(t.testdir(), pino({ level: 'silent' }))
  t.teardown(() => lexicons.close())
  const service = await startService(t, {
    documents,
    takesDocuments: true,
    app: { bridge: lexicons.bridge, decisions: decisionsOf(t.testdirName, lexicons.refresh) },
  })

  await t.test(
    'a word is looked up: its forms, what a search looks for besides, and from where',
    async (t) => {
      const { page } = await openPage(t, { service, path: '/?view=lexicon' })
      await page.getByLabel('A word, or a few').fill('idrogeno')
      await page.getByRole('button', { name: 'Look up' }).click()
      t.match(new URL(page.url()).search, '?view=lexicon&word=idrogeno')
      const reading = page.getByRole('region', { name: 'As an Italian word' })
      await reading.getByText('A search for “idrogeno” finds 3 documents').waitFor()
      t.match(
        await reading.getByRole('table', { name: 'Its words' }).textContent(),
        /idrogeno.*idrogen.*1.*yes/s,
      )
      const row = reading
        .getByRole('table', { name: 'A search also looks for' })
        .getByRole('row', { name: /hydrogen/ })
      t.match(await row.textContent(), /hydrogen.*English.*0\.9.*from the lexicon.*2/s)
      await page.getByText('Nothing is known of “idrogeno” as an English word.').waitFor()
    },
  )

  await t.test('its numbers lead to the documents, its words to what is known of them', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=lexicon&word=idrogeno' })
    await page.getByRole('link', { name: 'hydrogen: 2 Documents' }).click()
    const found = await service.app.inject(`/v1/search${new URL(page.url()).search}`)
    t.equal(found.json().total.value, 2)
    await page.goBack()
    await page.getByRole('link', { name: 'hydrogen', exact: true }).click()
    await page.getByRole('region', { name: 'As an English word' }).waitFor()
    t.equal(await page.getByLabel('A word, or a few').inputValue(), 'hydrogen')
    await page.goBack()
    await page.getByRole('region', { name: 'As an Italian word' }).waitFor()
    t.equal(await page.getByLabel('A word, or a few').inputValue(), 'idrogeno')
  })

  await t.test('a pair is rejected, with what that does, and it is undone', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=lexicon&word=idrogeno' })
    await page.getByRole('button', { name: 'Reject: idrogeno – hydrogen' }).click()
    const effect = page.getByRole('status').filter({ hasText: 'are no translations any more' })
    await effect.waitFor()
    t.match(await effect.getByRole('row', { name: /^idrogeno/ }).textContent(), /31.*hydrogen/s)
    await page.getByText('A search for “idrogeno” finds 1 document').waitFor()
    await page.getByRole('region', { name: 'Decided here' }).getByText('no translations').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('A search for “idrogeno” finds 3 documents').waitFor()
    await page.getByText('Nothing was decided here yet.').waitFor()
  })

  await t.test('a pair is added and taken back', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=lexicon&word=tabulario', language: 'it' })
    await page.getByRole('button', { name: 'Si traducono a vicenda' }).click()
    await page.getByText('Scrivi una parola o un termine da entrambe le parti.').waitFor()
    t.equal(await page.getByRole('textbox', { name: 'Italiano' }).inputValue(), 'tabulario')
    await page.getByRole('textbox', { name: 'Inglese' }).fill('muniment room')
    await page.getByRole('button', { name: 'Si traducono a vicenda' }).click()
    await page.getByText('Ora «tabulario» e «muniment room» si traducono a vicenda.').waitFor()
    await page.getByText('Una ricerca di «tabulario» trova 1 documento').waitFor()
    await page
      .getByRole('region', { name: 'Deciso qui' })
      .getByRole('button', { name: 'Annulla la decisione: tabulario – muniment room' })
      .click()
    await page.getByText('La decisione su «tabulario» e «muniment room» è annullata.').waitFor()
    await page.getByText('Qui non è ancora stato deciso nulla.').waitFor()
  })

  await t.test('what cannot be a pair is refused with the reason', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=lexicon', expected: /400/ })
    await page.getByRole('textbox', { name: 'Italian' }).fill('12')
    await page.getByRole('textbox', { name: 'English' }).fill('twelve')
    await page.getByRole('button', { name: 'They are translations' }).click()
    await page.getByText('"12" has no letter').waitFor()
  })

  await t.test('a word that nobody knows', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=lexicon&word=zzgrumpf' })
    await page.getByText('Nothing is known of “zzgrumpf” as an Italian word.').waitFor()
    await page.getByText('Nothing is known of “zzgrumpf” as an English word.').waitFor()
  })

  for (const [language, colorScheme, width] of LOOKS) {
    await t.test(`looks right: ${language}, ${colorScheme}, ${width} pixels`, async (t) => {
      const options = { service, language, colorScheme, viewport: { width, height: 800 } }
      const { page } = await openPage(t, { ...options, path: '/?view=lexicon&word=idrogeno+energia' })
      await page
        .getByRole('button', { name: /: idrogeno – hydrogen$/ })
        .first()
        .click()
      await page.locator('.effect-notice').waitFor()
      await page.locator('.others-list').first().waitFor()
      t.strictSame(await violations(page), [])
      t.strictSame(await overflow(page), [])
      await page.locator('.effect-notice button').click()
      await page.locator('.effect-notice button').waitFor({ state: 'detached' })
      await page.locator('.decided li').waitFor({ state: 'detached' })
    })
  }
})

test('Who may not write sees what is known, and what is needed', inBrowser, async (t) => {
  const { page } = await openPage(t, { documents, path: '/?view=lexicon&word=idrogeno', expected: /403/ })
  await page.getByText('Nobody may write to this service yet').waitFor()
  await page.getByRole('region', { name: 'As an Italian word' }).waitFor()
  t.equal(await page.getByRole('button', { name: /^Reject/ }).count(), 0)
  t.strictSame(await violations(page), [])
})
