/** HTML that is made of text: what is put in is escaped, unless it is HTML itself. Pure. */

/** HTML, as different from text. */
export type Html = { html: string }

type Value = Html | readonly Html[] | string | number | undefined

/** A template of HTML. Text is escaped, for content and for attributes in quotation marks; undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(written)) }
}

function written(value: Value): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return escaped(String(value))
  return [value]
    .flat()
    .map(({ html }) => html)
    .join('')
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
