/** Macros of mdoc(7) → what a composer makes of them. */
import type { Composer } from './composer.ts'
import { argumentsOf } from './definitions.ts'
import { SECTION_LEVEL, type Words } from './man.ts'
import { isInline, type MdocPage, takeWords } from './mdoc-line.ts'

/** Takes a macro, and says whether it is one of mdoc(7). */
export type MdocTaker = (name: string, rest: string) => boolean

/** Lists of which items have labels; the others have signs or numbers. */
const LABELLED = /^-(?:tag|hang|ohang|inset|diag)$/

/** A taker of the macros of one page. */
export function createMdoc(composer: Composer, words: Words): MdocTaker {
  const lists: string[] = []
  const displays: boolean[] = []
  let row: string[] = []
  let cell: { texts: number } | null = null
  let isSynopsis = false
  let isLabelOpen = false
  const endCell = (): void => {
    composer.flush()
    if (cell === null) return
    row.push(...composer.texts.splice(cell.texts).map(({ text }) => text))
    cell = { texts: composer.texts.length }
  }
  const endRow = (): void => {
    endCell()
    if (row.length > 0) composer.put({ text: row.join(' | '), level: 0 })
    row = []
    cell = null
  }
  const page: MdocPage = { name: '', onColumn: endCell }
  const line = (text: string): void => takeWords(argumentsOf(text), page, composer, words)

  return (name, rest) => {
    switch (name) {
      case 'Sh':
      case 'Ss':
        composer.beginHeading(name === 'Sh' ? SECTION_LEVEL : SECTION_LEVEL + 1)
        line(rest)
        composer.endLine()
        if (name === 'Sh') isSynopsis = rest.trim() === 'SYNOPSIS'
        return true
      case 'Pp':
      case 'Lp':
        composer.end()
        return true
      case 'Nd':
        composer.add(`- ${words(rest).words}`)
        return true
      case 'Nm':
        if (page.name === '') page.name = words(argumentsOf(rest)[0]?.text ?? '').words
        if (isSynopsis) composer.flush()
        line(`Nm ${rest}`)
        return true
      case 'Bl': {
        composer.flush()
        lists.push(
          argumentsOf(rest).find(({ text }) =>
            /^-(?:tag|hang|ohang|inset|diag|bullet|dash|hyphen|item|enum|column)$/.test(text),
          )?.text ?? '',
        )
        return true
      }
      case 'El':
        if (lists.pop() === '-column') endRow()
        composer.end()
        return true
      case 'It': {
        const kind = lists.at(-1) ?? ''
        if (kind === '-column') {
          endRow()
          cell = { texts: composer.texts.length }
          for (const [index, part] of rest.split('\t').entries()) {
            if (index > 0) endCell()
            line(part)
          }
        } else if (LABELLED.test(kind)) {
          composer.end()
          composer.beginLabel()
          line(rest)
          isLabelOpen = /\bXo\b/.test(rest)
          if (!isLabelOpen) composer.endLine()
        } else {
          composer.label(kind === '-enum' ? '1.' : '•')
          line(rest)
        }
        return true
      }
      case 'Xc':
        if (isLabelOpen) composer.endLine()
        isLabelOpen = false
        line(rest)
        return true
      case 'Bd': {
        const isCode = /-(?:literal|unfilled)\b/.test(rest)
        displays.push(isCode)
        composer.setCode(isCode)
        return true
      }
      case 'Ed':
        displays.pop()
        composer.setCode(displays.at(-1) ?? false)
        return true
      case 'D1':
      case 'Dl':
        composer.setCode(true)
        line(rest)
        composer.setCode(displays.at(-1) ?? false)
        return true
      case 'Rs':
      case 'Re':
        composer.flush()
        return true
      case 'Ex':
        composer.add(`The ${page.name} utility exits 0 on success, and >0 if an error occurs.`)
        return true
      case 'Ft':
      case 'Fd':
        if (isSynopsis) composer.flush()
        line(`${name} ${rest}`)
        return true
      case 'In':
        line(`In ${rest}`)
        if (isSynopsis) composer.flush()
        return true
      case 'Dd':
      case 'Dt':
      case 'Os':
      case 'Tg':
      case 'Sm':
      case 'Bf':
      case 'Ef':
        return true
      case 'Ta':
        endCell()
        line(rest)
        return true
    }
    if (/^%[A-Z]$/.test(name)) {
      composer.add(`${words(rest.replace(/^"|"$/g, '').replace(/\s+[.,]$/, '')).words}.`)
      return true
    }
    if (!isInline(name)) return false
    line(`${name} ${rest}`)
    if (!isLabelOpen) composer.endLine()
    return true
  }
}
