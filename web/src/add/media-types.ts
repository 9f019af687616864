/** Which files can be sent, and as what: by the end of their names. Pure. */

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN = 'application/vnd.oasis.opendocument'

const TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  [`${OFFICE}.wordprocessingml.document`]: ['docx', 'docm', 'dotx', 'dotm'],
  [`${OFFICE}.presentationml.presentation`]: ['pptx', 'pptm', 'ppsx', 'potx', 'ppsm'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx', 'xlsm', 'xltx', 'xlsb'],
  [`${OPEN}.text`]: ['odt', 'ott', 'fodt'],
  [`${OPEN}.presentation`]: ['odp', 'otp', 'fodp'],
  [`${OPEN}.spreadsheet`]: ['ods', 'ots', 'fods'],
  'application/epub+zip': ['epub'],
  'application/rtf': ['rtf'],
  'application/akn+xml': ['akn'],
  'text/html': ['html', 'htm', 'xhtml', 'xht', 'shtml'],
  'text/markdown': ['md', 'markdown', 'mdx', 'qmd', 'rmd', 'mkd', 'mdown'],
  'text/x-rst': ['rst', 'rest'],
  'text/asciidoc': ['adoc', 'asciidoc', 'asc'],
  'text/troff': ['man', 'mdoc', 'roff'],
  'text/plain': ['txt', 'text'],
  'message/rfc822': ['eml'],
}

const BY_EXTENSION = new Map(
  Object.entries(TYPES).flatMap(([type, extensions]) => extensions.map((one) => [one, type] as const)),
)

/** The media type that a file is sent as; undefined where files of its name are not read. */
export function mediaTypeOf(name: string): string | undefined {
  return BY_EXTENSION.get(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
}

/** Ends of names, as the chooser of files takes them: `.pdf,.docx,…`. */
export const ACCEPTED = [...BY_EXTENSION.keys()].map((extension) => `.${extension}`).join(',')

/** Whether a file is one that systems and editors leave in folders, and people do not mean. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part === 'Thumbs.db')
}
