/** Whether a file whose name tells no format is a text that was written for people: README, LICENSE, NOTES.old. Pure. */
import { isUtf8 } from 'node:buffer'
import { basename, extname } from 'node:path/posix'
import { decodeWindows1252 } from './windows-1252.ts'

/**
 * What these stand for is known, and is no prose even where it reads like it: programs and what they are made with,
 * settings, data, logs, subtitles, copies that editors leave behind.
 */
const OTHER_EXTENSIONS = new Set(
  `
  ada adb ads ahk applescript as asm asp aspx astro awk bas bash bat bats bazel bib bzl c c++ cbl cc cfm cjs cl clj cljs cls cmake cmd cob coffee
  cpp cr cs csh cts cshtml css cu cxx d dart diff dpr dtd e ejs el elm emacs erb erl ex exs f f03 f90 f95 feature fish for frag fs fsi
  fsx g4 gemspec glsl go gql gradle graphql groovy gvy h h++ haml hbs hcl hh hpp hrl hs htaccess hxx idl iml inc ino ipp ipynb j jade
  java jl js jsonnet jsp jsx kt kts ksh l latex less lhs lisp ll lsp ltx lua m m4 mak make matlab mjs mk ml mli mm mod mts mustache
  nim nix njk nse nsi p4 pas patch php phtml pl plist pm po pot podspec pp prisma pro proto ps ps1 psd1 psm1 pug purs pxd py pyi pyx q qml r rake
  rb re rego rkt rs s sass sbt scala scm scss sh slim sol sparql spec sql ss sty styl sv svelte swift t tcl tex texi texinfo tf thrift tmpl
  tpl ts tsx twig typ v vala vb vbs vert vhd vhdl vim vue wat wsdl wxi wxs x xsd xsl xslt y yy zig zsh
  cfg cnf lang pc policy svg conf config csproj desktop editorconfig env eslintrc geojson gitignore gpx in ini json5 jsonc kml lock map mf properties
  props reg service sln sum targets toml topojson tsbuildinfo unit vcxproj webmanifest xcodeproj xliff xlf yaml yml
  asc.sig crt csr ics key pem pub sig vcf
  dat data log out err trace srt ssa ass sub vtt lrc
  bak old orig rej swo swp tmp temp part crdownload
  `
    .trim()
    .split(/\s+/),
)

/** Names without an extension that are read by programs, in lower case. */
const OTHER_NAMES = new Set(
  'makefile gnumakefile dockerfile containerfile vagrantfile jenkinsfile gemfile rakefile procfile brewfile podfile fastfile justfile pipfile build workspace codeowners configure config gradlew mvnw doxyfile kconfig kbuild sconstruct sconscript'.split(
    ' ',
  ),
)

/** What people call texts beside their work; short ones need not look like prose. */
const TEXT_NAME =
  /^(?:read[-_ ]?me|leggi(?:mi)?|licen[cs]e|licenza|copying|copyright|notice|install(?:ation)?|changes|change[-_]?log|history|news|todo|authors|contributors|credits|thanks|maintainers|faq|about|hacking|upgrading|release[-_]?notes|disclaimer|security|contributing|manifesto)\b/i

/** Scripts, PostScript, keys, and markup that is no page. */
const SCRIPT = /^(?:#!|%!PS|-----BEGIN |\s*<[?!\w])/
/** Requests that only roff has at the beginning of a line; dates like ".5 percent" have no letters there. */
const ROFF = /^(?:'\\"|\.(?:\\"|TH|SH|Dd|Dt|Os|Sh|so|ds|de|nr|if|ie|ig)(?:\s|$))/m

/** A rule of make: a target, and below it a tab. */
const RULE = /^[\w./-]+:(?: [^\n]*)?\n\t\S/m

/** Control characters that no text has. */
const BINARY = /(?!\s)\p{Cc}/u

/** A line of prose has at least so many words. */
const MIN_LINE_WORDS = 5
/** In a text of so many words it can be seen whether it is prose. */
const MIN_WORDS = 12

/**
 * Whether it is prose: by its name where that is a usual one of texts, else by what it begins with. Program source,
 * minified files, settings, tables, lists of words and roff are none.
 *
 * @param path its last part counts
 * @param opening up to 4,096 bytes that it begins with
 */
export function looksLikeProse(path: string, opening: Buffer): boolean {
  const name = basename(path)
  const extension = extname(name).slice(1).toLowerCase()
  if (OTHER_EXTENSIONS.has(extension) || name.endsWith('~')) return false
  if (OTHER_NAMES.has(name.toLowerCase())) return false
  const text = textOf(opening)
  if (text === undefined || [SCRIPT, ROFF, RULE].some((mark) => mark.test(text))) return false
  return TEXT_NAME.test(name) ? /\p{L}{2}/u.test(text) : isWritten(text)
}

/** What bytes say that are text: UTF-8, UTF-16 with its mark, or an encoding of western Europe; undefined of others. */
export function textOf(opening: Buffer): string | undefined {
  const mark = opening.toString('hex', 0, 2)
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(opening)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(opening)
  // The last character may have been cut: that is three bytes at most.
  const isUnicode = [0, 1, 2, 3].some((cut) => isUtf8(opening.subarray(0, opening.length - cut)))
  const text = isUnicode ? opening.toString('utf8').replace(/\uFFFD$/, '') : decodeWindows1252(opening)
  if (text.trim() === '' || BINARY.test(text)) return undefined
  // Bytes above ASCII are accented letters of a text, which are never many.
  if (!isUnicode && (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) > text.length / 5) return undefined
  return text.replace(/^\uFEFF/, '')
}

/** Words in lines as people write them, hardly a sign of programs or tables among them. */
function isWritten(text: string): boolean {
  const lines = text
    .split('\n')
    // Marks of lists, and lines drawn below headings.
    .map((line) => line.trim().replace(/^(?:[-*•+>]\s+|([=\-*~_#+^])\1{2,}$)/, ''))
    .filter((line) => line !== '')
  const words = lines.map((line) => line.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0)
  const all = words.reduce((sum, count) => sum + count, 0)
  if (all < MIN_WORDS) return false
  const inLines = words.filter((count) => count >= MIN_LINE_WORDS).reduce((sum, count) => sum + count, 0)
  const joined = lines.join(' ')
  const ink = joined.replace(/\s/g, '').length
  const letters = joined.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  const signs = joined.match(/[{}<>=;$\\|#@&^~`_[\]+%]/g)?.length ?? 0
  return (
    inLines >= 0.6 * all &&
    letters >= 0.75 * ink &&
    signs <= 0.03 * ink &&
    // Minified files have few spaces.
    ink <= 12 * all
  )
}
