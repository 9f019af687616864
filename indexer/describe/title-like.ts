/** What stands where a title does and is none: navigation, kickers, markup, page numbers, names that programs give. */

const NAVIGATION = [
  'menu|menù|home|homepage|home page|navigation|navigazione|main navigation|navigazione principale|site navigation',
  'skip to (?:main )?(?:content|navigation)|skip to main|jump to (?:content|navigation)|(?:vai|salta|passa) (?:direttamente )?al contenuto(?: principale)?|vai al menu|vai al footer',
  'table of contents|contents|indice(?: dei contenuti)?|sommario|in this (?:page|article|section)|on this page|in questa pagina|toc|index',
  'search|cerca|ricerca|login|log in|sign in|sign up|accedi|registrati|area riservata|cookies?(?: policy| settings)?|privacy(?: policy)?|informativa (?:privacy|cookie)|newsletter',
  'share|condividi|stampa|print|leggi (?:anche|tutto)|read more|related(?: articles| posts)?|articoli correlati|breadcrumbs?|sei (?:qui|in)|you are here|back to top|torna su|contatti|contacts?|contact us|seguici|follow us|download|allegati|attachments|comments|commenti|loading|caricamento',
].join('|')
const FURNITURE = new RegExp(`^[\\s«»<>|·•←→↑☰×✕-]*(?:${NAVIGATION})[\\s:!.…«»<>|·•←→↑☰×✕-]*$`, 'iu')

/** The kind or section of a page, above its title. */
const KICKER =
  /^(?:news|notizie|notizia|comunicat[oi](?: stampa)?|press release|news release|news article|primo piano|in evidenza|attualità|cronaca|blog(?: post)?|articol[oi]|article|articles|focus|speciale|opinioni?|opinion|editoriale|editorial|eventi|events?|avvis[oi]|bandi|documenti|pubblicazioni|publications?|rassegna stampa|tag|tags|categori[ae]|category|categories|sezione|section|abstract|draft|bozza|internal|riservato|confidential|in breve|breaking news|updates?|novità|faq)\s*[:.]?$/iu

const MARKUP =
  /^(?:\{\{.*\}\}|\{%.*%\}|\[\/?[a-z_-]+(?:\s+[a-z_-]+=[^\]]*)?\]|\[\[.*\]\]|<[^>]*>|:{3,}.*|!\[.*\]\(.*\)|@\p{L}+\{?|import\s.+from\s.+)$/u
const TAGS = /^(?:#[\p{L}\p{N}_-]+[\s,]*)+$/u
const PAGE_NUMBER =
  /^(?:[-–—\s]*(?:pag(?:ina|\.)?|page|p\.|slide|foglio|sheet)?\s*\d{1,4}(?:\s*(?:\/|di|of|su|-)\s*\d{1,4})?[-–—\s]*|[ivxlc]{1,7})$/iu
/** Letters that lead to the parts of an index, or one that stands above a part. */
const INDEX_LETTERS = /^(?:\p{Script=Latin}(?:[\s|·,–-]+|$))+$/u
const PROGRAM_NAME =
  /^(?:untitled(?: document)?(?: \d+)?|senza (?:titolo|nome)(?: \d+)?|no title|(?:nuovo )?documento?\s?\d*|(?:new )?document\s?\d*|presentazione(?: standard| di powerpoint)?\s?\d*|powerpoint presentation|presentazione standard|microsoft (?:word|powerpoint|excel)\b.*|foglio\s?\d+|sheet\s?\d+|index|default|readme)$/iu
const FILE_NAME = /^[^\s/\\]+\.(?:docx?|pdf|odt|rtf|pptx?|xlsx?|html?|txt|indd|pages|tex|dvi)$/iu

/** Of what would be a title if there were no better one. */
export const KICKER_REASON = 'the section of a page'

/** Why a text is no title, in a few words; null if it may be one. */
export function whyNoTitle(text: string): string | null {
  const line = text.trim()
  if (!/[\p{L}\p{N}]/u.test(line)) return 'no words'
  if (line.length > 200) return null
  if (FURNITURE.test(line) || INDEX_LETTERS.test(line)) return 'navigation'
  if (KICKER.test(line)) return KICKER_REASON
  if (MARKUP.test(line)) return 'markup'
  if (TAGS.test(line)) return 'a tag'
  if (PAGE_NUMBER.test(line)) return 'a page number'
  if (PROGRAM_NAME.test(line) || FILE_NAME.test(line)) return 'a name that a program gives'
  return null
}
