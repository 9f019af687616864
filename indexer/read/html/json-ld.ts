/** JSON-LD of a page → what it says about the page (https://schema.org). Nothing in it is fetched or evaluated. */

/** What was found; values as written. */
export type LinkedData = {
  headline?: string
  description?: string
  published?: string
  modified?: string
  lang?: string
  publisher?: string
  url?: string
  keywords?: string[]
  siteName?: string
}

type Node = Readonly<Record<string, unknown>>

/** Longer scripts describe a shop, not a page. */
const MAX_LENGTH = 512 * 1024
const MAX_NODES = 500
/** Nodes stand in nodes: `mainEntity` of a page, `itemListElement` of a list. */
const MAX_DEPTH = 8

/**
 * Reads all scripts together, so that one may refer to nodes of another. Of several things that are described, an
 * article, report or law counts before a page, and a page before all others, which do not count.
 */
export function readJsonLd(scripts: readonly string[]): { data: LinkedData; warnings: string[] } {
  const warnings: string[] = []
  const nodes: Node[] = []
  for (const script of scripts) {
    const json = script.replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/g,
      '',
    )
    if (json.trim() === '') continue
    if (json.length > MAX_LENGTH) {
      warnings.push('JSON-LD longer than 512 KB: ignored')
      continue
    }
    try {
      collect(JSON.parse(json), nodes, 0)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      warnings.push('JSON-LD is not valid JSON: ignored')
    }
  }
  return { data: describe(nodes), warnings }
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1)
    return
  }
  if (!isNode(value)) return
  nodes.push(value)
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
    collect(value[key], nodes, depth + 1)
}

function describe(nodes: readonly Node[]): LinkedData {
  const rank = (node: Node): number => {
    const types = typesOf(node)
    if (
      types.some((type) =>
        /Article$|^(?:Report|Legislation|BlogPosting|Dataset|Book|Thesis|GovernmentService|FAQPage|HowTo|SpecialAnnouncement|DigitalDocument|CreativeWork|TechArticle|LiveBlogPosting|QAPage)$/.test(
          type,
        ),
      )
    )
      return 2
    return types.some((type) => /(?:Web|Item|About|Collection)Page$/.test(type)) ? 1 : 0
  }
  const pages = nodes.filter((node) => rank(node) > 0).sort((one, other) => rank(other) - rank(one))
  const first = (...keys: string[]): string | undefined => {
    for (const node of pages)
      for (const key of keys) {
        const text = textOf(node[key])
        if (text !== undefined) return text
      }
    return undefined
  }
  const named = (key: string, accept: (node: Node) => boolean): string | undefined => {
    for (const page of pages.slice(0, 20))
      for (const value of [page[key]].flat().slice(0, 50)) {
        const node = isNode(value)
          ? (nodes.find(
              (other) =>
                isNode(value) &&
                other['@id'] === value['@id'] &&
                other['@id'] !== undefined &&
                other.name !== undefined,
            ) ?? value)
          : undefined
        const name = node === undefined ? undefined : textOf(node.name)
        if (node !== undefined && name !== undefined && accept(node)) return name
      }
    return undefined
  }
  const isOrganization = (node: Node): boolean =>
    typesOf(node).some((type) => /Organization|Agency|Corporation|NGO/.test(type))
  const site = nodes.find((node) => typesOf(node).includes('WebSite'))
  return withoutUndefined({
    headline: first('headline', 'name'),
    description: first('description', 'abstract'),
    published: first('datePublished', 'legislationDate'),
    modified: first('dateModified', 'legislationDateVersion'),
    lang: first('inLanguage'),
    publisher:
      named('publisher', () => true) ??
      named('sourceOrganization', () => true) ??
      named('author', isOrganization),
    url: first('url'),
    keywords: keywordsOf(pages),
    siteName: textOf(site?.name),
  })
}

function keywordsOf(pages: readonly Node[]): string[] | undefined {
  for (const { keywords } of pages) {
    const list =
      typeof keywords === 'string' ? keywords.split(/[,;]/) : Array.isArray(keywords) ? keywords : []
    const texts = list.map(textOf).filter((text) => text !== undefined)
    if (texts.length > 0) return texts
  }
  return undefined
}

function typesOf(node: Node): string[] {
  return [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''))
}

/** A text, the text of a value object, or the first of a list. */
function textOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one.trim() === '' ? undefined : one
  if (!isNode(one)) return undefined
  const inner = one['@value'] ?? one.name ?? one.alternateName
  return typeof inner === 'string' && inner.trim() !== '' ? inner : undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutUndefined(data: { [Name in keyof LinkedData]: LinkedData[Name] | undefined }): LinkedData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as LinkedData
}
