/** Dates as people type them. */
import t from 'tap'
import { typedDate } from '../../web/src/shown/typed-date.ts'

const TYPED = [
  ['2024', '2024'],
  ['2024-5', '2024-05'],
  ['5/2024', '2024-05'],
  ['17.5.2024', '2024-05-17'],
  [' 2024-05-17 ', '2024-05-17'],
  ['maggio', undefined],
  ['2024-13', undefined],
  ['24', undefined],
  ['', undefined],
] as const
for (const [text, date] of TYPED) {
  t.test(`"${text}" is ${date ?? 'no date'}`, async (t) => {
    t.equal(typedDate(text), date)
  })
}
