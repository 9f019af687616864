/** The table of contents of a book: how it calls its chapters. */
import { posix } from 'node:path'
import type { Package } from './package.ts'
import { plain } from './properties.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml.ts'

/** Titles of chapters by the paths of their parts, from the navigation of EPUB 3 or the older NCX. */
export async function contentsOf(
  of: Package,
  folder: string,
  items: ReadonlyMap<string, XmlElement>,
  spine: XmlElement | undefined,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const add = (base: string, address: string | undefined, title: string): void => {
    const path = pathOf(posix.dirname(base), address ?? '')
    if (title !== '' && !titles.has(path)) titles.set(path, title)
  }
  const navigation = [...items.values()].find((item) =>
    /(?:^|\s)nav(?:\s|$)/.test(attributeOf(item, 'properties') ?? ''),
  )
  const older = items.get((spine && attributeOf(spine, 'toc')) ?? '')
  const path = (item: XmlElement | undefined): string =>
    pathOf(folder, (item && attributeOf(item, 'href')) ?? '')
  if (navigation !== undefined) {
    for (const link of descendants(await of.tree(path(navigation)), 'a')) {
      add(path(navigation), attributeOf(link, 'href'), plain(textOf(link)))
    }
  } else if (older !== undefined) {
    for (const point of descendants(await of.tree(path(older)), 'navPoint')) {
      const content = childOf(point, 'content')
      add(
        path(older),
        content && attributeOf(content, 'src'),
        plain(textOf(childOf(point, 'navLabel', 'text'))),
      )
    }
  }
  return titles
}

function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const own = childrenOf(element, name)
  const inner = (element?.children ?? []).flatMap((child) =>
    typeof child === 'string' ? [] : descendants(child, name),
  )
  return [...own, ...inner]
}

/** An address in a book as the path of a part, without what is behind `#`. */
export function pathOf(folder: string, address: string): string {
  const plainAddress = address.replace(/#.*$/s, '')
  try {
    return posix.join(folder, decodeURIComponent(plainAddress))
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return posix.join(folder, plainAddress)
  }
}
