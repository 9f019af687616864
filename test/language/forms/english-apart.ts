/**
 * English words that must stay apart: an entry is a word, a colon and words of another meaning that must not have
 * its term (`police: policy`); entries part at commas and line ends, and each of those words is one pair.
 */
export const ENGLISH_APART: Record<string, string> = {
  'no adverbs': `
body: bodily, fame: family, home: homily`,
  'a shared stem of another meaning': `
new: news newt, university: universe universal, universities: universe universal, universe: universal, organ: organization organize organic
organs: organization organized, organic: organize organization, police: policy policies, policeman: policy, policies: polite politics
general: generous generate generation gene genre, generic: generous generation, genre: generous general, past: paste pasta pastor pasture pastry
paste: pastor past pasts, wander: wand wands wonder, wand: wander wandered wandering, wandering: wands, animal: animate anime
arm: armies armour, arms: army, army: armour, art: artery article artillery arthritis, arts: article artery, author: authority authorities authoritarian
bar: bare barely bark barn baron barrier barrel, bars: bare bares, base: bass basin basket basic, bases: basset
basic: basil basin, bat: bate bath battle batter, bath: bathe bathos, bear: beard, bill: billion billiard, bit: bite bitter, bite: bitter bits
board: border, boar: boards, border: boredom bore, cap: cape capital caper capable, caps: capes, cape: caper, capital: capitulate captain capita
captain: caption captive, caption: capture captive, car: care career cargo carp carpet cart, cars: cares, care: career caress carer, career: careen carer
cart: carton cartoon cartel, carton: cartoon, cat: cater cattle category, cater: category cats, cell: cellar cello, cellar: cellular cello
cent: central century, chain: chair, chairs: chains, chap: chapel chapter, chapter: chapel
charge: char chariot, chest: chess chestnut, child: chill chilli, chilly: chilli, coins: coincidence
colon: colony colonel colonial, colony: colonel, column: colony, commune: communism communicate communication, communism: communicate community communion
community: communion communicate communist, communication: communist, compass: compassion, compassion: compass compatible, compile: complain
competent: competition, complement: compliment, complex: complexion
compost: composer, comic: coming comet, confer: confess conifer, confident: confidential confide, con: cone
content: contend contest, continent: continue
contract: contrast contraction, conversation: conversion conservation, corn: corner cornet
corner: corn coroner, corners: coroner, corps: corpse, corpse: corpus, corporate: corps, cost: costume coast, costs: costume
council: counsel, counsel: counter council, count: country county countess, county: country countess, country: counter
cow: coward cower, coward: cower cowl, critic: crisis
current: currant curry, curious: curate, custom: customs, dam: dame damage damn damp, dame: damage dams, damages: dams
deer: dear, decade: decadent, defend: defendant, desert: dessert deserve
device: devil devise, die: diet dice, diet: diesel, digit: dig digest dignity, direct: direction
discus: discuss discussion, divers: diverse, diverse: dive divine, divine: dive divide
domestic: dominate domain, drama: dram, due: duel duet, duel: dual duet
earn: earnest earring, ear: earn earth early, early: earl, east: easter, elect: electric electron
election: electricity, emergency: emerges, engine: england, even: event evening
event: even evening, experience: experiment
experiment: expert experience, fabric: fabricate, face: facet facility, fact: faction factor factory factual, facts: faction factory
factor: factory faction, factory: faction factors, fair: fairy, fairy: fair fairs, family: famine famous familiar, famous: famine, far: farm fare farce, fare: farm
fat: fate fatal, fate: father, fatal: father, feat: feather feature, feature: feat feather, fed: federal fedora
fin: fine final finance find, final: finance fine, finance: fine final, find: fine, fine: finite fin, fir: fire firm first, fire: firm fir, fires: firs
firm: firmware fir, flat: flatter, flatter: flat flatulent, floor: flora florist, flow: flower flowers, flower: flow flows flowed, flour: flourish floor
flu: flute fluent, for: fort force fore, force: forceps forest, fore: forest, fort: forth fortune forty, forth: forts, fortune: fort forty
form: formula former, formal: formaldehyde, forms: formulas, foster: fossil, fundamental: funds funded
gall: gallery gallon, gallery: galley gallon, gang: gangrene, gene: genie genius general, genes: genius general, genius: genus, germ: german germany
grade: gradual, graduate: gradual, grammar: gram gramme, grand: grandeur, grave: gravel gravity, gravel: graves gravity, gravity: graves
hand: handsome, hands: handsome handles, harmony: harm harms, heart: hearth
herb: hero, hero: heroin heron, heroes: heroin, heroin: heroine, histology: history
hospital: hospitality, hospitals: hospitality, host: hostel hostile hostage, hostel: hostile hosts, hostile: hosts, hum: human
human: humour, impair: impart, import: important importance, important: imports imported
infant: infantry, infantry: infants, information: informal, intense: intention
intend: intense, intention: tense, interest: interior, invent: inventory, inventory: invention, iron: irony
irony: irons ironed, jack: jacket, kid: kidney kidnap
kidney: kids, kin: kind king, kind: kindle kindergarten, king: kin kindle, kit: kite kitten kitchen, kitten: kits, lab: label labour, label: labs, lad: ladder lady
lamb: lamp, lap: lapse laptop, late: lateral latex latin, latin: latitude latter, lawn: laws, lead: leaf, leg: legal legend legion
legal: legend legs, legend: legion legs, lens: lend, less: lesson, lesson: less, let: letter lettuce, letter: lettuce lets, lever: leverage level, liberal: library
library: liberty, lie: lieu, lieutenant: lie, lime: limit limestone, limit: limes, line: linen liner, linen: lines, list: listen listless, listen: lists listed, liter: literal literature
literal: literature, loan: loath, lob: lobby lobe lobster, log: logic, logic: logs logged, lot: lottery lotion, lottery: lots, lotion: lots
man: mania manage, many: mania, manager: manger, marine: marina, market: mark marks, mass: massage massacre
massage: massacre, mat: mate material math, mate: material mats, material: mates maternal, meat: meet, media: medieval
mental: mention menu, mention: mental, metal: mettle metaphor, meter: method meteor, meteor: meters, mid: middle midget
mill: million millennium, million: mills, minister: minor, minor: minus minute mineral, minute: minus minutiae, miss: missile mission missus
mission: misses missed, missile: mission, mode: model modern modest, model: modem modern modest, modern: modes modest, moment: momentum, momentum: moments, money: monkey, monkey: money
morale: morals, mortgage: mortal, mot: moth mother motor motel, moth: mother, mother: moths motherboard
muse: museum music, museum: music muses, nap: nape napkin, nation: nature, native: nature
naval: navel, negligent: negligible, nights: knights, norm: norman
not: note notice notion, note: notice notion, notice: notion, notes: notices
operas: operation operator, operation: opera, option: optical optics, or: oral order
ordinance: ordnance, organizer: organic, orient: orienteering, pace: pacific, pacific: paces, page: pageant
pageant: pages paged, pain: paint, paint: pains painful, pair: pear, pan: panel panic pane, pane: panel pans, panel: panes panic, panic: pans, par: park part party parent
paradise: paradox, parent: parenthesis, park: parka, part: party particle partial, party: part parts, parties: parts particle, particle: parts, partial: party
pass: passion passive passport, passion: passive passes passed, passive: passed, passenger: passion, pat: patch path patient, patent: patient, path: pathetic pathology, pathetic: paths
peace: peach, peak: peas, pen: penalty pencil pension, penalty: pens, pencil: pens, pension: pensive pens
pet: petal petrol, petal: pets, phone: phonetic, pill: pillar pillow, pillow: pills pillar
pine: pins pineapple, plan: plane plant planet, plane: plans plant planet, planes: plans, planet: plans plants, plant: plans, plate: plateau platoon
polo: polite police, polite: politics political, politics: politely, pop: pope poppy popular, pope: pops popular, popular: poplar
port: portion portrait, portion: ports, post: posture, posture: posts, posts: posture, pot: potato potent potential, pray: prey
prince: principal principle, principle: princes, principal: principle princes
promise: promote, property: prosper
protein: protest, public: pub, pump: pumpkin, pup: pupil puppet, pupil: puppet pups, purse: pursue, quart: quarter
rabbi: rabbit, rabbit: rabbis, race: racism, racial: races, rad: radio radical radius, radio: radium radiator, radius: radish, rail: rally, rain: reign
rap: rapid, rapid: raps, rat: rate rattle, rate: rather ratio rats, rats: rates ration, ratio: rats, ration: rational, rational: ratio rations, real: realm, rear: reason
rest: restaurant restore, restaurant: rests rested, rib: ribbon, ribbon: ribs, rid: ridge, rob: robe robot robin
robe: robot, robot: robbed, rod: rodent rode, romance: romanian, romans: romantic, root: rooster, rose: roster, rug: rugby rugged, rugby: rugs
saddle: sadly, salad: salary, sand: sandal sandwich, sandal: sands sandy, satire: satisfy
scar: scarce scare scarf, scare: scars scarce, scares: scars, sea: seal search season, season: seas, secret: secretary, secretary: secrets
sentence: sentiment, sew: sewage sewer, shell: shelter, shelter: shells
silk: silicon, sin: since sing sine, single: sing, sir: siren, skill: skillet, sole: solar soldier solid, solar: sold, soldier: solder sold
spa: space spark spade, special: species, species: special specific, specific: specimen, spin: spinach spine, spine: spins spun
spinach: spinning, stab: stables, stage: stag, stags: stages, star: stare start starve, stare: stars start, stares: stars, starve: stars
state: static statue station, station: stationery states, statue: statute status, statute: state, status: statute, step: steppe
strand: strange, strip: stripe, stripes: strips, stud: student study studio, study: studs studio, studio: studs student, sub: subway
suit: suite, suite: suits, super: superb, surge: surgeon surgery, surgeon: surges, tab: table taboo, table: tablet tabs tabloid, tablet: tables
tail: tailor, tailor: tails tailed, tale: talent, talent: tales, tank: tanker, tap: tape tapestry, tape: taps tapir, tapes: taps, tax: taxi taxonomy, taxi: taxes taxed, taxis: taxes
temper: temperature, temperature: temper tempers, temporary: temper, ten: tenant tennis tent, tent: tentative tenth, tents: tenths, terms: terminal
terror: territory, territory: terrible terror, test: testament, testament: tests tested, textile: texts, theme: them then, thin: thing
tick: ticket tickle, ticket: ticks ticked, tim: timber time timid, timber: times, toil: toilet, toilet: toils
ton: tone tongue, tone: tons tonic, tones: tons, topic: tops, tour: tournament, tournament: tours toured, tow: towel tower town, tower: tows towed, town: tows, towel: tows
trouser: trousseau, tribe: tribute, tribute: tribes
tub: tube tuber, tubes: tubs, tube: tubs, tunnel: tunes, turn: turnip, turnip: turns, type: typhoon typical, union: onion
unit: unite, van: vanilla vanish vanity, vanity: vans, vent: venture, venture: vents, verse: version versus, version: versus verses, vet: veto
veteran: vets, vic: vicar vice victim, vice: vicar, vicar: vices, victim: victory victor, victory: victims, villa: village villain, village: villas villain, villain: villas, vine: vinegar, vinegar: vines
viola: violate violin violent, violin: violate, visit: visor vision, vital: vitamin
wager: wages, war: ward warm warn warrant, ward: wars warden, warm: wars, warn: wars, warrant: wars, wick: wicked wicket, wicked: wicks
will: willow, willow: wills, wind: window, window: winds winding, win: wine wing winter, wine: wins, wines: wins, winter: wins, wing: wins, wit: witch witness, witch: wits, witness: wits
wrest: wrestle wrist, yard: yarn, year: yearn, yearn: years`,
}
