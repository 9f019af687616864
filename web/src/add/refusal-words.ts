/** What documents are refused for, and what to do then. */

/** Both, by language: `problems` by the kind of problem of the service. */
export const refusalWords = {
  en: {
    problems: {
      'too-large': [
        'Too large',
        'The service does not take files of this size. Split it, or have it indexed from a folder.',
      ],
      'unsupported-media-type': [
        'Not a format that is read',
        'Save it as PDF, Word, OpenDocument, HTML or text.',
      ],
      'no-text': ['No text in it', 'It may be scanned: then it needs text recognition (OCR) first.'],
      unreadable: [
        'It cannot be read',
        'The file may be damaged, locked with a password, or something else than its name says.',
      ],
      conflict: [
        'It belongs to a folder',
        'A document with this id comes from a folder that the service follows. Change it there, or rename the file.',
      ],
      'no-space': ['No room left', 'The disk of the service is full. Whoever runs it must make room.'],
      overloaded: ['The service is busy', 'Try again in a moment.'],
      'too-many-requests': ['Too much at once', 'Try again in a moment.'],
      'invalid-parameter': ['Something given cannot be used', 'See what the service says.'],
    },
    unread: ['Not a format that is read', 'Save it as PDF, Word, OpenDocument, HTML or text.'],
    empty: ['Empty file', 'There is nothing in it to be found.'],
    noAnswer: [
      'The service did not answer',
      'The network may be gone, or the file was moved meanwhile. Try again.',
    ],
    serviceSays: 'The service says:',
  },
  it: {
    problems: {
      'too-large': [
        'Troppo grande',
        'Il servizio non accetta file di queste dimensioni. Dividilo, o fallo indicizzare da una cartella.',
      ],
      'unsupported-media-type': [
        'Formato che non viene letto',
        'Salvalo come PDF, Word, OpenDocument, HTML o testo.',
      ],
      'no-text': [
        'Non contiene testo',
        'Forse è una scansione: allora serve prima il riconoscimento del testo (OCR).',
      ],
      unreadable: [
        'Non si riesce a leggerlo',
        'Il file può essere danneggiato, protetto da password, o diverso da ciò che dice il nome.',
      ],
      conflict: [
        'Appartiene a una cartella',
        'Un documento con questo id viene da una cartella che il servizio segue. Modificalo là, o rinomina il file.',
      ],
      'no-space': ['Spazio esaurito', 'Il disco del servizio è pieno. Chi lo gestisce deve liberare spazio.'],
      overloaded: ['Il servizio è occupato', 'Riprova fra un momento.'],
      'too-many-requests': ['Troppe richieste insieme', 'Riprova fra un momento.'],
      'invalid-parameter': ['Un dato non si può usare', 'Guarda che cosa dice il servizio.'],
    },
    unread: ['Formato che non viene letto', 'Salvalo come PDF, Word, OpenDocument, HTML o testo.'],
    empty: ['File vuoto', 'Non contiene nulla da trovare.'],
    noAnswer: [
      'Il servizio non ha risposto',
      'Forse manca la rete, o il file è stato spostato nel frattempo. Riprova.',
    ],
    serviceSays: 'Il servizio dice:',
  },
}
