/** Texts of the table of jobs. */
import { plural } from '../shown/plural.ts'

/** Those texts, by language. */
export const jobsWords = {
  en: {
    jobs: 'What the service is doing',
    jobsCaption: 'Jobs of the service, newest first',
    noJobs: 'Nothing in the last day.',
    unfinished: (count: string, of: number) =>
      `${count} ${plural(of, 'job is', 'jobs are')} waiting or running.`,
    what: 'What',
    status: 'Status',
    result: 'Result',
    when: 'When',
    kinds: {
      put: 'Put',
      patch: 'Describe anew',
      delete: 'Remove',
      deletePlace: 'Remove all of',
      index: 'Index folder',
    },
    statuses: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed' },
    progress: (documents: string, of: string | undefined) =>
      of === undefined ? `${documents} looked at` : `${documents} of ${of}`,
    counts: {
      added: (count: string) => `${count} new`,
      changed: (count: string) => `${count} changed`,
      removed: (count: string) => `${count} removed`,
      unchanged: (count: string) => `${count} unchanged`,
    },
    skipped: (count: string, of: number) => `${count} ${plural(of, 'file', 'files')} not read`,
    skippedFor: (count: string, reason: string) => `${count}: ${reason}`,
    skippedOthers: (count: string) => `${count} for other reasons`,
    took: (seconds: string) => `${seconds} s`,
  },
  it: {
    jobs: 'Che cosa sta facendo il servizio',
    jobsCaption: 'Lavori del servizio, dal più recente',
    noJobs: 'Nulla nell’ultimo giorno.',
    unfinished: (count: string, of: number) =>
      plural(of, 'Un lavoro è in attesa o in corso.', `${count} lavori sono in attesa o in corso.`),
    what: 'Che cosa',
    status: 'Stato',
    result: 'Esito',
    when: 'Quando',
    kinds: {
      put: 'Aggiunta',
      patch: 'Nuova descrizione',
      delete: 'Rimozione',
      deletePlace: 'Rimozione di tutto',
      index: 'Cartella',
    },
    statuses: { queued: 'In attesa', running: 'In corso', done: 'Fatto', failed: 'Non riuscito' },
    progress: (documents: string, of: string | undefined) =>
      of === undefined ? `${documents} esaminati` : `${documents} di ${of}`,
    counts: {
      added: (count: string) => `${count} nuovi`,
      changed: (count: string) => `${count} cambiati`,
      removed: (count: string) => `${count} rimossi`,
      unchanged: (count: string) => `${count} invariati`,
    },
    skipped: (count: string, _of: number) => `${count} file non letti`,
    skippedFor: (count: string, reason: string) => `${count}: ${reason}`,
    skippedOthers: (count: string) => `${count} per altri motivi`,
    took: (seconds: string) => `${seconds} s`,
  },
}
