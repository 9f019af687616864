/** The entries for office documents in the table of formats: by what a zip begins with each of them is recognized. */
import { readAkomaNtoso } from './akoma-ntoso.ts'
import { readDocx } from './docx.ts'
import { readEpub } from './epub.ts'
import type { DocumentFormat } from './formats.ts'
import { readOdp } from './odp.ts'
import { readOds } from './ods.ts'
import { readOdt } from './odt.ts'
import { isOle, refuseOle } from './ole.ts'
import { refuseXml } from './other-xml.ts'
import { readPptx } from './pptx.ts'
import { readRtf } from './rtf.ts'
import { readXlsx } from './xlsx.ts'
import { isAkomaNtoso } from './xml-root.ts'

const MB = 1024 ** 2

/** Pictures count, which are not read. */
const MAX_BYTES = 100 * MB

/** In the order in which they are tried. */
export const OFFICE_FORMATS: readonly DocumentFormat[] = [
  {
    name: 'docx',
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
      'application/vnd.ms-word.document.macroenabled.12',
    ],
    extensions: ['.docx', '.docm', '.dotx', '.dotm'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOfficeXml(opening, 'word'),
    open: readDocx,
  },
  {
    name: 'pptx',
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
      'application/vnd.openxmlformats-officedocument.presentationml.template',
    ],
    extensions: ['.pptx', '.pptm', '.ppsx', '.potx', '.ppsm'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOfficeXml(opening, 'ppt'),
    open: readPptx,
  },
  {
    name: 'xlsx',
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
      'application/vnd.ms-excel.sheet.macroenabled.12',
    ],
    extensions: ['.xlsx', '.xlsm', '.xltx', '.xlsb'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOfficeXml(opening, 'xl'),
    open: readXlsx,
  },
  {
    name: 'odt',
    mediaTypes: ['text', 'text-template', 'text-flat-xml'].map(
      (kind) => `application/vnd.oasis.opendocument.${kind}`,
    ),
    extensions: ['.odt', '.ott', '.fodt'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOpenDocument(opening, 'text'),
    open: readOdt,
  },
  {
    name: 'odp',
    mediaTypes: ['presentation', 'presentation-template', 'presentation-flat-xml'].map(
      (kind) => `application/vnd.oasis.opendocument.${kind}`,
    ),
    extensions: ['.odp', '.otp', '.fodp'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOpenDocument(opening, 'presentation'),
    open: readOdp,
  },
  {
    name: 'ods',
    mediaTypes: ['spreadsheet', 'spreadsheet-template', 'spreadsheet-flat-xml'].map(
      (kind) => `application/vnd.oasis.opendocument.${kind}`,
    ),
    extensions: ['.ods', '.ots', '.fods'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOpenDocument(opening, 'spreadsheet'),
    open: readOds,
  },
  {
    name: 'rtf',
    mediaTypes: ['application/rtf', 'text/rtf'],
    extensions: ['.rtf'],
    maxBytes: 64 * MB,
    recognizes: (opening) => /^(?:\xEF\xBB\xBF)?\s*\{\\rt/.test(opening.toString('latin1', 0, 32)),
    open: readRtf,
  },
  {
    name: 'epub',
    mediaTypes: ['application/epub+zip'],
    extensions: ['.epub'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => mediaTypeOf(opening) === 'application/epub+zip',
    open: readEpub,
  },
  {
    name: 'akoma ntoso',
    mediaTypes: ['application/akn+xml'],
    extensions: ['.akn'],
    maxBytes: 64 * MB,
    recognizes: isAkomaNtoso,
    open: readAkomaNtoso,
  },
  {
    name: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    extensions: ['.xml'],
    maxBytes: 64 * MB,
    open: refuseXml,
  },
  {
    name: 'old office',
    // Nobody is told to send them.
    mediaTypes: [],
    extensions: ['.doc', '.dot', '.xls', '.xlt', '.ppt', '.pps', '.pot', '.msg'],
    maxBytes: MAX_BYTES,
    recognizes: isOle,
    open: refuseOle,
  },
]

/**
 * Whether a zip begins with the parts of an Office Open XML document whose text is in this folder. Where those are
 * further in, its name decides.
 */
function isOfficeXml(opening: Buffer, folder: string): boolean {
  const names = namesIn(opening)
  return (
    names.some((name) => /^(?:\[Content_Types\]\.xml|_rels\/)/.test(name)) &&
    names.some((name) => name.startsWith(`${folder}/`))
  )
}

/** Whether a zip says first of all that it is of this type, as OpenDocument and EPUB do, or an XML that holds all says so. */
function isOpenDocument(opening: Buffer, kind: string): boolean {
  const type = `application/vnd.oasis.opendocument.${kind}`
  if (mediaTypeOf(opening).replace(/-template$/, '') === type) return true
  const text = opening.toString('latin1')
  return /^\S{0,3}<\?xml[^>]*>\s*<office:document\s/.test(text) && text.includes(`office:mimetype="${type}`)
}

/** The media type in the first file of a zip, which is not packed; empty if there is none. */
function mediaTypeOf(opening: Buffer): string {
  if (opening.subarray(0, 4).toString('latin1') !== 'PK\x03\x04' || opening.length < 60) return ''
  const start = 30 + opening.readUInt16LE(26)
  if (opening.toString('latin1', 30, start) !== 'mimetype') return ''
  const behind = opening.toString('latin1', start + opening.readUInt16LE(28))
  return /^application\/[a-z.+-]+/.exec(behind.replace(/PK[\s\S]*/, ''))?.[0] ?? ''
}

/** Names of the files that a zip begins with. */
function namesIn(opening: Buffer): string[] {
  const names: string[] = []
  if (opening.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return names
  for (
    let at = 0;
    at !== -1 && at + 30 < opening.length;
    at = opening.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    names.push(opening.subarray(at + 30, at + 30 + opening.readUInt16LE(at + 26)).toString('latin1'))
  }
  return names
}
