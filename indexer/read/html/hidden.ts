/** Which elements hold nothing that a reader sees as text. */

/** Their content is data, drawing, controls or a stand-in for it. */
const UNREAD = new Set(
  `script style template svg noscript title iframe object embed applet canvas audio video map select datalist
   textarea button input option optgroup meter progress rt rp annotation annotation-xml dialog menuitem noframes noembed`.split(
    /\s+/,
  ),
)

/** Classes by which sites hide text from everyone but screen readers: "opens in a new window". */
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden(?:visually)?|assistive-text|is-hidden|d-none|hidden-print-only|print-only|mw-editsection|headerlink)(?:\s|$)/i

/** Whether elements of this name are left out with all they hold. */
export function isUnread(name: string): boolean {
  return UNREAD.has(name)
}

/**
 * Whether an element is hidden by its own attributes. The page as a whole never is: scripts that unveil it have not
 * run. `hidden="until-found"` is meant to be searched.
 */
export function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'html' || name === 'body') return false
  const { hidden, style, class: classes } = attributes
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  if (attributes['aria-hidden'] === 'true') return true
  if (style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
    return true
  return classes !== undefined && HIDDEN_CLASS.test(classes) && !/^h[1-6]$/.test(name)
}
