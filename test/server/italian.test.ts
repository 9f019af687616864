/** What people are told in Italian, where they ask for it: problems and evidence. English is what all others get. */
import t from 'tap'
import { readSeen, seenText } from '../../language/bridge/seen.ts'
import { evidenceIn } from '../../server/evidence.ts'
import { ProblemError, problemBody, statusOf } from '../../server/problem.ts'
import { joinedSentences } from '../../server/sentence.ts'
import { get } from '../helpers/app.ts'
import { sampleApp } from '../helpers/sample.ts'

const { app } = await sampleApp(t)

type Told = { title: string; detail: string; errors?: { parameter: string; detail: string }[] }

t.test('a problem is told in the language that is asked for, with its values', async (t) => {
  const cases: [path: string, title: [en: string, it: string], detail: [en: string, it: string]][] = [
    [
      '/v1/search?topic=enrgy',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        '"enrgy" is not among the values of topic. Did you mean "energy"?',
        '"enrgy" non è tra i valori di topic. Intendevi "energy"?',
      ],
    ],
    [
      '/v1/search?lang=italiano',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        '"italiano" is no language code. Use two letters, as in "it", or "und" for undetermined.',
        '"italiano" non è il codice di una lingua. Usa due lettere, come in "it", oppure "und" se non è nota.',
      ],
    ],
    [
      '/v1/search?from=2024&to=2023',
      ['A parameter is not valid', 'Un parametro non è valido'],
      ['2024 is after to=2023. Exchange them.', '2024 viene dopo to=2023. Scambiali.'],
    ],
    [
      '/v1/search?from=2023-02-30',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        '2023-02-30 is no date of the calendar. Use YYYY, YYYY-MM or YYYY-MM-DD.',
        '2023-02-30 non è una data del calendario. Usa AAAA, AAAA-MM o AAAA-MM-GG.',
      ],
    ],
    [
      '/v1/search?undated=only&from=2023',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        'undated=only leaves nothing that from and to could be held against. Leave either away.',
        'undated=only non lascia nulla a cui applicare from e to. Togli uno dei due.',
      ],
    ],
    [
      '/v1/search?from=ieri',
      ['A parameter is not valid', 'Un parametro non è valido'],
      ['from must be YYYY, YYYY-MM or YYYY-MM-DD.', 'from deve essere AAAA, AAAA-MM o AAAA-MM-GG.'],
    ],
    [
      '/v1/search?size=1000',
      ['A parameter is not valid', 'Un parametro non è valido'],
      ['size must be 100 or less.', 'size può essere al massimo 100.'],
    ],
    [
      '/v1/search?sort=size',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        'sort must be one of: relevance, date, -date.',
        'sort deve essere uno di questi: relevance, date, -date.',
      ],
    ],
    [
      '/v1/search?topics=energy',
      ['A parameter is not valid', 'Un parametro non è valido'],
      [
        'There is no parameter "topics". Did you mean "topic"?',
        'Non c’è alcun parametro "topics". Intendevi "topic"?',
      ],
    ],
    [
      `/v1/search?q=${'a'.repeat(513)}`,
      ['A parameter is not valid', 'Un parametro non è valido'],
      ['q must have at most 512 characters.', 'q può avere al massimo 512 caratteri.'],
    ],
    [
      `/v1/search?q=${Array.from({ length: 40 }, (_, number) => `"acqua ${number}"`).join('+')}`,
      ['A parameter is not valid', 'Un parametro non è valido'],
      ['q has 40 quoted or excluded phrases;', 'q ha 40 frasi tra virgolette o escluse;'],
    ],
    [
      '/v1/documents/nessuno',
      ['There is nothing here', 'Qui non c’è nulla'],
      ['There is no document "nessuno".', 'Non c’è alcun documento "nessuno".'],
    ],
    [
      '/v1/documents/nessuno/parallel',
      ['There is nothing here', 'Qui non c’è nulla'],
      ['There is no document with this id.', 'Non c’è alcun documento con questo id.'],
    ],
    [
      '/v1/facets/topics',
      ['There is nothing here', 'Qui non c’è nulla'],
      [
        'There is no facet "topics". Did you mean "topic"?',
        'Non c’è una faccetta "topics". Intendevi "topic"?',
      ],
    ],
    [
      '/v2/search',
      ['There is nothing here', 'Qui non c’è nulla'],
      [
        'There is nothing at this address. /docs lists what there is.',
        'A questo indirizzo non c’è nulla. /docs elenca',
      ],
    ],
    [
      '/v1/jobs',
      ['Writing is closed', 'La scrittura è chiusa'],
      ['Writing is closed as long as there are no keys', 'La scrittura è chiusa finché non ci sono chiavi'],
    ],
  ]
  for (const [path, [title, titolo], [detail, dettaglio]] of cases) {
    for (const [language, wantedTitle, wanted] of [
      [undefined, title, detail],
      ['en-GB,it;q=0.5', title, detail],
      ['de, it;q=0.9', titolo, dettaglio],
      ['it-IT,it;q=0.9,en;q=0.8', titolo, dettaglio],
    ] as const) {
      const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language }
      const answer = await get<Told>(app, path, headers)
      const about = `${path.slice(0, 60)} in ${language}`
      t.equal(answer.body.title, wantedTitle, about)
      t.ok(answer.body.detail.startsWith(wanted), `${about}: ${answer.body.detail}`)
      t.match(answer.headers.vary, /accept-language/i, about)
      for (const error of answer.body.errors ?? []) {
        t.ok(answer.body.detail.includes(error.detail), `${about}: ${error.detail}`)
      }
    }
  }
})

t.test('several faults are told together, each in the same language', async (t) => {
  const { body } = await get<Told>(app, '/v1/search?topic=x&lang=xx1', { 'accept-language': 'it' })
  t.equal(body.errors?.length, 2)
  t.equal(body.detail, body.errors?.map(({ detail }) => detail).join(' '))
  t.notMatch(body.detail, /\bis\b|\bnot\b/)
})

t.test('what is there in English only is told in English; the message for the log is, too', async (t) => {
  const problem = new ProblemError('bad-request', 'The line is no JSON.')
  t.match(problemBody(problem, 'r', 'it'), {
    title: 'La richiesta non è HTTP valido o non si capisce',
    detail: 'The line is no JSON.',
  })
  const both = new ProblemError('overloaded', { en: 'Try again.', it: 'Riprova.' })
  t.equal(both.message, 'Try again.')
  t.equal(problemBody(both, 'r').detail, 'Try again.')
  t.equal(problemBody(both, 'r', 'it').detail, 'Riprova.')
  t.equal(statusOf('overloaded'), 503)
  t.strictSame(joinedSentences([{ en: 'One.', it: 'Uno.' }, 'Two.']), { en: 'One. Two.', it: 'Uno. Two.' })
})

t.test('evidence of learned pairs is read back as it was written, and said in Italian', async (t) => {
  for (const [seen, english, italian] of [
    [{ times: 1, pairs: '7', areFirst: false }, 'seen once, in pair 7', 'vista una volta, nella coppia 7'],
    [
      { times: 3, pairs: '3, 4, 6', areFirst: false },
      'seen 3 times, in pairs 3, 4, 6',
      'vista 3 volte, nelle coppie 3, 4, 6',
    ],
    [
      { times: 32, pairs: 'it/Asiago.md:4, it/b, c.md:1', areFirst: true },
      'seen 32 times, first in pairs it/Asiago.md:4, it/b, c.md:1',
      'vista 32 volte, per prime nelle coppie it/Asiago.md:4, it/b, c.md:1',
    ],
  ] as const) {
    t.equal(seenText(seen), english)
    t.strictSame(readSeen(english), seen)
    t.equal(evidenceIn(english, 'it'), italian)
    t.equal(evidenceIn(english, 'en'), english)
  }
  for (const own of ['http://eurovoc.europa.eu/1234', 'seen by Anna', 'seen 3 times', '']) {
    t.equal(readSeen(own), undefined)
    t.equal(evidenceIn(own, 'it'), own, 'what others have written stays')
  }
})
