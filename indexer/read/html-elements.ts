/**
 * What is known of HTML: only these names make a tag (HTML Living Standard, section 4, and its obsolete
 * elements).
 */

/** Elements inside a line of text: their tags part no words. */
export const INLINE_ELEMENTS = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span',
  'strike strong sub sup time tt u var wbr',
)

/** All others: their tags part words. */
const BLOCK_ELEMENTS = names(
  'address applet area article aside audio base basefont blockquote body br button canvas caption center col',
  'colgroup datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1',
  'h2 h3 h4 h5 h6 head header hgroup hr html iframe img input legend li link main map menu meta meter nav noframes',
  'noscript object ol optgroup option output p param picture pre progress rp rt script search section select slot',
  'source style summary svg table tbody td template textarea tfoot th thead title tr track ul video',
)

/** Every name that makes a tag, in lower case. */
export const ELEMENTS: ReadonlySet<string> = new Set([...INLINE_ELEMENTS, ...BLOCK_ELEMENTS])

/** Attributes that are written without a value. */
export const BOOLEAN_ATTRIBUTES = names(
  'async autofocus autoplay checked controls default defer disabled download hidden inert ismap itemscope loop',
  'multiple muted nomodule noshade novalidate nowrap open readonly required reversed scoped selected setup',
)

function names(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
