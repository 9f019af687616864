/** Words, one after the other → headings, paragraphs, items under their labels, code. */
import { cleanCharacters, toSingleLine } from '../characters.ts'
import type { MarkdownText } from '../markdown-text.ts'

/** How words stand beside others. Default: with a space on both sides. */
export type Spacing = {
  /** Nothing stands between these words and those before. */
  isTight?: boolean
  /** Nothing stands between these words and those to come. */
  goesOn?: boolean
}

/** What a page is made of, as it comes. */
export type Composer = {
  /** In reading order. */
  texts: MarkdownText[]
  add: (words: string, spacing?: Spacing) => void
  /** Nothing stands between what there is and what comes. */
  tighten: () => void
  /** Ends the paragraph. */
  flush: () => void
  /** Words up to {@link endLine} are a heading of this level. */
  beginHeading: (level: number) => void
  /** Words up to {@link endLine} are the label of the paragraph below. */
  beginLabel: () => void
  /** A label as it stands. Bullets are none; of `1.` the paragraph is a numbered item. */
  label: (words: string) => void
  /** Ends the paragraph, unless it is code, of which all lines belong together. */
  breakLine: () => void
  /** What there is of the paragraph is the label of what comes, if it is short and no sentence. */
  takeAsLabel: () => void
  /** Ends the heading or the label, unless what it consists of goes on. */
  endLine: () => void
  /** From here on lines are code, or no longer. */
  setCode: (isCode: boolean) => void
  /** Words up to {@link endLink} lead to an address, which is shown where there are none. */
  beginLink: (address: string) => void
  endLink: () => void
  /** A paragraph of its own. */
  put: (text: MarkdownText) => void
  /** Ends all that is open. */
  end: () => void
}

/** A longer line is a paragraph, even if what follows is indented. */
const MAX_LABEL = 120
const BULLET = /^[•·∗◦○●▪□»*+–—‐-]$|^o$/
/** Pages made by programs draw their bullets. */
const LEADING_BULLET = /^[•·] */
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]$/

/** A composer of one page. */
export function createComposer(): Composer {
  const texts: MarkdownText[] = []
  let words = ''
  let goesOn = false
  let label = ''
  let isNumbered = false
  let isCode = false
  let target: 'text' | 'label' | number = 'text'
  let link: { address: string; start: number } | null = null

  const taken = (): string => {
    const text = toSingleLine(cleanCharacters(words)).replace(LEADING_BULLET, '')
    words = ''
    goesOn = false
    return text
  }
  const flush = (): void => {
    if (target !== 'text') {
      endTarget()
      return
    }
    const text = taken()
    if (text === '') return
    if (isCode) {
      putLabel()
      texts.push({ text, level: 0, isCode })
      return
    }
    const joint = label === '' ? '' : /..[.:;,!?\]]$/.test(label) ? ' ' : ': '
    texts.push({ text: `${label}${joint}${text}`, level: 0, ...(isNumbered ? { isNumbered } : {}) })
    label = ''
    isNumbered = false
  }
  const putLabel = (): void => {
    if (label !== '') texts.push({ text: label, level: 0 })
    label = ''
    isNumbered = false
  }
  const setLabel = (text: string): void => {
    isNumbered = NUMBER.test(text)
    label = isNumbered || text === '•' ? '' : text
  }
  const endTarget = (): void => {
    const [text, kind] = [taken(), target]
    target = 'text'
    if (kind === 'label') setLabel(label === '' ? text : `${label}, ${text}`)
    else if (typeof kind === 'number') texts.push({ text, level: kind })
  }
  const close = (): void => {
    flush()
    putLabel()
  }
  const add = (text: string, { isTight = false, goesOn: more = false }: Spacing = {}): void => {
    if (text !== '') words += `${words === '' || goesOn || isTight ? '' : ' '}${text}`
    goesOn = more || (goesOn && text === '')
  }
  return {
    texts,
    add,
    tighten: () => {
      goesOn = true
    },
    flush,
    beginHeading: (level) => {
      close()
      isCode = false
      target = level
    },
    beginLabel: () => {
      flush()
      target = 'label'
    },
    label: (text) => {
      close()
      const shown = toSingleLine(cleanCharacters(text))
      setLabel(BULLET.test(shown) ? '' : shown)
    },
    breakLine: () => {
      if (!isCode) flush()
    },
    takeAsLabel: () => {
      if (target !== 'text' || isCode || words.length > MAX_LABEL || /[.:;]\s*$/.test(words)) flush()
      else if (words !== '') setLabel(taken())
    },
    endLine: () => {
      if (target !== 'text' && !goesOn && words.trim() !== '') endTarget()
    },
    setCode: (next) => {
      flush()
      isCode = next
    },
    beginLink: (address) => {
      link = { address, start: words.length }
    },
    endLink: () => {
      if (link !== null && link.start === words.length) add(link.address)
      link = null
    },
    put: (text) => {
      close()
      texts.push(text)
    },
    end: close,
  }
}
