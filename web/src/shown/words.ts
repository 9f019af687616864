/** Texts of what several views show. */
export const shownWords = {
  en: {
    languages: { it: 'Italian', en: 'English', und: 'Language unknown' },
    undated: 'undated',
    basis: { updated: 'last changed', inferred: 'inferred' },
    basisHint: {
      updated: 'The document only says when it was last changed.',
      inferred:
        'The document does not say its date: it follows from its address, its name or an event it reports.',
    },
    via: {
      lexicon: 'from the lexicon',
      learned: 'learned from texts in both languages',
      thesaurus: 'from a thesaurus',
      dictionary: 'from a dictionary',
      own: 'from your own lexicon',
      variant: 'another spelling',
      cognate: 'by its spelling',
      reference: 'the same act or standard',
      spelling: 'a far more frequent word, spelled nearly alike',
    },
    reason: (from: string, to: string, via: string, evidence: string | undefined) =>
      `“${to}” was looked for beside “${from}”: ${via}${evidence === undefined ? '' : ` (${evidence})`}`,
    offline: 'The service does not answer',
    offlineHint: 'It may be starting, or the network may be gone. What was found before stays on the page.',
    needsKey: 'This service wants a key. Put yours in under Settings.',
    request: 'Request',
    again: 'Try again',
    loading: 'Loading …',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser does not allow copying: select the text and copy it.',
  },
  it: {
    languages: { it: 'Italiano', en: 'Inglese', und: 'Lingua sconosciuta' },
    undated: 'senza data',
    basis: { updated: 'ultima modifica', inferred: 'dedotta' },
    basisHint: {
      updated: 'Il documento dice solo quando è stato modificato l’ultima volta.',
      inferred:
        'Il documento non dice la sua data: si ricava dall’indirizzo, dal nome o da un fatto che riferisce.',
    },
    via: {
      lexicon: 'dal lessico',
      learned: 'appreso da testi nelle due lingue',
      thesaurus: 'da un thesaurus',
      dictionary: 'da un dizionario',
      own: 'dal lessico proprio',
      variant: 'altra grafia',
      cognate: 'per la grafia',
      reference: 'lo stesso atto o la stessa norma',
      spelling: 'parola molto più frequente, scritta quasi allo stesso modo',
    },
    reason: (from: string, to: string, via: string, evidence: string | undefined) =>
      `«${to}» è stato cercato accanto a «${from}»: ${via}${evidence === undefined ? '' : ` (${evidence})`}`,
    offline: 'Il servizio non risponde',
    offlineHint: 'Forse si sta avviando, o manca la rete. Ciò che era stato trovato resta sulla pagina.',
    needsKey: 'Questo servizio chiede una chiave: inseriscila nelle impostazioni.',
    request: 'Richiesta',
    again: 'Riprova',
    loading: 'Caricamento …',
    copy: 'Copia',
    copied: 'Copiato.',
    notCopied: 'Il browser non permette di copiare: seleziona il testo e copialo.',
  },
}
