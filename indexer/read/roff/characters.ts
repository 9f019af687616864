/** The names that roff has for characters (groff_char(7), mandoc_char(7)) → the characters. */

/** Two characters each, name first, then what it is: `bu•`. */
const NAMED = tableOf(
  `em— en– hy‐ aq' dq" lq“ rq” oq‘ cq’ bq‚ Bq„ Fo« Fc» fo‹ fc› bu• sq□ ci○ dg† dd‡ sc§ ps¶ lh☜ rh☞ CR↵
   co© rg® tm™ de° ha^ ti~ rs\\ sl/ ul_ ru_ at@ sh# Do$ Eu€ eu€ Po£ Ye¥ ct¢ Cs¤ ba| br| bv| bb¦ or| an∧ OR∨
   ga\` aa´ a^^ a~~ a"˝ a-¯ a.˙ ad¨ ac¸ ah˘ ao˚ ho˛ vaˇ
   ss\u00DF -Dð D-Ð TPÞ Tpþ AEÆ aeæ OEŒ oeœ o/ø O/Ø l/ł L/Ł IJĲ ijĳ .iı .jȷ ffff fiﬁ flﬂ FiFi FlFl oaå oAÅ r?¿ r!¡ Ofª Omº
   S1¹ S2² S3³ 12½ 14¼ 34¾ 18⅛ 38⅜ 58⅝ 78⅞
   <-← ->→ <>↔ ua↑ da↓ va↕ lA⇐ rA⇒ hA⇔ uA⇑ dA⇓ vA⇕
   lB[ rB] lC{ rC} la⟨ ra⟩ lc⌈ rc⌉ lf⌊ rf⌋
   pl+ mi− eq= +-± -+∓ mu× di÷ **∗ pc· <=≤ >=≥ <<≪ >>≫ !=≠ ==≡ ne≢ ~~≈ ~=≅ =~≅ |=≃ ap∼ pt∝ es∅ mo∈ nm∉ sb⊂ nb⊄ sp⊃ nc⊅ ib⊆ ip⊇
   ca∩ cu∪ /_∠ pp⊥ is∫ integral∫ su∑ product∏ gr∇ sr√ sqrt√ pd∂ if∞ Im𝔍 Re𝔎 hbħ no¬ tno¬ te∃ fa∀ st∋ tf∴ 3d∴ Ah\u2135 wp℘
   fm′ sd″ mc\u00B5 %0‰ OK✓ CL♣ SP♠ HE♥ DI♦ lz◊
   *aα *bβ *gγ *dδ *eε *zζ *yη *hθ *iι *kκ *lλ *mμ *nν *cξ *oο *pπ *rρ *sσ *tτ *uυ *fϕ *xχ *qψ *wω tsς +fφ +hϑ
   *AΑ *BΒ *GΓ *DΔ *EΕ *ZΖ *YΗ *HΘ *IΙ *KΚ *LΛ *MΜ *NΝ *CΞ *OΟ *PΠ *RΡ *SΣ *TΤ *UΥ *FΦ *XΧ *QΨ *WΩ`,
)

const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  ':': '\u0308',
  '~': '\u0303',
  ',': '\u0327',
  v: '\u030C',
  o: '\u030A',
}

function tableOf(text: string): ReadonlyMap<string, string> {
  const entries = text.split(/\s+/).map((entry) => {
    const sign = [...entry].at(-1) as string
    const name = entry.slice(0, entry.length - sign.length)
    return [name, sign] as const
  })
  return new Map([...entries, ['ff', 'ff'], ['Fi', 'ffi'], ['Fl', 'ffl']])
}

/**
 * The character of a name: `em` → `—`, `'e` → `é`, `u00E8` → `è`, `u0065_0300` → `è`, `char233` → `é`.
 *
 * @returns undefined if there is none of that name
 */
export function characterNamed(name: string): string | undefined {
  const known = NAMED.get(name)
  if (known !== undefined) return known
  const points = /^u([0-9A-F]{4,6}(?:_[0-9A-F]{4,6}){0,4})$/.exec(name)?.[1]
  if (points !== undefined) return points.split('_').map(characterAt).join('')
  const code = /^char(\d{1,3})$/.exec(name)?.[1]
  if (code !== undefined) return String.fromCodePoint(Number(code))
  const [accent = '', letter = '', more] = name
  const mark = ACCENTS[accent]
  if (mark === undefined || more !== undefined || !/[A-Za-z]/.test(letter)) {
    // An ASCII character is called by itself: \[a].
    return /^[\x21-\x7e]$/.test(name) ? name : undefined
  }
  return `${letter}${mark}`.normalize('NFC')
}

function characterAt(hexadecimal: string): string {
  const point = Number.parseInt(hexadecimal, 16)
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? '' : String.fromCodePoint(point)
}
