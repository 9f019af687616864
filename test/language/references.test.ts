/** Acts and standards: one id whatever the spelling and the language. */
import t from 'tap'
import { findReferences, referenceLabel, surely } from '../../language/references/references.ts'

t.test('acts and standards are one thing in any spelling', (t) => {
  // A question mark: what stands there means other things, too.
  const cases: [text: string, want: string[]][] = [
    ['regolamento (UE) 2024/1689', ['eu:2024/1689']],
    ['Regulation (EU) 2024/1689 of the European Parliament', ['eu:2024/1689']],
    ['the AI Act and l’AI Act', ['eu:2024/1689', 'eu:2024/1689']],
    ['CELEX 32024R1689 https://eur-lex.europa.eu/eli/reg/2024/1689/oj', ['eu:2024/1689', 'eu:2024/1689']],
    ['direttiva (UE) 2016/680 e decisione (UE) 2022/2481', ['eu:2016/680', 'eu:2022/2481']],
    [
      'Regolamento (CE) n. 765/2008 e regolamenti (UE) 2019/1020 e (UE) 2016/679',
      ['eu:reg:2008/765', 'eu:2019/1020', 'eu:2016/679'],
    ],
    [
      'Regolamento (CE) n. 45/2001, Directive 95/46/EC, direttiva 2001/45/CE, Decision No 676/2002/EC',
      ['eu:reg:2001/45', 'eu:dir:1995/46', 'eu:dir:2001/45', 'eu:dec:2002/676'],
    ],
    [
      'Reg. UE 679/2016 e Regolamento UE n. 2016/679, regolamento europeo 2016/679, Regolamento UE 2016/679',
      ['eu:2016/679', 'eu:2016/679', 'eu:2016/679', 'eu:2016/679'],
    ],
    ['Regolamento comunale n. 5/2023; Regolamento n. 5/2023; direttiva n. 5/2023 del Ministro', []],
    ['D.Lgs. 82/2005, art. 64-bis', ['it:dlgs:2005/82#art64bis']],
    ['art. 64-bis del D.Lgs. 7 marzo 2005, n. 82', ['it:dlgs:2005/82#art64bis']],
    [
      'decreto legislativo 7 marzo 2005, n. 82; Legislative Decree no. 82 of 7 March 2005; D. Lgs. n. 82 del 2005; d.lgs. n. 82/05',
      ['it:dlgs:2005/82', 'it:dlgs:2005/82', 'it:dlgs:2005/82', 'it:dlgs:2005/82'],
    ],
    [
      'D.L. 16 luglio 2020, n. 76; DL 76/2020; decreto-legge n. 76 del 2020; L. 241/1990; legge n. 241/90; legge 7 agosto 1990, n. 241',
      ['it:dl:2020/76', 'it:dl:2020/76', 'it:dl:2020/76', 'it:l:1990/241', 'it:l:1990/241', 'it:l:1990/241'],
    ],
    [
      'D.P.R. 445/2000, DPR 28 dicembre 2000, n. 445; DPCM 3 dicembre 2013, n. 5; D.M. 55/2013; Law no. 241 of 7 August 1990',
      ['it:dpr:2000/445', 'it:dpr:2000/445', 'it:dpcm:2013/5', 'it:dm:2013/55', 'it:l:1990/241'],
    ],
    [
      'articolo 6, paragrafo 1, lettera f), del regolamento (UE) 2016/679; Article 6(1)(f) of Regulation (EU) 2016/679; Article 6 of the GDPR; art. 5 GDPR',
      ['eu:2016/679#art6', 'eu:2016/679#art6', 'eu:2016/679#art6', 'eu:2016/679#art5'],
    ],
    [
      'CVE-2024-12345, RFC 9457, ISO/IEC 27001:2022, UNI CEI EN ISO/IEC 27001:2017, UNI EN ISO 9001:2015, ETSI EN 319 401, EN 301 549, NIST SP 800-53 Rev. 5, UNI 11506, IEC 62443-4-2, ISO 8601',
      [
        'cve:2024-12345',
        'rfc:9457',
        'iso:27001',
        'iso:27001',
        'iso:9001',
        'en:319401',
        'en:301549',
        'nist:sp800-53',
        'uni:11506',
        'iec:62443-4-2',
        'iso:8601',
      ],
    ],
    [
      'CAD e disegno; DORA la cagna; art. 12 del CAD',
      ['it:dlgs:2005/82?', 'eu:2022/2554?', 'it:dlgs:2005/82#art12?'],
    ],
    ['legge regionale 12/2020; il 24/7; 3/7/2023; 1/2 cup; UE 27/2004', []],
    [
      'NIS 2, NIS2 and Nis-2 ; eIDAS; General Data Protection Regulation; Data Act',
      ['eu:2022/2555', 'eu:2022/2555', 'eu:2022/2555', 'eu:reg:2014/910', 'eu:2016/679', 'eu:2023/2854'],
    ],
    [
      'Regulation (EU) No 910/2014 ; regolamento (CEE) n. 2913/92; decisione quadro 2008/977/GAI',
      ['eu:reg:2014/910', 'eu:reg:1992/2913', 'eu:dec:2008/977'],
    ],
  ]
  for (const [text, want] of cases) {
    const found = findReferences(text).map(
      ({ id, article = '', isAmbiguous }) => id + article + (isAmbiguous === true ? '?' : ''),
    )
    t.strictSame(found, want, text)
  }
  t.end()
})

t.test('an acronym that means other things counts where its act is known or an article is named', (t) => {
  const idsOf = (text: string, known: readonly string[]) =>
    surely(findReferences(text), (id) => known.includes(id)).map(({ id }) => id)
  t.strictSame(idsOf('Il CAD disegna.', []), [])
  t.strictSame(idsOf('Il CAD prescrive.', ['it:dlgs:2005/82']), ['it:dlgs:2005/82'])
  t.strictSame(idsOf('L’art. 12 del CAD.', []), ['it:dlgs:2005/82'])
  t.end()
})

t.test('references have names in both languages', (t) => {
  const cases: [id: string, it: string, en: string][] = [
    ['eu:2016/679', 'Regolamento (UE) 2016/679 (GDPR)', 'Regulation (EU) 2016/679 (GDPR)'],
    ['eu:dir:1995/46', 'Direttiva 95/46/CE', 'Directive 95/46/EC'],
    ['eu:reg:2008/765', 'Regolamento (CE) n. 765/2008', 'Regulation (EC) No 765/2008'],
    ['it:l:1990/241#art3bis', 'Legge 241/1990, art. 3-bis', 'Law 241/1990, Article 3-bis'],
    ['cve:2024-12345', 'CVE-2024-12345', 'CVE-2024-12345'],
    ['en:301549', 'EN 301 549', 'EN 301 549'],
  ]
  for (const [id, it, en] of cases)
    t.strictSame([referenceLabel(id, 'it'), referenceLabel(id, 'en')], [it, en])
  t.end()
})
