/** The entries for office documents in the table of formats: by what a zip begins with each of them is recognized. */
import { readDocx } from './docx.ts'
import type { DocumentFormat } from './formats.ts'
import { isOle, refuseOle } from './ole.ts'
import { readPptx } from './pptx.ts'
import { readXlsx } from './xlsx.ts'

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
    extensions: ['.xlsx', '.xlsm', '.xltx'],
    maxBytes: MAX_BYTES,
    recognizes: (opening) => isOfficeXml(opening, 'xl'),
    open: readXlsx,
  },
  {
    name: 'old office',
    mediaTypes: ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
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
