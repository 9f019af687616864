/** What stands on a page beside its text: navigation, banners, share buttons, comments, teasers of other pages. */
import { ancestorsOf, elementsIn, type HtmlElement, rawText } from './tree.ts'

const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
  'alertdialog',
  'complementary',
  'tablist',
])

/** Words by which classes and ids call the furniture of a site: at the beginning or the end of a name. */
const FURNITURE_WORDS = String.raw`nav|navbar|navigation|nav-?(?:header|footer|links?|wrapper)|topnav|subnav|sidenav|sub-?menu|main-?menu|menu|breadcrumbs?|bread-crumbs?|briciole|pagination|pager|paginazione|prev-?next|skip-?(?:links?|nav|to-content)|share|sharing|share-?(?:bar|buttons?|links?|tools)|condividi|social|social-?(?:links?|share|media|icons)|addtoany|sharedaddy|site-?(?:header|footer|nav)|page-?footer|footer|masthead|side-?bars?|sphinxsidebar|newsletter|news-?letter-?\w*|subscribe|subscription|iscriviti|related|related-?\w+|correlati|leggi-?anche|recommended|recommended-?\w+|recommendations|read-?(?:more|also|next)|most-?(?:read|popular|viewed)|popular-?posts|trending|piu-?letti|advert\w*|ads?|adv|sponsor\w*|promo\w*|popup|modal|overlay|toc|table-?of-?contents|tags|tag-?(?:list|cloud|links)|post-?tags|toolbar|topbar|lang(?:uage)?-?(?:switcher|selector|menu|nav)|login|search-?(?:form|box|bar)|back-?to-?top|feedback|(?:cmp-|it-page-|page-|article-|post-)?rating|rate-?(?:this-?)?page|valuta-?pagina|printfooter|catlinks|noprint|widget-?area|author-?(?:box|bio|info)|about-?author|paywall|outbrain|taboola\w*|zergnet|mw-editsection`
const FURNITURE = new RegExp(
  String.raw`(?:^|\s)(?:${FURNITURE_WORDS})(?:$|[\s_-])|[_-](?:${FURNITURE_WORDS})(?:$|\s)`,
  'i',
)
const COMMENTS =
  /(?:^|[\s_-])(?:comments|comment-?(?:list|form|area|section|wrapper|container|box|thread)s?|commenti|respond|responses|disqus\w*|fb-comments)(?:$|[\s_-])/i
const COMMENT = /(?:^|\s)(?:comment|commento)(?:$|\s|-(?:body|content|item|text)(?:$|\s))/i
/** Words by which sites call the text itself. */
const TEXT_WORDS =
  /(?:^|[\s_-])(?:content|article|entry|story|body|text|testo|post-?content|post-?body)(?:$|[\s_-])/i
const CONSENT = /(?:cookie|consent|gdpr|onetrust|iubenda|didomi|usercentrics|privacy-?(?:banner|popup|bar))/i
/** Boxes beside the text that belong to it. */
const REMARK =
  /(?:^|[\s_-])(?:admonition|note|notes|warning|caution|tip|important|hint|info|callout|danger|footnotes?|topic|example|definition|pullquote|infobox|box|riquadro|approfondimento|endnotes?)(?:$|[\s_-])/i
const INSIDE_TEXT = new Set(['article', 'main', 'section'])
const INLINE =
  /^(?:a|abbr|b|code|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|tt|cite|dfn|p|pre|h[1-6]|html|body|main|article|table|tbody|thead|tr|td|th)$/

/**
 * Takes out of a measured tree what is no text of the page. Never takes what holds half of the page, or its title:
 * then the name means something else.
 *
 * @param protect an element that stays, with all that it stands in
 */
export function removeBoilerplate(root: HtmlElement, protect: HtmlElement | null): void {
  const kept = new Set(protect === null ? [] : ancestorsOf(protect))
  const total = root.ink
  const clean = (element: HtmlElement): void => {
    let isChanged = false
    const children = element.children.filter((child) => {
      if (typeof child === 'string' || kept.has(child) || child === protect) return true
      const isOut = isCommentBox(child) || (child.ink < 0.5 * total && isBoilerplate(child, total))
      isChanged ||= isOut
      return !isOut
    })
    if (isChanged) element.children = children
    for (const child of children) if (typeof child !== 'string') clean(child)
  }
  clean(root)
}

function isBoilerplate(element: HtmlElement, total: number): boolean {
  const { name, attributes, ink } = element
  if (ink === 0) return false
  if (name === 'nav') return true
  if (ROLES.has(attributes.role ?? '')) return attributes.role !== 'complementary' || !isRemark(element)
  if (name === 'header') return !isInsideText(element)
  if (name === 'footer') return !isInsideText(element) || element.linkInk > 0.5 * ink
  if (name === 'aside') return !isRemark(element)
  if (name === 'form') return ink < 0.3 * total
  if (INLINE.test(name)) return false
  const { class: classes = '', id = '' } = attributes
  if (CONSENT.test(classes) || (CONSENT.test(id) && isBox(element))) return ink < 0.3 * total
  if (COMMENTS.test(classes) || COMMENTS.test(id)) return isBox(element) || holdsComments(element)
  if (FURNITURE.test(classes)) return !isText(element)
  if (FURNITURE.test(id) && isBox(element)) return element.linkInk > 0.25 * ink || ink < 300
  return isConsentByText(element) || isLinkBox(element)
}

function isInsideText(element: HtmlElement): boolean {
  for (const { name, attributes } of ancestorsOf(element))
    if (INSIDE_TEXT.has(name) || attributes.role === 'main') return true
  return false
}

function isRemark({ attributes }: HtmlElement): boolean {
  if (/^(?:note|doc-\w+)$/.test(attributes.role ?? '')) return true
  return REMARK.test(attributes.class ?? '')
}

/** Whether a box that is called furniture is text nevertheless: `content-read-more`, `post sidebar-left`. */
function isText(element: HtmlElement): boolean {
  const { ink, linkInk, attributes } = element
  if (linkInk > 0.4 * ink) return false
  if (isRemark(element)) return true
  const paragraphs = elementsIn(element).filter(
    (inner) => inner.name === 'p' && inner.ink > 80 && inner.linkInk < 0.3 * inner.ink,
  )
  if (paragraphs.length < 2) return false
  return paragraphs.length >= 4 || TEXT_WORDS.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
}

/** A comment, or a box of them: readers may have written more than the author. */
function isCommentBox(element: HtmlElement): boolean {
  const { name, attributes, ink } = element
  if (ink === 0 || !/^(?:div|section|article|ol|ul|li)$/.test(name)) return false
  const { class: classes = '', id = '' } = attributes
  if (COMMENT.test(classes)) return true
  return (COMMENTS.test(classes) || COMMENTS.test(id)) && holdsComments(element)
}

function holdsComments(element: HtmlElement): boolean {
  return elementsIn(element).some(({ attributes }) => COMMENT.test(attributes.class ?? ''))
}

/** An id is often made from the heading below it: "cookies", "search", "login" are sections of manuals. */
function isBox({ name, children, attributes }: HtmlElement): boolean {
  if (
    name === 'section' ||
    name === 'article' ||
    /(?:^|\s)(?:section|sect\d)(?:\s|$)/.test(attributes.class ?? '')
  )
    return false
  const first = children.find((child) => typeof child !== 'string')
  return typeof first !== 'object' || !/^h[1-6]$/.test(first.name) || name === 'aside' || name === 'ul'
}

/** A short box about cookies: consent is asked in many words and few classes. */
function isConsentByText(element: HtmlElement): boolean {
  const { ink, name } = element
  if (ink > 900 || ink < 30 || !/^(?:div|section|aside|p|ul)$/.test(name) || isInsideText(element))
    return false
  if (!/^(?:fixed|body|#page|div)$/.test(element.parent?.name ?? '')) return false
  const text = rawText(element)
  return (
    /\bcookies?\b/i.test(text) &&
    /\b(?:accett\w+|rifiut\w+|accept|reject|consent\w*|acconsent\w+|navigazione|browsing|continu\w+)\b/i.test(
      text,
    ) &&
    !/^h1$/.test(elementsIn(element)[0]?.name ?? '')
  )
}

/** Many links without a word between them, in no text: a menu made of lists. */
function isLinkBox(element: HtmlElement): boolean {
  if (!/^(?:ul|ol)$/.test(element.name) || element.links < 4 || isInsideText(element)) return false
  return (
    element.linkInk > 0.95 * element.ink &&
    element.ink / element.links < 25 &&
    element.parent?.name === 'body'
  )
}
