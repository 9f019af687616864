/** Macros within a line of mdoc(7), which may follow each other: `.Op Fl o Ar file`. */
import type { Composer } from './composer.ts'
import type { Argument } from './definitions.ts'
import type { Words } from './man.ts'

/** What stands around what macros of a line have behind them (`Dq`), or what they open and close (`Do`, `Dc`). */
const PAIRS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  O: ['[', ']'],
  P: ['(', ')'],
  B: ['[', ']'],
  Br: ['{', '}'],
  A: ['<', '>'],
  D: ['“', '”'],
  S: ['‘', '’'],
  Q: ['"', '"'],
}
const SYSTEMS: Readonly<Record<string, string>> = {
  Bx: 'BSD',
  Nx: 'NetBSD',
  Ox: 'OpenBSD',
  Fx: 'FreeBSD',
  Dx: 'DragonFly',
  Bsx: 'BSD/OS',
  At: 'AT&T UNIX',
  Ux: 'UNIX',
}
/** Macros of which what follows is shown as it is. */
const PLAIN = new Set(
  'Ar Cm Ic Pa Ev Va Vt Dv Er Fa Ft Li Sy Em No Tn Ms Sx Ad An Fd Cd Mt Me Lb St Ql Q Fr Ot Hf Tg'.split(' '),
)
const OTHERS = new Set(
  'Nm Fl Op Pq Bq Brq Aq Dq Sq Qq Oo Oc Po Pc Bo Bc Bro Brc Ao Ac Do Dc So Sc Qo Qc'.split(' '),
)
const MORE = new Set(
  'Xr Ns Ap Pf In Fn Fo Fc Lk Xo Xc Eo Ec En Es Bx Nx Ox Fx Dx Bsx At Ux Ta Bk Ek Nd Rv Ex Sm'.split(' '),
)

const CLOSING = /^[.,:;)\]?!]$/
const OPENING = /^[([]$/

/** Whether a word is the name of a macro that may stand within a line. */
export function isInline(name: string): boolean {
  return PLAIN.has(name) || OTHERS.has(name) || MORE.has(name)
}

/** Deeper than anyone writes. */
const MAX_DEPTH = 20

/** What a line may need to know of its page. */
export type MdocPage = {
  /** What the page is about, as its first `.Nm` says. */
  name: string
  /** Called where a column of a table ends. */
  onColumn: () => void
}

/** Takes the words of a line, the first of which may be a macro. */
export function takeWords(
  given: readonly Argument[],
  page: MdocPage,
  composer: Composer,
  words: Words,
  depth = 0,
): void {
  const isMacro = (argument: Argument | undefined): boolean =>
    argument !== undefined && !argument.isQuoted && isInline(argument.text)
  const show = (text: string): void => {
    if (CLOSING.test(text)) composer.add(text, { isTight: true })
    else if (OPENING.test(text)) composer.add(text, { goesOn: true })
    else {
      const { words: shown, goesOn } = words(text)
      composer.add(shown, { goesOn })
    }
  }
  let at = 0
  /** The words up to the next macro; signs that close are not among them. */
  const own = (): string[] => {
    const found: string[] = []
    for (; at < given.length && !isMacro(given[at]); at += 1) {
      const { text, isQuoted } = given[at] as Argument
      if (!isQuoted && CLOSING.test(text)) break
      found.push(text)
    }
    return found.map((text) => words(text).words)
  }
  /** Words, with what stands between them; what is to be shown where there are none. */
  const put = (found: readonly string[], otherwise: string): void => {
    composer.add(found.length === 0 ? otherwise : found.join(' '))
  }
  /** What follows on the line stands in a pair of signs; those that close a sentence stand behind it. */
  const enclose = ([open, close]: readonly [string, string]): void => {
    let end = given.length
    while (end > at && CLOSING.test(given[end - 1]?.text ?? '') && given[end - 1]?.isQuoted === false)
      end -= 1
    composer.add(open, { goesOn: true })
    takeWords(given.slice(at, end), page, composer, words, depth + 1)
    composer.add(close, { isTight: true })
    at = end
  }
  while (at < given.length) {
    const argument = given[at] as Argument
    at += 1
    if (!isMacro(argument)) {
      show(argument.text)
      continue
    }
    const name = argument.text
    const pair = PAIRS[name.slice(0, -1)]
    if (depth < MAX_DEPTH && (name === 'Op' || (pair !== undefined && name.endsWith('q')))) {
      enclose(pair ?? ['[', ']'])
      continue
    }
    if (pair !== undefined && name.endsWith('o')) {
      composer.add(pair[0], { goesOn: true })
      continue
    }
    if (pair !== undefined && name.endsWith('c')) {
      composer.add(pair[1], { isTight: true })
      continue
    }
    if (SYSTEMS[name] !== undefined) {
      composer.add([SYSTEMS[name], ...own()].join(' ').replace(/-/g, ' ').trim())
      continue
    }
    switch (name) {
      case 'Nm':
        put(own(), page.name)
        break
      case 'Fl': {
        // Behind a comma or a bar there is another option: "Fl a , -all".
        let count = 0
        for (; at < given.length && !isMacro(given[at]); at += 1) {
          const { text } = given[at] as Argument
          if (CLOSING.test(text) || OPENING.test(text) || text === '|') show(text)
          else composer.add(`-${words(text).words}`)
          count += 1
        }
        const next = given[at]
        // "Fl Fl long": two signs and the name.
        if (count === 0)
          composer.add('-', { goesOn: isMacro(next) && next?.text !== 'Ar' && next?.text !== 'Ns' })
        break
      }
      case 'Ar':
        put(own(), 'file ...')
        break
      case 'Pa':
        put(own(), '~')
        break
      case 'Xr': {
        const [manual = '', section, ...more] = own()
        composer.add(section === undefined ? manual : `${manual}(${section})`)
        for (const text of more) show(text)
        break
      }
      case 'In':
        composer.add(`<${own().join(' ')}>`)
        break
      case 'Fn': {
        const [called = '', ...values] = own()
        composer.add(`${called}(${values.join(', ')})`)
        break
      }
      case 'Fo':
        composer.add(`${own().join(' ')}(`, { goesOn: true })
        break
      case 'Fc':
        composer.add(')', { isTight: true })
        break
      case 'Lk': {
        const [address = '', ...text] = own()
        put(text, address)
        break
      }
      case 'St':
        composer.add(own().join(' ').replace(/^-p?/, 'Std '))
        break
      case 'Ns':
        composer.tighten()
        break
      case 'Ap':
        composer.add('\u2019', { isTight: true, goesOn: true })
        break
      case 'Pf': {
        const prefix = given[at]
        at += 1
        composer.add(words(prefix?.text ?? '').words, { goesOn: true })
        break
      }
      case 'Ta':
        page.onColumn()
        break
      case 'Nd':
        composer.add('-')
        break
      case 'Rv':
      case 'Ex':
      case 'Bk':
      case 'Sm':
      case 'Tg':
      case 'Es':
        own()
        break
      default:
        if (PLAIN.has(name) || name === 'Eo' || name === 'Ec') put(own(), '')
    }
  }
}
