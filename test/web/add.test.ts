/** Adding documents in the browser: files, folders and texts, what was understood of them, and jobs. */

import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage } from '../helpers/browser.ts'
import { LOOKS, overflow, violations } from '../helpers/looks.ts'
import { type Service, startService } from '../helpers/service.ts'

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })

const italian = file(
  'Piano dei cavi 2024.md',
  '# I cavi sottomarini\n\nRoma, 14 marzo 2024\n\nI cavi sottomarini portano il traffico dei dati tra i continenti.\n',
)
const english = file(
  'cloud.txt',
  'Cloud services for councils\n\nPublished 3 May 2024\n\nCouncils move their registers to the cloud.\n',
)

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.locator('input[type=file]').first().setInputFiles(files)

async function found(service: Service, q: string): Promise<number> {
  return (await service.app.inject(`/v1/search?q=${q}&size=0`)).json().total.value
}

test('Adding documents', inBrowser, async (t) => {
  const service = await startService(t, {
    documents: { 'a.md': '# Reti\n\nLe reti elettriche europee.' },
    takesDocuments: true,
  })
  const path = '/?view=add'

  await t.test('files that are chosen are found, and one sees what was understood of them', async (t) => {
    const { page } = await openPage(t, { service, path })
    await choose(page, [italian, english])
    const list = page.getByRole('region', { name: 'Your documents' })
    await list.getByText('2 of 2 done').waitFor()
    const items = await list.getByRole('listitem').allTextContents()
    t.match(
      items[0],
      /Piano dei cavi 2024\.md.*Added.*I cavi sottomarini.*Italian.*14 March 2024 \(the document says so, from “14 marzo 2024”\).*Submarine cables/s,
    )
    t.match(items[1], /cloud\.txt.*Added.*English.*3 May 2024.*cloud/s)
    t.equal(await found(service, 'cavi'), 1)
    await list.getByRole('link', { name: 'I cavi sottomarini' }).click()
    t.match(page.url(), 'document=piano-dei-cavi-2024')
    await page.goBack()
    await list.getByText('2 of 2 done').waitFor()
  })

  await t.test('the same name again asks first: replaced, or kept beside', async (t) => {
    const { page } = await openPage(t, { service, path, expected: /412/ })
    await choose(page, [file('cloud.txt', 'Cloud costs for councils\n\nThe cloud costs less than it did.\n')])
    const list = page.getByRole('region', { name: 'Your documents' })
    await list.getByText('There is a document with the id “cloud” already.').waitFor()
    t.equal(await found(service, 'cloud'), 1)
    await list.getByRole('button', { name: 'Keep both: cloud.txt' }).click()
    await list.getByText('Added').waitFor()
    t.equal(await found(service, 'cloud'), 2)
    await choose(page, [file('cloud.txt', 'Cloud rules for councils\n\nThe cloud has rules.\n')])
    await list.getByRole('button', { name: 'Replace it: cloud.txt' }).click()
    await list.getByText('Replaced').waitFor()
    t.equal(await found(service, 'cloud'), 2)
  })

  await t.test('a document is removed again', async (t) => {
    const { page } = await openPage(t, { service, path })
    await choose(page, [file('zattera.txt', 'La zattera\n\nUna zattera attraversa il lago di notte.\n')])
    await page.locator('.upload.done').waitFor()
    t.equal(await found(service, 'zattera'), 1)
    await page.getByRole('button', { name: 'Remove again: zattera.txt' }).click()
    await page.locator('.upload.removed').waitFor()
    t.equal(await found(service, 'zattera'), 0)
    await page.getByRole('button', { name: 'Clear finished ones' }).click()
    t.equal(await page.locator('.upload').count(), 0)
  })

  await t.test('what is not read says so in plain words, and a broken file can be tried again', async (t) => {
    const { page } = await openPage(t, { service, path, language: 'it' })
    await choose(page, [file('logo.png', 'x'), file('vuoto.txt', ''), file('rotto.pdf', '%PDF-1.7\nniente')])
    const list = page.getByRole('region', { name: 'I tuoi documenti' })
    await list.getByText('0 di 3 pronti, 3 non riusciti').waitFor()
    const items = await list.locator('.upload').allTextContents()
    t.match(items[0], /logo\.png.*Formato che non viene letto/s)
    t.match(items[1], /vuoto\.txt.*File vuoto/s)
    t.match(items[2], /rotto\.pdf.*Non si riesce a leggerlo.*Il servizio dice:/s)
    t.equal(await list.getByRole('button', { name: /^Riprova: / }).count(), 1)
    t.strictSame(await violations(page), [])
  })

  await t.test(
    'a folder that is dropped: all files in it, and nothing that systems leave there',
    async (t) => {
      const { page } = await openPage(t, { service, path })
      await page.evaluate(() => {
        const entry = (name: string, text: string) => ({
          isFile: true,
          name,
          file: (done: (file: File) => void) => done(new File([text], name)),
        })
        const folder = (name: string, entries: object[]) => ({
          isFile: false,
          name,
          createReader: () => ({
            readEntries: (done: (some: object[]) => void) => done(entries.splice(0, 1)),
          }),
        })
        const atti = folder('atti', [
          entry('.DS_Store', 'x'),
          folder('2024', [entry('gelsi.txt', 'I gelsi\n\nI gelsi del viale sono stati potati.')]),
          entry('siepi.txt', 'Le siepi\n\nLe siepi del parco sono alte.'),
        ])
        const event = new Event('drop', { cancelable: true })
        const dataTransfer = { types: ['Files'], files: [], items: [{ webkitGetAsEntry: () => atti }] }
        Object.defineProperty(event, 'dataTransfer', { value: dataTransfer })
        dispatchEvent(event)
      })
      await page.getByText('2 of 2 done').waitFor()
      await page.getByText('1 hidden file was passed over.').waitFor()
      t.strictSame(await page.locator('.upload-name').allTextContents(), [
        'atti/2024/gelsi.txt',
        'atti/siepi.txt',
      ])
      t.equal(await found(service, 'gelsi'), 1)
    },
  )

  await t.test('a text that is pasted', async (t) => {
    const { page } = await openPage(t, { service, path })
    await page.getByText('Paste a text instead').click()
    await page.getByRole('button', { name: 'Add this text' }).click()
    await page.getByText('There is nothing to add yet').waitFor()
    await page.getByLabel('Text', { exact: true }).fill('Il faro di Punta Secca resta acceso tutta la notte.')
    await page.getByLabel('Title').fill('Il faro')
    await page.getByLabel('Date').fill('maggio')
    await page.getByRole('button', { name: 'Add this text' }).click()
    await page.getByText('Write a year, a month or a day').waitFor()
    await page.getByLabel('Date').fill('5/2024')
    await page.getByRole('button', { name: 'Add this text' }).click()
    await page.getByText('1 of 1 done').waitFor()
    t.match(await page.locator('.upload').textContent(), /Il faro.*Italian.*May 2024/s)
    t.equal(await page.getByLabel('Text', { exact: true }).inputValue(), '')
  })

  await t.test(
    'uploads go on in other views, and leaving the page while they run is asked about',
    async (t) => {
      // This service keeps no decisions about pairs, which the lexicon asks for.
      const { page } = await openPage(t, { service, path, expected: /403/ })
      let letGo = (): void => {}
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      await page.route('**/v1/documents/**', async (route) => {
        await held
        await route.continue()
      })
      await choose(page, [file('traghetto.txt', 'Il traghetto\n\nIl traghetto parte ogni ora.')])
      await page.getByText('Being sent').waitFor()
      const asked = new Promise<string>((resolve) =>
        page.once('dialog', (dialog) => {
          resolve(dialog.type())
          void dialog.dismiss()
        }),
      )
      await page.close({ runBeforeUnload: true })
      t.equal(await asked, 'beforeunload')
      await page.getByRole('link', { name: 'Lexicon' }).click()
      letGo()
      await page.getByRole('link', { name: 'Add documents' }).click()
      await page.getByText('1 of 1 done').waitFor()
      t.equal(await found(service, 'traghetto'), 1)
    },
  )

  await t.test('jobs say what was done, with links, and what failed and why', async (t) => {
    const { page } = await openPage(t, { service, path })
    const table = page.getByRole('table', { name: 'Jobs of the service, newest first' })
    await table.getByRole('link', { name: 'il-faro' }).waitFor()
    const rows = await table.getByRole('row').allTextContents()
    t.ok(rows.some((row) => /Put rotto.*Failed.*It cannot be read/s.test(row)))
    t.ok(rows.some((row) => /Remove zattera.*Done.*Removed/s.test(row)))
  })

  for (const [language, colorScheme, width] of LOOKS) {
    await t.test(`looks right: ${language}, ${colorScheme}, ${width} pixels`, async (t) => {
      const { page } = await openPage(t, {
        service,
        path,
        language,
        colorScheme,
        viewport: { width, height: 800 },
        expected: /412/,
      })
      await page.locator('.paste summary').click()
      await choose(page, [
        english,
        file('logo.png', 'x'),
        file(`${'lunghissimo'.repeat(9)}.txt`, 'Il molo è lungo.'),
      ])
      await page.locator('.upload.there').first().waitFor()
      await page.locator('.upload.done, .upload.there').nth(1).waitFor()
      t.strictSame(await violations(page), [])
      t.strictSame(await overflow(page), [])
    })
  }
})

test('Without the right to write', inBrowser, async (t) => {
  const documents = { 'a.md': '# Reti\n\nLe reti elettriche europee.' }

  await t.test('a service that nobody may write to says how it is opened', async (t) => {
    for (const [language, words] of [
      ['en', /Nobody may write to this service yet/],
      ['it', /Nessuno può ancora scrivere/],
    ] as const) {
      const { page } = await openPage(t, { documents, language, path: '/?view=add', expected: /403/ })
      await page.getByText(words).waitFor()
      await page.getByText('bifora keys add --label … --scope index').waitFor()
      t.equal(await page.locator('input[type=file]').count(), 0)
      t.strictSame(await violations(page), [])
    }
  })

  await t.test('a key that is not known is told of, and asked for again', async (t) => {
    const { page } = await openPage(t, { documents, path: '/?view=add', expected: /40[13]/ })
    await page.getByRole('textbox', { name: 'Key' }).fill('bif_nobody')
    await page.getByRole('button', { name: 'Use this key' }).click()
    await page.getByText('The service does not know your key').waitFor()
  })
})
