import t from 'tap'
import { IndexingError } from '../../../indexer/errors.ts'
import { listZip, ZIP_LIMITS } from '../../../indexer/read/zip.ts'
import { type ZipPart, zipOf } from '../../helpers/zip.ts'

t.test('files are listed in order and read, folders are not', async (t) => {
  const zip = zipOf([
    { name: 'atti/', data: '' },
    { name: 'atti/delibera è.txt', data: 'La giunta delibera.', isDeflated: true },
    { name: 'b.txt', data: 'Testo' },
  ])
  const entries = await listZip(zip)
  t.same(
    entries.map(({ path, sizeBytes }) => [path, sizeBytes]),
    [
      ['atti/delibera è.txt', 19],
      ['b.txt', 5],
    ],
  )
  t.equal(String(await entries[0]?.whole()), 'La giunta delibera.')
  t.equal(String(await entries[1]?.whole()), 'Testo')
})

t.test('a file that cannot be read costs only itself', async (t) => {
  const cases: [why: string, part: ZipPart, reason: RegExp][] = [
    ['encrypted', { name: 'a', data: 'x', isDeflated: true, flags: 1 }, /password/],
    ['outside', { name: '../a', data: 'x' }, /outside/],
    ['outside, further in', { name: 'b/../../a', data: 'x' }, /outside/],
    ['absolute', { name: '/etc/a', data: 'x' }, /outside/],
    ['absolute on Windows', { name: 'C:\\a', data: 'x' }, /outside/],
    ['another method', { name: 'a', data: 'x', method: 14 }, /method 14/],
    ['a bomb', { name: 'a', data: Buffer.alloc(3_000_000), isDeflated: true }, /grows/],
  ]
  for (const [why, part, reason] of cases) {
    const [bad, good] = await listZip(zipOf([part, { name: 'good', data: 'x' }]))
    t.match(bad?.refused, reason, why)
    await t.rejects(async () => bad?.whole(), { name: 'IndexingError', message: reason }, why)
    t.equal(String(await good?.whole()), 'x', why)
  }
})

t.test('what is no zip, or holds too much, is an error with its reason', async (t) => {
  const good = zipOf([{ name: 'a', data: 'x'.repeat(2_000) }])
  const limits = { ...ZIP_LIMITS, entries: 2, bytes: 5_000 }
  const cases: [why: string, bytes: Buffer, reason: RegExp][] = [
    ['empty', Buffer.alloc(0), /damaged/],
    ['text', Buffer.from('PK? Non è uno zip.'), /damaged/],
    ['cut off', good.subarray(0, -10), /damaged/],
    ['too many', zipOf(['a', 'b', 'c'].map((name) => ({ name, data: '' }))), /3 files, more than 2/],
    ['too much', zipOf(['a', 'b'].map((name) => ({ name, data: 'x'.repeat(3_000) }))), /unpacked/],
  ]
  for (const [why, bytes, reason] of cases) {
    await t.rejects(listZip(bytes, limits), { name: 'IndexingError', message: reason }, why)
  }
})

t.test('a size that is not the truth ends reading, not the process', async (t) => {
  const data = 'x'.repeat(50_000)
  for (const claimedBytes of [10, 60_000]) {
    const [entry] = await listZip(zipOf([{ name: 'a', data, isDeflated: true, claimedBytes }]))
    await t.rejects(async () => entry?.whole(), IndexingError)
  }
})

t.test('stored bytes that are damaged end reading', async (t) => {
  const zip = zipOf([{ name: 'a', data: 'Una frase che non si ripete.' }])
  zip[40] = 0x2a
  const [entry] = await listZip(zip)
  await t.rejects(async () => entry?.whole(), { name: 'IndexingError', message: /not what was packed/ })
})

t.test('packed bytes that are damaged end reading', async (t) => {
  const zip = zipOf([{ name: 'a', data: 'Una frase che si ripete. '.repeat(50), isDeflated: true }])
  zip.fill(0xff, 40, 60)
  const [entry] = await listZip(zip)
  await t.rejects(async () => entry?.whole(), IndexingError)
})
