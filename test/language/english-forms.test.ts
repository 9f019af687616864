/** English: which forms meet in one stem, which words stay apart, and what a word may be a form of. */
import t from 'tap'
import { termFinder, termOf } from '../../language/analyzer.ts'
import { english } from '../../language/languages/english.ts'
import { FAMILIES } from '../../language/languages/english-families.ts'
import { HOMOGRAPHS } from '../../language/languages/english-homographs.ts'
import { IRREGULAR_NOUNS } from '../../language/languages/english-nouns.ts'
import { american, otherSpellings } from '../../language/languages/english-spelling.ts'
import { IRREGULAR_VERBS, REGULAR_VERBS } from '../../language/languages/english-verbs.ts'

const stem = (word: string): string => termOf(word, 'en')
const wordsIn = (line: string): string[] => line.trim().split(/[\s/]+/)
const linesIn = (table: string): string[] => table.trim().split('\n')
const homographs = new Map(linesIn(HOMOGRAPHS).map((line) => [wordsIn(line)[0], wordsIn(line)[1]]))

t.test('forms of a word have one stem', async (t) => {
  const groups = [
    'go goes going went gone',
    'undergo undergoes underwent undergone undergoing',
    'write writes wrote written writing',
    'rewrite rewrote rewritten',
    'mislead misled misleading',
    'withhold withheld withholding',
    'foresee foresaw foreseen foreseeing',
    'overcome overcame overcoming',
    'think thinks thought',
    'learn learnt learned learning',
    'spell spelt spelled',
    'die dies died dying',
    'lie lies lied lying',
    'tie ties tied tying',
    'ski skis skied skiing',
    'agree agrees agreed agreeing',
    'free frees freed freeing',
    'singe singed singeing',
    'staff staffs staffed staffing',
    'experience experiences experienced experiencing',
    'notice notices noticed noticing',
    'receive received receiving',
    'live lived',
    'panic panicked panicking',
    'embed embeds embedded embedding',
    'focus focused focussed focusing focussing',
    'travel travels traveled travelled traveling travelling traveler traveller',
    'label labeled labelled labelling',
    'fuel fuelled fueled fuelling',
    'child children',
    'man men',
    'policeman policemen',
    'woman women',
    'foot feet',
    'tooth teeth',
    'mouse mice',
    'criterion criteria',
    'phenomenon phenomena',
    'datum data',
    'index indices indexes indexing',
    'appendix appendices',
    'matrix matrices',
    'vertex vertices',
    'hypothesis hypotheses',
    'crisis crises',
    'analysis analyses analyse analyze analysed analyzing',
    'knife knives',
    'shelf shelves',
    'wolf wolves',
    'life lives',
    'hero heroes',
    'potato potatoes',
    'lens lenses',
    'gas gases',
    'bus buses',
    'bias biases biased',
    'virus viruses',
    'status statuses',
    'campus campuses',
    'process processes processed',
    'menu menus',
    'easy easier easiest',
    'big bigger biggest',
    'large larger largest',
    'late later latest',
    'hot hotter hottest',
    'thin thinner thinnest',
    'far farther farthest',
    'bad worse worst',
    'résumé resume résumés',
    'naïve naive',
    'café cafe cafés cafes',
    'cliché cliche clichés',
    'classify classifies classification',
    'compute computer computation computing',
    'develop developer development developed',
    'economy economies economic economics',
    'environment environmental environmentally',
  ]
  for (const group of groups) {
    const [first = '', ...others] = wordsIn(group)
    for (const other of others) t.equal(stem(other), stem(first), `${other} is ${first}`)
  }
})

t.test('British and American spellings have one stem', async (t) => {
  const pairs =
    'colour/color colours/colors coloured/colored behavioural/behavioral organise/organize organisation/organization organising/organizing centre/center centres/centers kilometres/kilometers defence/defense licence/license licensed/license practise/practice catalogue/catalog catalogues/catalogs dialogue/dialog analyse/analyze paralysed/paralyzed grey/gray aluminium/aluminum programme/program programmes/programs paediatric/pediatric anaemia/anemia leukaemia/leukemia haemorrhage/hemorrhage oestrogen/estrogen encyclopaedia/encyclopedia manoeuvre/maneuver jewellery/jewelry fulfil/fulfill enrolment/enrollment skilful/skillful artefact/artifact ageing/aging judgement/judgment sceptical/skeptical enquiry/inquiry moveable/movable disc/disk discs/disks tsar/czar neighbourhood/neighborhood labour/labor instalment/installment cancelled/canceled'
  for (const pair of pairs.split(' ')) {
    const [british = '', other = ''] = pair.split('/')
    t.equal(stem(british), stem(other), pair)
  }
  for (const word of wordsIn(
    'promise advise exercise surprise compromise otherwise discuss discover four hour course permeable genre acre catalyst greyhound',
  )) {
    t.equal(american(word), word, `${word} has no other spelling`)
  }
  t.strictSame(otherSpellings('color'), ['colour'])
  t.strictSame(otherSpellings('colour'), ['color'])
  t.strictSame(otherSpellings('organize'), ['organise'])
  t.strictSame(otherSpellings('meter'), ['metre'])
  t.strictSame(otherSpellings('coloration'), [])
})

t.test('words of different meaning have stems of their own', async (t) => {
  const pairs =
    'news/new university/universe organ/organize organ/organic organization/organic general/generous general/generic policy/police army/arm important/import species/special paste/past probe/probable animate/animal authority/author authorize/author communism/community communication/community commune/communication experiment/experience factory/factor hospitality/hospital international/internal internal/intern inventory/invent executive/execute relativity/relative relation/relative respectively/respect negligible/negate several/sever station/state statistic/state matter/mattress minister/minimum number/numb original/orient apparent/parent physics/physical physician/physical polite/political popular/population portion/port sensor/sense single/sing singe/sing training/trait tension/tent transition/transit translate/transit value/valid wander/want wing/win warden/war wedding/Wednesday witness/wit week/weak business/busy evening/even likely/like namely/name hardly/hard goods/good grateful/grate wicked/wick ceiling/ceil department/depart apartment/apart station/static emergency/emerge engineer/engine customer/custom officer/office product/production objective/object positive/position successive/success public/publication analog/analogy economical/economic effective/effect responsible/response sustain/sustainable critical/critic left/leave led/lead wound/wind bit/bite media/medium route/rout suite/suit unite/unit terminal/terminate rational/ration mineral/miner lateral/later data/date secretary/secret planet/plane person/people better/good'
  for (const pair of pairs.split(' ')) {
    const [one = '', other = ''] = pair.split('/')
    t.not(stem(one), stem(other), pair)
  }
})

t.test('families are one stem each, and parted from the others on their line', async (t) => {
  const lines = linesIn(FAMILIES)
  t.ok(lines.length >= 500, 'many')
  const seen = new Set<string>()
  for (const line of lines) {
    const stems = line.split('|').map((family) => [...new Set(wordsIn(family).map(stem))])
    t.ok(
      stems.every(({ length }) => length === 1),
      `one stem each: ${line}`,
    )
    t.equal(new Set(stems.flat()).size, stems.length, `parted: ${line}`)
    for (const word of wordsIn(line.replaceAll('|', ' '))) {
      t.notOk(seen.has(word), `named once: ${word}`)
      seen.add(word)
    }
  }
})

t.test('the forms in the tables have the stem of their base form', async (t) => {
  for (const line of linesIn(
    `${IRREGULAR_VERBS.trim()}\n${REGULAR_VERBS.trim()}\n${IRREGULAR_NOUNS.trim()}`,
  )) {
    const [words = '', prefixes = ''] = line.split('+')
    const [base = '', ...forms] = wordsIn(words).filter((word) => word !== '=')
    for (const prefix of ['', ...prefixes.trim().split(' ')]) {
      for (const form of forms.map((one) => prefix + one)) {
        const wanted = homographs.get(form) ?? prefix + base
        // *Saw* is a form of *see* before it is a tool.
        if (homographs.has(wanted) && wanted !== form) continue
        t.equal(stem(form), stem(wanted), `${form} is ${wanted}`)
        const bases = english.baseForms(form).map((one) => one.base)
        t.ok(bases.includes(prefix + base) || homographs.has(form), `${form} may be of ${prefix}${base}`)
      }
    }
  }
})

t.test('a word knows the base forms it may belong to', async (t) => {
  const cases: [word: string, first: string, ...others: string[]][] = [
    ['cases', 'case', 'cas'],
    ['running', 'run', 'running', 'runne'],
    ['studies', 'study', 'studie'],
    ['better', 'better', 'good', 'well'],
    ['left', 'left', 'leave'],
    ['found', 'find', 'found'],
    ['saw', 'see', 'saw'],
    ['expressions', 'expression'],
    ['easier', 'easy'],
    ['colours', 'colour', 'color'],
    ['organize', 'organize', 'organise'],
    ['analyses', 'analysis'],
    ['boxes', 'box'],
    ['houses', 'house'],
    ['viruses', 'virus'],
    ['movies', 'movie'],
    ['ties', 'tie'],
    ['heroes', 'hero'],
    ['women', 'woman'],
    ['firemen', 'fireman'],
    ['decided', 'decide', 'decided'],
    ['visited', 'visit'],
    ['required', 'require'],
    ['created', 'create'],
    ['called', 'call'],
    ['controlled', 'control'],
    ['planned', 'plan'],
    ['hoped', 'hope'],
    ['carried', 'carry'],
    ['agreed', 'agree'],
    ['dying', 'die'],
    ['united', 'unite', 'united'],
    ['physics', 'physics'],
    ['news', 'news'],
    ['process', 'process'],
    ['virus', 'virus'],
    ['specimen', 'specimen'],
    ['shed', 'shed'],
    ['quickly', 'quickly', 'quick'],
    ['cafés', 'café', 'cafe'],
    ['ai', 'ai'],
  ]
  for (const [word, first, ...others] of cases) {
    const forms = english.baseForms(word)
    const bases = forms.map(({ base }) => base)
    t.match(forms[0], { base: first, weight: 1 }, `${word} is ${first}`)
    for (const other of [word, ...others]) t.ok(bases.includes(other), `${word} may be ${other}`)
    t.equal(new Set(bases).size, bases.length, `${word}: each once`)
    for (const [index, { weight }] of forms.entries()) {
      t.ok(weight > 0 && weight <= (forms[index - 1]?.weight ?? 1), `${word}: likeliest first`)
    }
  }
})

t.test('terms are found where a form begins with another letter', async (t) => {
  t.match(english.formInitials(stem('go')), /w/)
  t.equal(english.formInitials(stem('house')), '')
  const cases: [text: string, wanted: string, found: string[]][] = [
    ['She Went home, and he goes', 'go', ['Went', 'goes']],
    ['Enquiries and an inquiry', 'inquiry', ['Enquiries', 'inquiry']],
    ['Oestrogen or estrogen', 'estrogen', ['Oestrogen', 'estrogen']],
    ['It was worse than bad', 'bad', ['worse', 'bad']],
  ]
  for (const [text, wanted, found] of cases) {
    t.strictSame(
      termFinder('en', new Set([stem(wanted)]))(text).map(({ word }) => word),
      found,
      text,
    )
  }
})

t.test('what is no word of English is left alone or harmless', async (t) => {
  for (const word of [
    '',
    'a',
    'ab',
    '日本語',
    'łódź',
    'constructor',
    '__proto__',
    'ing',
    'ed',
    's',
    'men',
    'x'.repeat(64),
  ]) {
    t.type(english.stem(word), 'string', word)
    t.ok(
      english.baseForms(word).every(({ base, weight }) => base.length > 0 && weight > 0) || word === '',
      `base forms of ${word}`,
    )
  }
})
