/**
 * English words that must stay apart: an entry is a word, a colon and words of another meaning that must not have
 * its term (`police: policy`); entries part at commas and line ends, and each of those words is one pair.
 */
export const ENGLISH_APART: Record<string, string> = {
  'a shared stem of another meaning': `
new: news newt, university: universe universal, universities: universe universal, universe: universal, organ: organization organize organic organism
organs: organization organized, organic: organize organization organism, police: policy policies, policeman: policy, policies: polite politics
general: generous generate generation gene genre, generic: generous generation, genre: generous general, past: paste pasta pastor pasture pastry
paste: pastor past pasts, wander: wand wands wonder, wand: wander wandered wandering, wandering: wands, animal: animate animation anime
arm: army armies armour, arms: army, army: armour, art: artery article artillery arthritis, arts: article artery, author: authority authorities authoritarian
authors: authority, authority: authorship, bar: bare barely bark barn baron barrier barrel, bars: bare bares, base: bass basin basket basic, bases: basset
basic: basil basin, bat: bate bath battle batter, bath: bathe bathos, bear: bearing beard, bill: billion billiard, bit: bite bitter, bite: bitter bits
board: boar border, boar: boards, border: boredom bore, cap: cape capital caper capable, caps: capes, cape: caper, capital: capitulate captain capita
captain: caption captive, caption: capture captive, car: care career cargo carp carpet cart, cars: cares, care: career caress carer, career: careen carer
cart: carton cartoon cartel, carton: cartoon, cat: cater cattle category, cater: category catering cats, cell: cellar cello, cellar: cellular cello
century: central centre cent, cent: central center century, chain: chair, chairs: chains, chap: chapel chapter, chapter: chapel, character: charade charcoal
charge: char chariot, charm: charmer char, chest: chess chestnut, child: chill chilli, chilly: chilli, coin: coincide coincidence, coins: coincidence
colon: colony colonel colonial, colony: colonel, column: colony, commune: communism communicate communication, communism: communicate community communion
community: communion communicate communist, communication: communion communist, compass: compassion, compassion: compass compatible, compile: complain
compete: competent competence, competent: competition, competition: competence, complement: compliment, complete: complex complexion, complex: complexion
compose: composure compost, compost: composition composer, comic: coming comet, confer: confess conifer, confident: confidential confidence confide, con: cone cons
conserve: conservatory, consist: consistent, consider: considerate considerable, contact: contagious contain, content: contend contest, continent: content continue
contract: contrast contraction, converse: convert conversion, conversation: conversion converse conservation, coral: corral choral, corn: corner cornet
corner: corn coroner, corners: coroner, corps: corpse, corpse: corpus, corporal: corporate, corporate: corps, cost: costume coast, costs: costume
council: counsel, counsel: counter council, count: counter country county countess, county: country countess counties, country: counter, counter: counties
court: courtesy, cover: covert cove, cow: coward cower, coward: cower cowl, crew: crewel cress, critic: critical crisis, cross: crossing crosier, cure: curious curate
current: currency currant curry, curious: curate, custom: customs customer, dam: dame damage damn damp, dame: damage dams, damages: dams, dear: dearth
deer: dear, decade: decadent decay, defend: defendant, defer: defence, department: departure depart, deport: department, desert: dessert deserve, desire: desert
device: devil devise, die: diet dice, diet: dietary diesel, digit: dig digest dignity, dinner: dine diner, direct: directory direction director, disc: discus discuss
discus: discuss discussion, discount: discourage, divers: diverse, diverse: dive divine, divine: dive divide, divided: dividend, doctor: doctrine document
document: doctor, dome: domestic, domestic: dominate domain, drama: dram, draw: drawer, drug: drudge, due: duel duet duty, duel: dual duet, dual: duel
earn: earnest earring, ear: earn earth early, early: earl, earnest: earned, east: easter, easy: east, eat: eaten eater, eye: eyrie, edit: edict, elect: electric electron
election: electricity electron electric, electric: elect elected, electrical: elected, emerge: emergency, emergency: emerges, engine: engineer england, even: event evening
event: even evening eventual, evening: eventually, every: ever, evil: evict, execute: executive, exit: exist, exact: exacting, experience: experiment expert
experiment: expert experience, extend: extent, fabric: fabricate fabulous, face: facet facial facility, fact: faction factor factory factual, facts: faction factory
factor: factory faction, factory: faction factors, fair: fairy, fairy: fair fairs, family: famine famous familiar, famous: famine, far: farm fare farce, fare: farm fares
fashion: fascist, fat: fate father fatal, fate: father, fatal: father, favour: favourite, feat: feather feature, feature: feat feather, fed: federal fedora
figure: fig, fin: fine final finance find, final: finance fine, finance: fine final, find: fine finds, fine: finite fin, fir: fire firm first, fire: firm fir, fires: firs
firm: firmware fir, fist: fit, flat: flatter flatten, flatter: flat flatulent, floor: flora florist, flow: flower flowers, flower: flow flows flowed, flour: flourish floor
flu: flute fluid fluent, fluid: fluent, for: fort force fore, force: forceps forest, fore: forest, fort: forth fortune forty, forth: forts, fortune: fort forty
form: formal formula format former, formal: formula formaldehyde, forms: formulas formal, foster: fossil, fund: fundamental, fundamental: funds funded, funny: fun
gall: gallery gallon, gallery: galley gallon, gang: gangrene, gene: genie genius general, genes: genius general, genius: genus, gentle: gentile genteel, germ: german germany
german: germ germs, ghost: ghetto, gin: ginger, glass: glassy, globe: glob globule, glory: glossary, gold: golf, good: goods, govern: governess, grace: gracious
grade: gradual graduate, graduate: gradual, grammar: gram gramme, grand: grandeur, grave: gravel gravity, gravel: graves gravity, gravity: graves, ground: grounded
guard: guardian, hand: handle handsome handy, handle: handsome, hands: handsome handles, hard: hardly hardware, harm: harmony harmonic, harmony: harm harms, heart: hearth
hear: heart hearse, her: hero herb herd, herb: hero, hero: heroin heron, heroes: heroin, heroin: heroine, hill: hilarious, hip: hippo hippie, histology: history
history: hysteria, hospital: hospitality hospice, hospitals: hospitality, host: hostel hostile hostage, hostel: hostile hosts, hostile: hosts, hotel: hot, hum: human humid humour
human: humane humanity humour, humble: humbug, ill: illegal illusion, illness: illusion, imp: impact impair, impair: impart, import: important importance, important: imports imported
inch: inchoate, index: indeed, individual: indivisible, infant: infantry, infantry: infants, information: informal, informal: inform informs, intense: intend intention
intend: intense, intention: intense tense, inter: interest interior internal, interest: interior, interior: inferior, invent: inventory, inventory: invention, iron: irony ironic
irony: irons ironed, island: islam, jack: jacket, jam: jamb, jean: jeans, jewel: jew, job: jobless, jury: injury, just: justify justice, key: keyboard, kid: kidney kidnap
kidney: kids, kin: kind king, kind: kindle kindergarten, king: kin kindle, kit: kite kitten kitchen, kitten: kits, knight: night, lab: label labour, label: labs, lad: ladder lady
lamb: lamp, lap: lapse laptop, late: lateral latex latin, latin: latitude latter, law: lawn, lawn: laws, lead: leaf, lea: lean learn lease, leg: legal legend legion
legal: legend legs, legend: legion legs, lens: lend, less: lesson, lesson: less lessen, let: letter lettuce, letter: lettuce lets, lever: leverage level, liberal: library
library: liberty, lie: lieu, lieutenant: lie, lime: limit limestone, limit: limes, line: linen liner, linen: lines, list: listen listless, listen: lists listed, liter: literal literature
literal: literature, loan: loath, lob: lobby lobe lobster, local: locomotive, log: logic, logic: logs logged, lot: lottery lotion, lottery: lots, lotion: lots, mach: machine
major: majority, man: mania manage, many: mania, manager: manger, marine: marina, mark: market, market: mark marks marked, mars: marsh, mass: massage massacre massive
massage: massacre, master: mastery, mat: mate material math, mate: material mats, material: mates maternal, matter: mattress, meat: meet, medal: meddle medallion, media: median medieval
mental: mention menu, mention: mental, message: messenger, metal: mettle metaphor, meter: method meteor, meteor: meters, metro: metropolis, mid: middle midget, mile: military milestone
mill: million millennium, million: mills, mind: mine, mine: minister mineral miniature, minister: minimum minor, minor: minus minute mineral, minute: minus minutiae, miss: missile mission missus
mission: misses missed, missile: mission, mode: model modern modest, model: modem modern modest, modern: modes modest, moment: momentum, momentum: moments, money: monk monkey, monkey: money
moral: morale, morale: morals, mort: mortgage mortal, mortgage: mortal, most: mostly, mot: moth mother motor motel, moth: mother, mother: moths motherboard, motor: motorway
mould: moult, mount: mountain, mus: muse museum music muscle, muse: museum music, museum: music muses, nap: nape napkin, nation: native nature, nationality: nature, native: nature
nature: nation, naval: navel, navy: navel navigate, neck: necklace, negligent: negligible, nerve: never, net: nettle, nights: knights, night: nightmare, norm: north normal norman
not: note notice notion, note: notice notion notary, notice: notion, notes: notices, nun: nunnery number, nurse: nursery, object: objective, observation: observatory, office: officer official
one: onion, oper: opera operate, opera: operate operation, operas: operation operator, operation: opera, optic: option optimal, option: optical optics, optimist: optimal, or: oral order
ordinary: ordinance, ordinance: ordnance, organizer: organic, orient: orienteering, origin: original, pace: pacific, pacific: paces, pack: packet package, pact: pack, page: pageant
pageant: pages paged, pain: paint, paint: pains painful, pair: pear, pan: panel panic pane, pane: panel pans, panel: panes panic, panic: pans, par: park part party parent
parade: paradise paradox, paradise: paradox, parent: parenthesis, park: parka, part: party particle partial, party: part parts, parties: parts particle, particle: parts, partial: party
pass: passion passive passport, passion: passive passes passed, passive: passed, passenger: passion, pat: patch path patient, patent: patient, path: pathetic pathology, pathetic: paths
pay: pays, pea: peace peach peak, peace: peach, peak: peas, pen: penalty pencil pension, penalty: pens, pencil: pens, pension: pensive pens, person: personnel persona, personal: personnel
pet: petal petrol, petal: pets, petrol: pets, phase: phrase, phone: phonetic, physic: physician, physics: physician physique, physical: physicist, pill: pillar pillow, pillow: pills pillar
pin: pine pint, pine: pins pineapple, plan: plane plant planet, plane: plans plant planet, planes: plans, planet: plans plants, plant: plans, plate: plateau platoon, play: playful, plus: plush
poem: poetry, point: poignant, pol: pole polo, polo: polite police, polite: politics political, politics: politely, pop: pope poppy popular, pope: pops popular, popular: poplar
port: portion portrait porter, portion: ports, portrait: ports, post: posture poster, posture: posts, posts: posture, pot: potato potent potential, pray: prey, present: presence presentation
press: pressure, prince: principal principle princess, principle: princes, principal: principle princes, prim: prime, prior: priority, private: privilege, probable: probe probate, prob: problem
process: procession, product: productive, profession: professor, prom: promise promote, promise: promote, proper: property, property: prosper, prose: prosecute, protest: protestant
protein: protest, public: publication publish pub, publish: pub, pump: pumpkin, punch: puncture, pup: pupil puppet, pupil: puppet pups, pure: puree purge, purse: pursue, quart: quarter
quest: question, rabbi: rabbit, rabbit: rabbis, race: racism racial, racial: races, rad: radio radical radius, radio: radium radiator, radius: radish, rail: rally, rain: reign
rap: rape rapid, rapid: raps, rat: rate rattle, rate: rather ratio rats, rats: rates ration, ratio: rats, ration: rational, rational: ratio rations, real: realm, rear: reason
reason: rear, red: reduce, register: regime, relate: relative, reside: residue, rest: restaurant restore, restaurant: rests rested, rib: ribbon, ribbon: ribs, rid: ridge, rob: robe robot robin
robe: robot, robot: robbed, rod: rodent rode, roman: romance, romance: romanian, romans: romantic, root: rooster, rose: roster, rot: rotate rota, rug: rugby rugged, rugby: rugs, rule: ruler
sac: sack sacred, sad: saddle, saddle: sadly, sail: saint, salad: salary, sand: sandal sandwich, sandal: sands sandy, satin: satire, satire: satisfy, sate: satellite, sauce: saucer, saucer: sauces
scar: scarce scare scarf, scare: scars scarce, scares: scars, sea: seal search season, season: seas, second: secondary, secret: secretary secrete, secretary: secrets, section: sector sect
senior: senator, sense: sentence sensor, sentence: sentiment, sew: sewage sewer, shave: shaves, shell: shelf shelter, shelter: shells, ship: shipment, shop: shopping, short: shorts, sign: signal signature
signature: signal, silk: silicon, sin: since sing sine, single: singles sing, sir: siren, skill: skillet, skin: skinny, social: sociology, sole: solar soldier solid, solar: sold, soldier: solder sold
solid: solidarity, solidarity: solid, spa: space spark spade, special: species specify, species: special specific, specific: specimen, spirit: spiral, spice: spicy, spin: spinach spine, spine: spins spun
spinach: spinning, spring: sprinkle, stable: stab establish, stab: stables, staff: stag, stage: stag stagger, stags: stages, star: stare start starve, stare: stars start, stares: stars, starve: stars
stat: state station static statue, state: static statue station, station: stationery states, statue: statute status, statute: state, status: statute, step: steppe stepmother, stick: sticker, stock: stocking
store: storey, story: store, strand: strange, strip: stripe, stripes: strips, structure: strict, stud: student study studio, study: studs studio, studio: studs student, sub: subject subway, subject: subjective
suit: suite suitcase, suite: suits, sun: sunday, super: superb, superb: superior, sur: sure surge, surge: surgeon surgery, surgeon: surges, tab: table taboo, table: tablet tabs tabloid, tablet: tables
tail: tailor, tailor: tails tailed, tale: talent, talent: tales, tank: tanker, tap: tape tapestry, tape: taps tapir, tapes: taps, tax: taxi taxonomy, taxi: taxes taxed, taxis: taxes, team: tease
temper: temperature temperate, temperature: temper tempers, temple: temporary, temporary: temper, ten: tenant tennis tent, tent: tentative tenth, tents: tenths, term: terminal termite, terms: terminal
terror: terrible territory, territory: terrible terror, terrific: terrified, test: testament testify, testament: tests tested, text: textile texture, textile: texts, theme: them then, thin: thing
thing: thins, tick: ticket tickle, ticket: ticks ticked, tide: tidy, tile: till, tim: timber time timid, timber: times, tin: tine tiny, tire: tired, toil: toilet, toilet: toils, tom: tomato tomb
ton: tone tongue tonic, tone: tons tonic, tones: tons, top: topic, topic: tops topical, tour: tournament, tournament: tours toured, tow: towel tower town, tower: tows towed, town: tows, towel: tows
track: tractor, train: trainer, tram: tramp, trans: transit, treat: treaty, treaty: treats treated, trouser: trousseau, trail: trailer, tribe: tribute tribunal, tribute: tribes, trip: tripe triple
tub: tube tuber, tubes: tubs, tube: tubs, tune: tunnel tuna, tunnel: tunes, turk: turkey, turn: turnip, turnip: turns turned, two: twin, type: typhoon typical, ulti: ultimate, uni: unit unite, union: onion
unit: unite, unique: union, vaccine: vacuum, van: vanilla vanish vanity, vanity: vans, vent: venture, venture: vents, verb: verbal verbose, verse: version versus, version: versus verses, vet: veteran veto
veteran: vets, vic: vicar vice victim, vice: vicar, vicar: vices, victim: victory victor, victory: victims, view: vie, villa: village villain, village: villas villain, villain: villas, vine: vinegar, vinegar: vines
viola: violate violin violent, violent: violet violin, violin: violate, virtue: virtual, virtual: virtues, vision: visit visa, visit: visor vision, vita: vital vitamin, vital: vitamin, volume: volunteer, wage: wager
wager: wages, war: ward warm warn warrant, ward: wars warden, warm: wars, warn: wars, warrant: warranty wars, wash: washington, waste: waist, wed: wednesday, whip: whippet, wick: wicked wicket, wicked: wicks
will: willow, willow: wills, wind: window, window: winds winding, win: wine wing winter, wine: wins, wines: wins, winter: wins, wing: wins, wit: witch with witness, witch: wits, witness: wits, wood: woodpecker
wool: woolf, word: wordy, work: workshop, world: worldly, worm: worms, wrest: wrestle wrist, yard: yarn, year: yearn, yearn: years yearly, yes: yesterday, zone: zoning zoo`,
}
