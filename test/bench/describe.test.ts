/** The labelled corpus: that it is whole, that sketches become what they sketch, and how understanding is scored. */
import { join } from 'node:path'
import t from 'tap'
import { makeCorpus } from '../../bench/corpus/make.ts'
import { readSketch, tablesOf } from '../../bench/corpus/sketch.ts'
import { readLabels } from '../../bench/describe-labels.ts'
import { emptyScore, f1, type Got, scoreDocument } from '../../bench/describe-score.ts'
import { installationDir, readTopics } from '../../cli/installation.ts'

const corpus = join(installationDir, 'bench', 'corpus')

t.test('the corpus has 120 files or more in all formats, each with a label that can be right', async (t) => {
  const files = await makeCorpus(join(corpus, 'files'))
  const labels = await readLabels(join(corpus, 'labels.jsonl'))
  t.ok(files.length >= 120, `${files.length} files`)
  const extensions = new Set(files.map(({ path }) => /\.[a-z]+$/.exec(path)?.[0]))
  const all =
    '.txt .md .mdx .qmd .rst .adoc .html .xhtml .pdf .docx .odt .pptx .odp .xlsx .ods .rtf .epub .eml .mbox .csv .tsv .jsonl .xml .akn .zip .gz'
  for (const extension of all.split(' ')) t.ok(extensions.has(extension), extension)
  t.equal(new Set(labels.map(({ path }) => path)).size, labels.length, 'none is labelled twice')
  for (const { path } of files)
    t.ok(
      labels.some((label) => `${label.path}/`.startsWith(`${path}/`)),
      path,
    )
  const topics = new Set(readTopics().map(({ id }) => id))
  for (const label of labels) {
    t.ok(
      files.some(({ path }) => `${label.path}/`.startsWith(`${path}/`)),
      label.path,
    )
    if ('fails' in label) continue
    t.same(
      [...label.topics, ...(label.topicsAlso ?? [])].filter((id) => !topics.has(id)),
      [],
      label.path,
    )
    const precision =
      label.date === null ? null : ({ 4: 'year', 7: 'month', 10: 'day' }[label.date.length] ?? '')
    t.equal(label.datePrecision, precision, label.path)
  }
})

t.test('a sketch has properties, sections and pieces', (t) => {
  const { properties, sections, body } = readSketch(
    ':lang it\n:plain yes\n\n=! Titolo\n\nUn testo\nsu due righe.\n# Capo\n- voce\n| a | b |\n| 1 | 2 |\n--- Note\nAltro.\n',
  )
  t.same(properties, { lang: 'it', plain: 'yes' })
  t.match(body, /^=! Titolo/)
  t.same(
    sections.map(({ name }) => name),
    ['', 'Note'],
  )
  t.same(
    [...tablesOf(sections[0]?.pieces ?? [])],
    [
      { kind: 'title', text: 'Titolo' },
      { kind: 'paragraph', text: 'Un testo su due righe.' },
      { kind: 'heading', level: 1, text: 'Capo' },
      { kind: 'item', text: 'voce' },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
    ],
  )
  t.end()
})

t.test('what was got is compared with what is right', (t) => {
  const passage = {
    position: 0,
    lang: 'it',
    title: 'La diga',
    heading: ['La diga', 'Art. 1 — Scopo'],
    text: 'La legge protegge la diga.',
    start: 0,
    end: 26,
  }
  const got = (document: object = {}, passages: object[] = [passage]): Got =>
    ({
      path: 'a.txt',
      format: 'text',
      document: { title: 'La diga', lang: 'it', topics: ['energy', 'space'], year: 'unknown', ...document },
      passages,
    }) as unknown as Got
  const label = {
    path: 'a.txt',
    lang: 'it',
    title: ['La Diga', 'La diga'],
    date: '2024-05',
    datePrecision: 'month' as const,
    topics: ['energy', 'data'],
    references: [],
    headings: [{ passageContains: 'protegge', heading: ['Art. 1', 'Scopo'] }],
    mainText: { has: ['protegge la diga', 'il lago'], hasNot: ['diga.', 'menu'] },
  }
  const may = Date.UTC(2024, 4, 1) / 1000
  const cases: [why: string, got: Got | undefined, want: object][] = [
    [
      'all is looked at',
      got({ date: may, datePrecision: 'month' }),
      {
        wrongDates: 0,
        counts: {
          read: { right: 1 },
          date: { right: 1 },
          title: { right: 1 },
          headings: { right: 1 },
          language: { right: 1, of: 1 },
          topics: { right: 1, extra: 1, lacking: 1 },
          mainText: { right: 1, extra: 1, lacking: 1 },
        },
      },
    ],
    [
      'a coarser date is not right, but not wrong',
      got({ date: Date.UTC(2024, 0, 1) / 1000, datePrecision: 'year' }),
      { wrongDates: 0, counts: { date: { right: 0, of: 1 } } },
    ],
    [
      'a day that is made up is wrong',
      got({ date: may, datePrecision: 'day' }),
      { wrongDates: 1, counts: { date: { right: 0 } } },
    ],
    ['no date is not wrong', got(), { wrongDates: 0, counts: { date: { right: 0, of: 1 } } }],
    [
      'a heading of something else',
      got({}, [{ ...passage, heading: ['La diga', 'Art. 2 — Scopo'] }]),
      { counts: { headings: { right: 0, of: 1 } } },
    ],
    ['a passage that is not there', got({}, []), { counts: { headings: { right: 0, of: 1 } } }],
    ['nothing came', undefined, { counts: { read: { right: 0, of: 1 }, date: { of: 0 } } }],
  ]
  for (const [why, one, want] of cases) {
    const score = emptyScore()
    scoreDocument(score, label, one)
    t.match(score, want, why)
  }
  const score = emptyScore()
  const failed: Got = { path: 'a.txt', format: 'text', failed: 'empty file' }
  scoreDocument(score, { path: 'a.txt', fails: 'empty' }, failed)
  scoreDocument(score, { path: 'a.txt', fails: 'too large' }, failed)
  t.match(score.counts.read, { right: 1, of: 2 }, 'a failure is right with its reason only')
  t.equal(f1({ right: 0, of: 1, extra: 0, lacking: 0 }), 0)
  t.equal(f1({ right: 2, of: 1, extra: 1, lacking: 1 }), 2 / 3)
  t.end()
})
