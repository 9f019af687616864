/** What the endings of Italian nouns and adjectives come from. Data. */

/**
 * Lines read: an ending, then the endings of base forms with their weights; the first ending that fits a word is the
 * one that counts, so longer ones stand first. *amiche* ends like *-che*: *-ca* 1, *-co* .6, *-che* .2.
 */
const lines = `
amente amente:1 o:.4
lmente lmente:1 le:.4
rmente rmente:1 re:.4
emente emente:1 e:.4
issimo issimo:.5 o:1 e:.7
issima issimo:.5 o:1 e:.7
issimi issimo:.5 o:1 e:.7
issime issimo:.5 o:1 e:.7
trici trice:1 trico:.8 tore:.5
trice trice:1 tore:.5
tori tore:1 torio:.7 toro:.2
tore tore:1
menti mento:1 mente:.4 menta:.1
enti ente:1 ento:.3 enta:.05
anti ante:1 anto:.4 anta:.1
isti ista:1 isto:.3 iste:.05
iste ista:1 isto:.3 iste:.3
bili bile:1
ioni ione:1 ionio:.1
oni one:1 ono:.4 onio:.5 ona:.02
ari ario:1 are:.8 aro:.6 ara:.02
ori ore:1 oro:.4 orio:.5 ora:.02
ali ale:1 alo:.2 alio:.2 ala:.05
ili ile:1 ilo:.4 ilio:.3
agini agine:1 agino:.3
udini udine:1 udino:.1
ordini ordine:1 ordino:.2
emi ema:.8 emo:.4 eme:.3 emio:.3
ammi amma:1 ammo:.3
omi oma:.4 omo:.7 ome:.5 omio:.2
arche arca:1 arco:.3
archi arca:.5 arco:1 archio:.2
cidi cida:1 cido:.7 cidio:1
ghi go:1 ghio:.3 ga:.3 ghi:.2
chi co:1 chio:.6 ca:.2 chi:.2
ci co:1 ce:.9 cio:.6 cia:.02 ci:.1
gi go:.8 ge:.7 gio:.9 gi:.1
che ca:1 co:.5 che:.3
ghe ga:1 go:.5 ghe:.2
cie cia:1 cie:.9 cio:.4
gie gia:1 gio:.4 gie:.1
ce ce:1 cia:.8
ge ge:1 gia:.8
gli glio:1 glia:.1 glie:.2 gli:.1
glie glia:1 glio:.4 glie:.4
ai aio:1 ao:.2 ai:.2
oi oio:1 oe:.8 oo:.2 oi:.2
ie ia:1 ie:.9 io:.6
ii io:1 ii:.1
si so:1 se:.8 si:.7 sio:.3 sa:.02
zi zo:.8 zio:1 ze:.2 zi:.1
i o:1 e:.9 io:.7 a:.1 i:.2
iva iva:1 ivo:.9
ive iva:1 ivo:.9 ive:.1
osa osa:1 oso:.9
ose osa:1 oso:.9 ose:.1
ica ica:1 ico:.9
ana ana:1 ano:.9
ane ane:.7 ana:1 ano:.9
aria aria:1 ario:.9
ata ata:1 ato:.9
ate ata:1 ato:.9 ate:.3
ita ita:1 ito:.8 ità:.6
uta uta:1 uto:.9
rta rta:1 rto:.7 rtà:.5
lta lta:1 lto:.6 ltà:.5
ta ta:1 to:.6 tà:.4
a a:1 o:.5 à:.05
e e:1 a:.8 o:.5 è:.05
u u:1 ù:.3
o o:1
s s:1 :.3
`

/** Endings and what they come from, in the order in which they are tried. */
export const nounEndings: readonly [ending: string, bases: readonly [base: string, weight: number][]][] =
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [ending = '', ...bases] = line.split(' ')
      return [
        ending,
        bases.map((text): [string, number] => {
          const [base = '', weight = '1'] = text.split(':')
          return [base, Number(weight)]
        }),
      ]
    })
