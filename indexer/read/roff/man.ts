/** Macros of man(7) → what a composer makes of them. */
import type { Composer } from './composer.ts'
import { argumentsOf } from './definitions.ts'

/** What is shown of a text in roff. */
export type Words = (text: string) => { words: string; goesOn: boolean }

/** Levels of headings: the page itself has the first. */
export const SECTION_LEVEL = 2

const FONTS_WITH_SPACES = new Set('B I R SM SB CW C'.split(' '))
const FONTS_WITHOUT = new Set('BI BR IB IR RB RI CR CB CI'.split(' '))

/**
 * Takes a macro.
 *
 * @returns whether it is one of man(7)
 */
export function takeMan(name: string, rest: string, composer: Composer, words: Words): boolean {
  const given = (): string[] => argumentsOf(rest).map(({ text }) => text)
  const shown = (text: string | undefined): string => words(text ?? '').words
  if (FONTS_WITH_SPACES.has(name) || FONTS_WITHOUT.has(name)) {
    const { words: text, goesOn } = words(given().join(FONTS_WITHOUT.has(name) ? '' : ' '))
    composer.add(text, { goesOn })
    if (rest !== '') composer.endLine()
    return true
  }
  switch (name) {
    case 'SH':
    case 'SS': {
      composer.beginHeading(name === 'SH' ? SECTION_LEVEL : SECTION_LEVEL + 1)
      composer.add(shown(given().join(' ')))
      composer.endLine()
      return true
    }
    case 'PP':
    case 'LP':
    case 'P':
    case 'HP':
      composer.end()
      return true
    case 'RS':
      composer.takeAsLabel()
      return true
    case 'RE':
      composer.flush()
      return true
    case 'TP':
      composer.end()
      composer.beginLabel()
      return true
    case 'TQ':
      composer.beginLabel()
      return true
    case 'IP':
      composer.label(shown(given()[0]))
      return true
    case 'EX':
    case 'DS':
    case 'Vb':
      composer.setCode(true)
      return true
    case 'EE':
    case 'DE':
    case 'Ve':
      composer.setCode(false)
      return true
    case 'SY':
      composer.flush()
      composer.add(shown(given()[0]))
      return true
    case 'YS':
      composer.flush()
      return true
    case 'OP':
      composer.add(`[${shown(given().join(' '))}]`)
      return true
    case 'MR': {
      const [page = '', section = '', more = ''] = given()
      composer.add(`${shown(page)}(${shown(section)})${shown(more)}`)
      return true
    }
    // Addresses are shown where they have no words.
    case 'UR':
    case 'MT':
      composer.beginLink(shown(given()[0]).trim())
      return true
    case 'UE':
    case 'ME':
      composer.endLink()
      composer.add(shown(given()[0]), { isTight: true })
      composer.endLine()
      return true
    case 'URL':
    case 'MTO': {
      const [address = '', text = '', more = ''] = given()
      composer.add(`${shown(text === '' ? address : text)}${shown(more)}`)
      return true
    }
    default:
      return false
  }
}
