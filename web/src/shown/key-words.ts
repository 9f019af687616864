/** Texts of what is needed to write. */
export const keyWords = {
  en: {
    title: 'You may not write here yet',
    reasons: {
      'key-missing': 'The service wants a key for this. Whoever runs it can give you one.',
      'key-unknown':
        'The service does not know your key: it may be mistyped, removed, or of another service.',
      'key-expired': 'Your key has expired. Whoever runs the service can give you a new one.',
      'scope-missing': 'Your key is for searching only. Ask for one that may write (scope index).',
      'writing-closed':
        'Nobody may write to this service yet. Whoever runs it can open it in one of two ways:',
      'keys-unusable':
        'The service cannot check keys at the moment. Whoever runs it finds the reason in its log.',
    },
    ways: [
      ['make a key, for you or others:', 'bifora keys add --label … --scope index'],
      ['let everything on its own machine write, without a key:', 'WRITE=local'],
    ],
    key: 'Key',
    use: 'Use this key',
    hint: 'It is kept in this tab only, and sent to this service alone.',
  },
  it: {
    title: 'Qui non puoi ancora scrivere',
    reasons: {
      'key-missing': 'Per questo il servizio chiede una chiave. Te la può dare chi lo gestisce.',
      'key-unknown':
        'Il servizio non conosce la tua chiave: forse è scritta male, revocata o di un altro servizio.',
      'key-expired': 'La tua chiave è scaduta. Chi gestisce il servizio può dartene una nuova.',
      'scope-missing': 'La tua chiave serve solo per cercare. Chiedine una che possa scrivere (scope index).',
      'writing-closed':
        'Nessuno può ancora scrivere in questo servizio. Chi lo gestisce lo può aprire in due modi:',
      'keys-unusable':
        'Il servizio non può controllare le chiavi in questo momento. Chi lo gestisce trova il motivo nel log.',
    },
    ways: [
      ['creare una chiave, per te o per altri:', 'bifora keys add --label … --scope index'],
      ['lasciar scrivere senza chiave chi è sulla sua stessa macchina:', 'WRITE=local'],
    ],
    key: 'Chiave',
    use: 'Usa questa chiave',
    hint: 'Resta solo in questa scheda, e viene mandata solo a questo servizio.',
  },
}
