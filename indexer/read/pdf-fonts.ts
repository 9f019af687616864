/** Names of fonts → how they look. Fonts in PDF have no reliable weight but in their names. */
import type { FontLook } from './pdf-pieces.ts'

/** Computer Modern and its heirs name their bold fonts by letters. */
const BOLD =
  /bold|black|heavy|demi|medi(?![a-z])|(?:^|[-,_ ])b(?:d|ol|i|x)?(?:$|[-,_ ])|^(?:cm|sf|ec|lm|p?tc)[a-z]{0,3}b[xs]|^cmb\d|^lmb\d|^ecrb/i

const MONO =
  /mono|courier|typewriter|consol|^(?:cm|sf|ec|lm)(?:v|s|i)?tt|^lmmono|menlo|inconsolata|sourcecode|fixed/i

/** The look of a font. `name` may have the mark of a subset before it: `ABCDEF+CMBX12`. */
export function lookOfFont(font: { name?: string; bold?: boolean; black?: boolean }): FontLook {
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return { isBold: font.bold === true || font.black === true || BOLD.test(name), isMono: MONO.test(name) }
}
