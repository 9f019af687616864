/** Names that acts go by. A small table of what everybody calls so; acts are otherwise known by their numbers. */

/** An act with its names. */
export type KnownAct = {
  id: string
  /** What it is shown as. */
  label: { it: string; en: string }
  /** Found in any case. */
  names: readonly string[]
  /** Found as written, in capitals: acronyms that mean nothing else. */
  acronyms?: readonly string[]
  /** The same of acronyms that mean other things, too. */
  ambiguous?: readonly string[]
}

const eu = (
  number: string,
  kind: 'Regolamento' | 'Direttiva',
  name: string,
  names: readonly string[],
  more: Pick<KnownAct, 'acronyms' | 'ambiguous'> = {},
): KnownAct => ({
  id: `eu:${number}`,
  label: {
    it: `${kind} (UE) ${number} (${name})`,
    en: `${kind === 'Direttiva' ? 'Directive' : 'Regulation'} (EU) ${number} (${name})`,
  },
  names,
  ...more,
})

/** The acts that have names. */
export const KNOWN_ACTS: readonly KnownAct[] = [
  eu(
    '2016/679',
    'Regolamento',
    'GDPR',
    [
      'general data protection regulation',
      'regolamento generale sulla protezione dei dati',
      'regolamento generale per la protezione dei dati',
      'gdpr',
      'rgpd',
    ],
    { acronyms: ['GDPR', 'RGPD'] },
  ),
  eu('2024/1689', 'Regolamento', 'AI Act', [
    'ai act',
    'artificial intelligence act',
    "regolamento sull'intelligenza artificiale",
    "legge sull'intelligenza artificiale dell'ue",
  ]),
  eu('2022/2555', 'Direttiva', 'NIS 2', ['nis 2', 'nis2', 'nis-2', 'direttiva nis 2', 'nis 2 directive']),
  eu('2016/1148', 'Direttiva', 'NIS', ['direttiva nis', 'nis directive']),
  eu(
    '2022/2554',
    'Regolamento',
    'DORA',
    ['digital operational resilience act', 'regolamento dora', 'dora regulation'],
    { ambiguous: ['DORA'] },
  ),
  eu(
    '2022/2065',
    'Regolamento',
    'DSA',
    ['digital services act', 'regolamento sui servizi digitali', 'legge sui servizi digitali'],
    { ambiguous: ['DSA'] },
  ),
  eu(
    '2022/1925',
    'Regolamento',
    'DMA',
    ['digital markets act', 'regolamento sui mercati digitali', 'legge sui mercati digitali'],
    { ambiguous: ['DMA'] },
  ),
  eu('2023/2854', 'Regolamento', 'Data Act', ['data act', 'regolamento sui dati', 'normativa sui dati']),
  eu(
    '2022/868',
    'Regolamento',
    'Data Governance Act',
    ['data governance act', 'regolamento sulla governance dei dati'],
    { ambiguous: ['DGA'] },
  ),
  eu(
    '2024/2847',
    'Regolamento',
    'Cyber Resilience Act',
    ['cyber resilience act', 'regolamento sulla ciberresilienza', 'regolamento sulla resilienza cibernetica'],
    { ambiguous: ['CRA'] },
  ),
  eu('2019/881', 'Regolamento', 'Cybersecurity Act', ['cybersecurity act', 'eu cybersecurity act']),
  eu('2022/2557', 'Direttiva', 'CER', [
    'direttiva cer',
    'cer directive',
    'critical entities resilience directive',
  ]),
  {
    id: 'eu:reg:2014/910',
    label: { it: 'Regolamento (UE) n. 910/2014 (eIDAS)', en: 'Regulation (EU) No 910/2014 (eIDAS)' },
    names: ['eidas', 'regolamento eidas', 'eidas regulation'],
  },
  eu('2024/1183', 'Regolamento', 'eIDAS 2', ['eidas 2', 'eidas 2.0', 'eidas2']),
  eu('2023/1781', 'Regolamento', 'Chips Act', [
    'chips act',
    'european chips act',
    'normativa europea sui chip',
    'regolamento sui chip',
  ]),
  eu(
    '2024/1252',
    'Regolamento',
    'Critical Raw Materials Act',
    [
      'critical raw materials act',
      'regolamento sulle materie prime critiche',
      'normativa sulle materie prime critiche',
    ],
    { ambiguous: ['CRMA'] },
  ),
  eu('2024/903', 'Regolamento', 'Interoperable Europe Act', [
    'interoperable europe act',
    "regolamento su un'europa interoperabile",
  ]),
  eu('2023/1114', 'Regolamento', 'MiCA', [
    'markets in crypto-assets regulation',
    'regolamento mica',
    'mica regulation',
  ]),
  eu('2016/680', 'Direttiva', 'Law Enforcement Directive', ['law enforcement directive']),
  eu('2019/790', 'Direttiva', 'Copyright', [
    'direttiva copyright',
    'copyright directive',
    'copyright in the digital single market',
  ]),
  eu('2019/1024', 'Direttiva', 'Open Data', ['direttiva open data', 'open data directive']),
  eu('2016/2102', 'Direttiva', 'Web Accessibility', ['web accessibility directive']),
  eu('2019/882', 'Direttiva', 'European Accessibility Act', ['european accessibility act']),
  {
    id: 'it:dlgs:2005/82',
    label: {
      it: "D.Lgs. 82/2005 (Codice dell'amministrazione digitale)",
      en: 'Legislative Decree 82/2005 (Digital Administration Code)',
    },
    names: [
      "codice dell'amministrazione digitale",
      'codice amministrazione digitale',
      'digital administration code',
      'code of digital administration',
    ],
    ambiguous: ['CAD'],
  },
  {
    id: 'it:dlgs:2003/196',
    label: { it: 'D.Lgs. 196/2003 (Codice privacy)', en: 'Legislative Decree 196/2003 (Privacy Code)' },
    names: [
      'codice privacy',
      'codice della privacy',
      'codice in materia di protezione dei dati personali',
      'italian privacy code',
      'personal data protection code',
    ],
  },
  {
    id: 'it:dlgs:2023/36',
    label: {
      it: 'D.Lgs. 36/2023 (Codice dei contratti pubblici)',
      en: 'Legislative Decree 36/2023 (Public Contracts Code)',
    },
    names: ['nuovo codice dei contratti pubblici', 'nuovo codice appalti'],
  },
  {
    id: 'it:dlgs:2024/138',
    label: { it: 'D.Lgs. 138/2024 (decreto NIS)', en: 'Legislative Decree 138/2024 (NIS decree)' },
    names: ['decreto nis'],
  },
  {
    id: 'it:dlgs:2013/33',
    label: {
      it: 'D.Lgs. 33/2013 (decreto trasparenza)',
      en: 'Legislative Decree 33/2013 (Transparency Decree)',
    },
    names: ['decreto trasparenza', 'transparency decree'],
  },
  { id: 'it:dlgs:2001/231', label: { it: 'D.Lgs. 231/2001', en: 'Legislative Decree 231/2001' }, names: [] },
]
