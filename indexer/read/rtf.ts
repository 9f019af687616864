/** RTF → a document: headings by outline level and style, lists with their numbers, rows of tables, notes behind their paragraph. */
import type { Metadata, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { codePageOfCharset, decodeCodePage } from './code-pages.ts'
import type { Content } from './content.ts'
import { openPieces, type Piece, toBlocks } from './pieces.ts'
import { isRealDate, isRealTitle, isTitleOf, plain, tagsOf } from './properties.ts'
import { createRtfParagraphs } from './rtf-paragraphs.ts'
import { CHARACTERS, DESTINATIONS, INITIAL_STATE, type RtfState, TRANSPARENT } from './rtf-state.ts'
import { rtfTokens } from './rtf-tokens.ts'
import { symbolOf } from './symbols.ts'

const MAX_DEPTH = 1000

/** What stands in the head of an RTF. */
type Info = { title: string; keywords: string; changed: string; made: string }

/**
 * Reads RTF. Left out are headers and footers, deleted and hidden text, comments and tables of contents.
 *
 * @throws {IndexingError} `UNREADABLE` if it is none, `TOO_LARGE` if its groups are nested too deeply
 */
export async function readRtf(content: Content): Promise<ReadDocument> {
  const rtf = (await content.whole()).toString('latin1')
  if (!/^\uFEFF?\s*\{\\rtf?/.test(rtf.slice(0, 100).replace(/^ï»¿/, ''))) {
    throw new IndexingError('UNREADABLE', 'no RTF, whatever its name says')
  }
  const info: Info = { title: '', keywords: '', changed: '', made: '' }
  const opened = await openPieces(piecesOf(rtf, info))
  return { metadata: metadataOf(info, opened.first), blocks: toBlocks(opened), warnings: [] }
}

function metadataOf(info: Info, first: readonly Piece[]): Metadata {
  const metadata: Metadata = {}
  const title = plain(info.title)
  const own = first.some(({ level }) => level === 'title' || level === 1)
  const texts = first.map(({ text }) => text)
  if (isRealTitle(title) && (!own || isTitleOf(title, texts))) metadata.title = title
  const tags = tagsOf([info.keywords])
  if (tags.length > 0) metadata.tags = tags
  const updated = info.changed || info.made
  if (isRealDate(updated)) metadata.updated = updated
  return metadata
}

async function* piecesOf(rtf: string, info: Info): AsyncGenerator<Piece> {
  const paragraphs = createRtfParagraphs()
  const stack: RtfState[] = []
  const fonts = new Map<number, { page: number | undefined; isSymbol: boolean }>()
  let state = INITIAL_STATE
  let [page, toSkip, styleName, styleWords] = [1252, 0, '', new Map<string, number>()]
  let [stamp, definedFont, fieldCode]: [string[], number, string] = [[], -1, '']
  let bytes: number[] = []

  const flush = (): void => {
    if (bytes.length === 0) return
    const font = fonts.get(state.font)
    const text =
      font?.isSymbol === true
        ? bytes.map((byte) => symbolOf('Symbol', 0xf000 + byte)).join('')
        : decodeCodePage(Buffer.from(bytes), font?.page ?? page)
    bytes = []
    add(text)
  }
  const add = (text: string): void => {
    const { destination } = state
    if (destination === 'title' || destination === 'keywords') info[destination] += text
    else if (destination === 'field code') fieldCode += text
    else if (destination === 'styles') styleName += text
    else if (destination === 'fonts') {
      const isSymbol = /symbol|dings/i.test(text)
      if (isSymbol) fonts.set(definedFont, { page: undefined, isSymbol })
    } else if (destination === 'body' || destination === 'note' || destination === 'list text') {
      if (!state.isHidden && !state.isDeleted) paragraphs.add(text, state)
    }
  }
  const addBytes = (latin1: string): void => {
    const skipped = Math.min(toSkip, latin1.length)
    toSkip -= skipped
    for (let at = skipped; at < latin1.length; at += 1) bytes.push(latin1.charCodeAt(at))
  }
  const open = (): void => {
    if (stack.length >= MAX_DEPTH) {
      throw new IndexingError('TOO_LARGE', `groups nested more than ${MAX_DEPTH} deep`)
    }
    stack.push(state)
    paragraphs.open()
    state = { ...state, isOptional: false }
  }
  const close = (): void => {
    const ended = state
    const above = stack.pop() ?? INITIAL_STATE
    state = above
    if (ended.destination === 'styles') {
      if (styleName.trim() !== '') paragraphs.defineStyle(styleName.replace(/;.*$/s, '').trim(), styleWords)
      ;[styleName, styleWords] = ['', new Map()]
    }
    if (ended.destination === 'field code' && above.destination !== 'field code') {
      // The result stands in the next group of the same field.
      if (/^\s*(?:TOC|INDEX)(?![A-Z])/.test(fieldCode)) state = { ...above, isContents: true }
      fieldCode = ''
    }
    if (ended.destination === 'note' && above.destination !== 'note') paragraphs.endNote()
    if (ended.destination === 'info') stamp = []
    paragraphs.close()
  }
  const enter = (word: string): boolean => {
    const destination = DESTINATIONS.get(word)
    if (word === 'ud') state = { ...state, destination: stack.at(-2)?.destination ?? 'body' }
    if (state.destination === 'skip') return true
    if (destination === undefined) {
      const wasOptional = state.isOptional
      const isSkipped = wasOptional && !TRANSPARENT.has(word)
      if (wasOptional) state = { ...state, isOptional: false, ...(isSkipped ? { destination: 'skip' } : {}) }
      return wasOptional
    }
    const isInInfo = word === 'title' || word === 'keywords'
    if (isInInfo && state.destination !== 'info') return false
    if (destination === 'note' && state.destination !== 'note') paragraphs.beginNote()
    state = { ...state, destination, isOptional: false }
    return true
  }
  const follow = (word: string, value: number | undefined): void => {
    const isOn = value !== 0
    if (word === '*') state = { ...state, isOptional: true }
    else if (word === "'") {
      if (toSkip > 0) toSkip -= 1
      else bytes.push(value ?? 0x3f)
      return
    }
    flush()
    if (word === 'u') {
      add(String.fromCharCode(((value ?? 0) + 0x10000) & 0xffff))
      toSkip = state.fallback
      return
    }
    toSkip = 0
    if (word === '*' || enter(word)) return
    switch (word) {
      case 'ansicpg':
        page = value ?? 1252
        return
      case 'mac':
        page = 10000
        return
      case 'uc':
        state = { ...state, fallback: Math.max(0, Math.min(20, value ?? 1)) }
        return
      case 'f':
        definedFont = value ?? -1
        state = { ...state, font: definedFont }
        return
      case 'fcharset':
        fonts.set(definedFont, { page: codePageOfCharset(value ?? 0), isSymbol: value === 2 })
        return
      case 'v':
        state = { ...state, isHidden: isOn }
        return
      case 'deleted':
        state = { ...state, isDeleted: isOn }
        return
      case 'b':
        state = { ...state, isBold: isOn }
        break
      case 'fs':
        state = { ...state, size: value ?? 24 }
        return
      case 'plain':
        state = { ...state, isHidden: false, isDeleted: false, isBold: false, size: 24, font: -1 }
        return
      case 'fldrslt':
        if (state.isContents) state = { ...state, destination: 'skip' }
        return
      case 'creatim':
      case 'revtim':
        stamp = [word]
        return
    }
    if (state.destination === 'styles') styleWords.set(word, value ?? 1)
    else if (state.destination === 'info') followStamp(word, value)
    else if (state.destination !== 'skip') {
      const character = CHARACTERS.get(word)
      if (character !== undefined) add(character)
      else paragraphs.follow(word, value)
    }
  }
  const followStamp = (word: string, value = 0): void => {
    if (stamp.length === 0 || !['yr', 'mo', 'dy'].includes(word)) return
    stamp.push(String(value).padStart(word === 'yr' ? 4 : 2, '0'))
    if (stamp.length === 4) info[stamp[0] === 'revtim' ? 'changed' : 'made'] = stamp.slice(1).join('-')
  }

  for (const token of rtfTokens(rtf)) {
    if (token.is === 'word') follow(token.word, token.value)
    else if (token.is === 'text') addBytes(token.text)
    else {
      flush()
      toSkip = 0
      if (token.is === 'open') open()
      else close()
    }
    yield* paragraphs.taken()
  }
  flush()
  yield* paragraphs.end()
}
