/**
 * Italian: stop words by word class, elided articles and prepositions. Data; one list a class. How words meet is in
 * `italian-stem.ts` and `italian-base-forms.ts`, with tables beside them.
 */
import { type Language, wordSet } from '../language.ts'
import { baseFormsItalian } from './italian-base-forms.ts'
import { stemItalian } from './italian-stem.ts'
import { initialsOf } from './italian-verb-forms.ts'

const stopWords = wordSet(
  // articles
  'il lo la i gli le un uno una',
  // prepositions, alone and joined with the article
  'a ad da di in con su per tra fra',
  'al allo ai agli alla alle all dal dallo dai dagli dalla dalle dall',
  'del dello dei degli della delle dell nel nello nei negli nella nelle nell',
  'sul sullo sui sugli sulla sulle sull col coi coll contro',
  // conjunctions, adverbs of grammar
  'e ed o od ma se che anche come dove quando perche non piu poi si no ne',
  'mentre pero quindi cioe ossia oppure sia po cosi gia ancora',
  // pronouns
  'io tu lui lei noi voi loro egli essa esse essi mi ti ci vi li chi cui',
  'me te ce ve glielo gliela se stesso stessa stessi stesse',
  // possessives and demonstratives
  'mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre',
  'questo questa questi queste quello quella quelli quelle quel quei quegli cio',
  // interrogatives and quantities of grammar
  'quale quali qual quanto quanta quanti quante tutto tutta tutti tutte',
  // essere; its participle stays out: *stato* is also the state
  'sono sei e siamo siete sia siate siano saro sarai sara saremo sarete saranno sarei saresti sarebbe saremmo',
  'sareste sarebbero ero eri era eravamo eravate erano fui fosti fu fummo foste furono fossi fosse fossimo',
  'fossero essendo essere',
  // avere
  'ho hai ha abbiamo avete hanno abbia abbiate abbiano avro avrai avra avremo avrete avranno avrei avresti',
  'avrebbe avremmo avreste avrebbero avevo avevi aveva avevamo avevate avevano ebbi avesti ebbe avemmo aveste',
  'ebbero avessi avesse avessimo avessero avendo avere avuto avuta avuti avute',
  // fare and stare as auxiliaries; *farò* stays out: written without its accent it is a lighthouse
  'faccio fai fa facciamo fate fanno faccia facciano farai fara faremo farete faranno farei farebbe',
  'farebbero facevo faceva facevano feci fece fecero facendo fare',
  'sto stai sta stiamo stanno stia stiano stava stavano stette stando stare',
)

const elisions = wordSet(
  'l un d c s m t v n gl dell all dall nell sull coll quell quest tutt dov com anch cos cent bell nessun',
)

/** Italian. */
export const italian: Language = {
  code: 'it',
  stopWords,
  elisions,
  namesAfterElision: wordSet('ai al in io'),
  clitics: wordSet('s'),
  stem: stemItalian,
  baseForms: baseFormsItalian,
  isInfinitive: (word) => /^\p{Ll}+(?:[aei]re|rre|rsi|rsene|rsela)(?: |$)/u.test(word),
  formInitials: initialsOf,
}
