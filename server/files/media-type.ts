/** What kind of file a name says it is, of the formats that are read; never one that a browser would run. Pure. */

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  epub: 'application/epub+zip',
  rtf: 'application/rtf',
  eml: 'message/rfc822',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
}

const UNKNOWN = 'application/octet-stream'

/** All that files are sent as. */
export const fileTypes: readonly string[] = [UNKNOWN, ...Object.values(TYPES)]

/** The media type of a file; of markup and of what is not known one that is only saved. */
export function mediaTypeOf(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return TYPES[extension] ?? UNKNOWN
}

/** `attachment` with a name (RFC 6266): in ASCII, and in full where that is not enough. */
export function attachmentNamed(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.toString()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"${ascii === name ? '' : `; filename*=UTF-8''${full}`}`
}
