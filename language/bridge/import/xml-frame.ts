/**
 * The frame of an XML document, which the RDF/XML parser does not check: no document type declaration (it could
 * declare entities), and an end tag of the outermost element (without one the file was cut short). Sees the text
 * as it passes, keeps little of it.
 */
import { LexiconError } from '../lexicon.ts'

/** A check of text in pieces. Both throw {@link LexiconError}. */
export type XmlFrame = {
  see: (piece: string) => void
  end: () => void
}

/** The outermost element begins, and its end tag stands, within so many characters of the ends of the document. */
const MAX_MARGIN = 65_536
/** Declaration, comments and blanks may stand around the outermost element. */
const AROUND = String.raw`(?:(?:<\?(?:(?!\?>)[^])*\?>|<!--(?:(?!-->)[^])*-->)\s*)*`
const BEGINNING = new RegExp(String.raw`^\s*${AROUND}<(?:(!DOCTYPE)|([^\s!?/<>]+)(?=[\s/>]))`, 'i')
const ENDING = new RegExp(String.raw`</([^\s<>]+)\s*>\s*${AROUND}$`)

/** A check of one document. */
export function createXmlFrame(name: string): XmlFrame {
  let beginning = ''
  let ending = ''
  let root: string | undefined
  const findRoot = (): void => {
    const [, doctype, element] = BEGINNING.exec(beginning) ?? []
    root = element
    if (doctype !== undefined) {
      const line = beginning.slice(0, beginning.search(/<!DOCTYPE/i)).split('\n').length
      throw new LexiconError(
        `${name}, line ${line}: document type declarations and their entities are not read. Save the thesaurus without <!DOCTYPE>.`,
        line,
      )
    }
  }
  return {
    see: (piece) => {
      ending = (ending + piece).slice(-MAX_MARGIN)
      if (root !== undefined) return
      beginning += piece
      findRoot()
      if (root === undefined && beginning.length > MAX_MARGIN) {
        throw new LexiconError(`${name} is no RDF/XML: no element in its first ${MAX_MARGIN} characters.`)
      }
    },
    end: () => {
      if (root === undefined) throw new LexiconError(`${name} is no RDF/XML: it has no element.`)
      if (ENDING.exec(ending)?.[1] !== root) {
        throw new LexiconError(`${name} ends without </${root}>. Get the file again, it was cut short.`)
      }
    },
  }
}
