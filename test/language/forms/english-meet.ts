/**
 * English words that must meet: an entry is a base form, a colon and the forms of it that must have its term
 * (`city: cities`); entries part at commas and line ends, and each form is one pair with its base.
 * Written from a grammar and not from the rules of the stemmer, so that it can find them wrong.
 */
export const ENGLISH_MEET: Record<string, string> = {
  'regular plurals': `
book: books, table: tables, house: houses, car: cars, tree: trees, school: schools, teacher: teachers, student: students
document: documents, page: pages, file: files, folder: folders, server: servers, user: users, service: services, price: prices
language: languages, village: villages, bridge: bridges, judge: judges, badge: badges, edge: edges, horse: horses, nurse: nurses
purse: purses, course: courses, case: cases, base: bases, phrase: phrases, rose: roses, nose: noses, cause: causes
bus: buses, gas: gases, lens: lenses, virus: viruses, status: statuses, bonus: bonuses, campus: campuses, census: censuses
class: classes, glass: glasses, boss: bosses, address: addresses, process: processes, princess: princesses, business: businesses
box: boxes, tax: taxes, fox: foxes, prefix: prefixes, suffix: suffixes, reflex: reflexes, complex: complexes, sex: sexes
church: churches, watch: watches, match: matches, branch: branches, beach: beaches, speech: speeches, search: searches, bench: benches
dish: dishes, wish: wishes, brush: brushes, bush: bushes, flash: flashes, crash: crashes, patch: patches, sketch: sketches
quiz: quizzes, buzz: buzzes, waltz: waltzes, topaz: topazes, potato: potatoes, tomato: tomatoes, hero: heroes, echo: echoes
veto: vetoes, torpedo: torpedoes, photo: photos, piano: pianos, radio: radios, video: videos, studio: studios, zoo: zoos
logo: logos, memo: memos, euro: euros, kilo: kilos, casino: casinos, volcano: volcanoes, mosquito: mosquitoes, cargo: cargoes
day: days, boy: boys, key: keys, toy: toys, way: ways, valley: valleys, monkey: monkeys, turkey: turkeys, journey: journeys
survey: surveys, holiday: holidays, essay: essays, delay: delays, display: displays, chimney: chimneys, donkey: donkeys, tray: trays
shoe: shoes, toe: toes, tie: ties, pie: pies, lie: lies, movie: movies, cookie: cookies, zombie: zombies, calorie: calories
eye: eyes, tea: teas, sea: seas, idea: ideas, area: areas, camera: cameras, panda: pandas, visa: visas, agenda: agendas
roof: roofs, proof: proofs, chief: chiefs, belief: beliefs, cliff: cliffs, brief: briefs, chef: chefs, reef: reefs, safe: safes
message: messages, image: images, package: packages, damage: damages, advantage: advantages, college: colleges, privilege: privileges
engine: engines, machine: machines, magazine: magazines, medicine: medicines, vaccine: vaccines, routine: routines, line: lines
nation: nations, station: stations, question: questions, election: elections, version: versions, decision: decisions, opinion: opinions
office: offices, notice: notices, device: devices, surface: surfaces, face: faces, race: races, place: places, science: sciences
difference: differences, reference: references, sentence: sentences, experience: experiences, distance: distances, advance: advances
government: governments, department: departments, agreement: agreements, payment: payments, statement: statements, element: elements
university: universities, city: cities, country: countries, party: parties, story: stories, baby: babies, lady: ladies, body: bodies
company: companies, family: families, factory: factories, history: histories, memory: memories, victory: victories, library: libraries
category: categories, gallery: galleries, battery: batteries, discovery: discoveries, delivery: deliveries, recovery: recoveries
strategy: strategies, technology: technologies, energy: energies, allergy: allergies, therapy: therapies, copy: copies, berry: berries
policy: policies, agency: agencies, emergency: emergencies, currency: currencies, democracy: democracies, pharmacy: pharmacies
activity: activities, community: communities, quality: qualities, quantity: quantities, property: properties, security: securities
county: counties, duty: duties, treaty: treaties, penalty: penalties, royalty: royalties, beauty: beauties, charity: charities
enemy: enemies, army: armies, academy: academies, economy: economies, colony: colonies, ceremony: ceremonies, pony: ponies
study: studies, remedy: remedies, comedy: comedies, tragedy: tragedies, melody: melodies, fly: flies, sky: skies, spy: spies
query: queries, entry: entries, industry: industries, directory: directories, inquiry: inquiries, diary: diaries, salary: salaries
summary: summaries, boundary: boundaries, secretary: secretaries, dictionary: dictionaries, century: centuries, injury: injuries
dog: dogs, cat: cats, bird: birds, flower: flowers, garden: gardens, kitchen: kitchens, window: windows, door: doors, chair: chairs
lion: lions, lesson: lessons, season: seasons, reason: reasons, person: persons, cotton: cottons, button: buttons, prison: prisons
apple: apples, people: peoples, circle: circles, article: articles, vehicle: vehicles, title: titles, bottle: bottles, cable: cables
rule: rules, module: modules, schedule: schedules, molecule: molecules, tool: tools, wheel: wheels, hotel: hotels, model: models
value: values, queue: queues, issue: issues, tissue: tissues, venue: venues, league: leagues, colleague: colleagues, dialogue: dialogues
bee: bees, tree: trees, committee: committees, employee: employees, refugee: refugees, trustee: trustees, degree: degrees, fee: fees`,

  'irregular plurals': `
man: men, woman: women, child: children, foot: feet, tooth: teeth, goose: geese, mouse: mice, louse: lice, ox: oxen
policeman: policemen, fireman: firemen, gentleman: gentlemen, chairman: chairmen, salesman: salesmen, fisherman: fishermen
businessman: businessmen, businesswoman: businesswomen, grandchild: grandchildren, craftsman: craftsmen, fireman: firemen, snowman: snowmen
knife: knives, wife: wives, life: lives, leaf: leaves, loaf: loaves, half: halves, calf: calves, shelf: shelves, self: selves, elf: elves
wolf: wolves, thief: thieves, sheaf: sheaves, scarf: scarves, hoof: hooves, wharf: wharves, midwife: midwives, housewife: housewives
bookshelf: bookshelves, penknife: penknives, penny: pence pennies, brother: brothers, mother-in-law: mothers-in-law
dwarf: dwarves dwarfs, afterlife: afterlives, dormouse: dormice, eyetooth: eyeteeth, forefoot: forefeet`,

  'Latin and Greek plurals': `
crisis: crises, analysis: analyses, thesis: theses, hypothesis: hypotheses, synthesis: syntheses, oasis: oases
diagnosis: diagnoses, prognosis: prognoses, parenthesis: parentheses, emphasis: emphases, axis: axes, neurosis: neuroses, ellipsis: ellipses
metamorphosis: metamorphoses, synopsis: synopses, paralysis: paralyses, catharsis: catharses, psychosis: psychoses, antithesis: antitheses
criterion: criteria, phenomenon: phenomena, datum: data, bacterium: bacteria, curriculum: curricula, memorandum: memoranda
stratum: strata, erratum: errata, ovum: ova, symposium: symposia, millennium: millennia, aquarium: aquaria aquariums, stadium: stadia stadiums
referendum: referenda referendums, addendum: addenda, spectrum: spectra, forum: forums, museum: museums, album: albums
cactus: cacti cactuses, fungus: fungi, nucleus: nuclei, stimulus: stimuli, radius: radii, alumnus: alumni, syllabus: syllabi syllabuses
focus: foci focuses, bacillus: bacilli, locus: loci, terminus: termini, octopus: octopuses, corpus: corpora, genus: genera, hippopotamus: hippopotamuses
larva: larvae, alga: algae, antenna: antennae antennas, formula: formulae formulas, nebula: nebulae, vertebra: vertebrae, alumna: alumnae
appendix: appendices appendixes, index: indices indexes, matrix: matrices matrixes, vertex: vertices, vortex: vortices, apex: apices, codex: codices, helix: helices
bureau: bureaux bureaus, plateau: plateaux plateaus, tableau: tableaux, chateau: chateaux, gateau: gateaux, schema: schemata schemas, stigma: stigmata`,

  'regular verbs': `
work: works worked working, walk: walks walked walking, talk: talks talked talking, play: plays played playing, want: wants wanted wanting
need: needs needed needing, help: helps helped helping, ask: asks asked asking, call: calls called calling, look: looks looked looking
open: opens opened opening, start: starts started starting, turn: turns turned turning, show: shows showed showing, learn: learns learned learning
wait: waits waited waiting, visit: visits visited visiting, listen: listens listened listening, enter: enters entered entering
offer: offers offered offering, remember: remembers remembered remembering, answer: answers answered answering, cover: covers covered covering
discover: discovers discovered discovering, deliver: delivers delivered delivering, develop: develops developed developing
happen: happens happened happening, explain: explains explained explaining, contain: contains contained containing, obtain: obtains obtained obtaining
install: installs installed installing, configure: configures configured configuring, update: updates updated updating, delete: deletes deleted deleting
create: creates created creating, use: uses used using, change: changes changed changing, manage: manages managed managing
charge: charges charged charging, arrange: arranges arranged arranging, encourage: encourages encouraged encouraging, judge: judges judged judging
like: likes liked liking, live: lived living, love: loves loved loving, move: moves moved moving, improve: improves improved improving
remove: removes removed removing, approve: approves approved approving, receive: receives received receiving, believe: believes believed believing
achieve: achieves achieved achieving, save: saves saved saving, serve: serves served serving, solve: solves solved solving, involve: involves involved involving
close: closes closed closing, raise: raises raised raising, cause: causes caused causing, increase: increases increased increasing
promise: promises promised promising, release: releases released releasing, purchase: purchases purchased purchasing, advise: advises advised advising
decide: decides decided deciding, provide: provides provided providing, include: includes included including, divide: divides divided dividing
reduce: reduces reduced reducing, produce: produces produced producing, introduce: introduces introduced introducing, replace: replaces replaced replacing
notice: notices noticed noticing, announce: announces announced announcing, dance: dances danced dancing, force: forces forced forcing
agree: agrees agreed agreeing, guarantee: guarantees guaranteed guaranteeing, free: frees freed freeing, die: dies died, lie: lies lied, tie: ties tied
argue: argues argued arguing, continue: continues continued continuing, rescue: rescues rescued rescuing, value: values valued valuing
measure: measures measured measuring, require: requires required requiring, share: shares shared sharing, compare: compares compared comparing
prepare: prepares prepared preparing, explore: explores explored exploring, store: stores stored storing, acquire: acquires acquired acquiring
hope: hopes hoped hoping, escape: escapes escaped escaping, shape: shapes shaped shaping, type: types typed typing, develop: developing
note: notes noted noting, invite: invites invited inviting, operate: operates operated operating, communicate: communicates communicated communicating
complete: completes completed completing, translate: translates translated translating, separate: separates separated separating
handle: handles handled handling, settle: settles settled settling, struggle: struggles struggled struggling, enable: enables enabled enabling
combine: combines combined combining, define: defines defined defining, imagine: imagines imagined imagining, examine: examines examined examining
stop: stops stopped stopping, plan: plans planned planning, drop: drops dropped dropping, shop: shops shopped shopping, rob: robs robbed robbing
grab: grabs grabbed grabbing, beg: begs begged begging, hug: hugs hugged hugging, plug: plugs plugged plugging, drag: drags dragged dragging
admit: admits admitted admitting, permit: permits permitted permitting, commit: commits committed committing, submit: submits submitted submitting
omit: omits omitted omitting, refer: refers referred referring, prefer: prefers preferred preferring, transfer: transfers transferred transferring
occur: occurs occurred occurring, control: controls controlled controlling, patrol: patrols patrolled patrolling, regret: regrets regretted regretting
equip: equips equipped equipping, rub: rubs rubbed rubbing, scan: scans scanned scanning, ban: bans banned banning, pin: pins pinned pinning
fit: fits fitted fitting, chat: chats chatted chatting, trip: trips tripped tripping, clap: claps clapped clapping, jog: jogs jogged jogging
step: steps stepped stepping, wrap: wraps wrapped wrapping, map: maps mapped mapping, trim: trims trimmed trimming, jam: jams jammed jamming
try: tries tried trying, carry: carries carried carrying, marry: marries married marrying, study: studies studied studying, copy: copies copied copying
apply: applies applied applying, reply: replies replied replying, supply: supplies supplied supplying, worry: worries worried worrying
hurry: hurries hurried hurrying, bury: buries buried burying, empty: empties emptied emptying, identify: identifies identified identifying
verify: verifies verified verifying, modify: modifies modified modifying, specify: specifies specified specifying, deny: denies denied denying
enjoy: enjoys enjoyed enjoying, destroy: destroys destroyed destroying, employ: employs employed employing, stay: stays stayed staying
delay: delays delayed delaying, obey: obeys obeyed obeying, survey: surveys surveyed surveying, pray: prays prayed praying
wash: washes washed washing, push: pushes pushed pushing, finish: finishes finished finishing, publish: publishes published publishing
watch: watches watched watching, reach: reaches reached reaching, attach: attaches attached attaching, search: searches searched searching
pass: passes passed passing, miss: misses missed missing, discuss: discusses discussed discussing, express: expresses expressed expressing
fix: fixes fixed fixing, mix: mixes mixed mixing, tax: taxes taxed taxing, relax: relaxes relaxed relaxing, kiss: kisses kissed kissing
panic: panics panicked panicking, mimic: mimics mimicked mimicking, picnic: picnics picnicked picnicking, traffic: trafficked trafficking
travel: travels travelled travelling traveled traveling, cancel: cancels cancelled cancelling canceled canceling
label: labels labelled labelling labeled labeling, model: models modelled modelling modeled modeling, signal: signals signalled signalling
fuel: fuels fuelled fuelling fueled fueling, quarrel: quarrels quarrelled quarrelling, level: levels levelled levelling leveled leveling
worship: worshipped worshipping worshiped, kidnap: kidnapped kidnapping, program: programmed programming, equal: equalled equalling equaled
dye: dyed dyeing, singe: singed singeing, age: aged ageing aging, lie: lying, die: dying, tie: tying, hoe: hoed hoeing, ski: skis skied skiing`,

  'irregular verbs': `
be: is are was were been am, have: has had having, do: does did done doing, go: goes went gone going, say: says said saying
make: makes made making, take: takes took taken taking, come: comes came coming, see: sees saw seen seeing, get: gets got gotten getting
know: knows knew known knowing, think: thinks thought thinking, give: gives gave given giving, find: finds finding, tell: tells told telling
become: becomes became becoming, leave: leaving, feel: feels felt feeling, bring: brings brought bringing, begin: begins began begun beginning
keep: keeps kept keeping, hold: holds held holding, write: writes wrote written writing, stand: stands stood standing, hear: hears heard hearing
let: lets letting, mean: means meant, set: sets setting, meet: meets met meeting, run: runs ran running, pay: pays paid paying
sit: sits sat sitting, speak: speaks spoke spoken speaking, lead: leads leading, read: reads reading, grow: grows grew grown growing
lose: loses lost losing, fall: falls fell fallen falling, send: sends sent sending, build: builds built building
understand: understands understood understanding, draw: draws drew drawn drawing, break: breaks broke broken breaking
spend: spends spent spending, cut: cuts cutting, rise: rises risen rising, drive: drives drove driven driving, buy: buys bought buying
wear: wears wore worn wearing, choose: chooses chose chosen choosing, eat: eats ate eaten eating, drink: drinks drank drunk drinking
sing: sings sang sung singing, ring: rings rang rung ringing, swim: swims swam swum swimming, sink: sinks sank sunk sinking
shrink: shrinks shrank shrunk shrinking, spring: springs sprang sprung springing, stink: stank stunk stinking, sling: slung slinging
fly: flies flew flown flying, throw: throws threw thrown throwing, blow: blows blew blown blowing, show: shown showing, mow: mowed mown mowing
sew: sewed sewn sewing, sow: sowed sown sowing, hide: hides hid hidden hiding, bite: bites bitten biting, ride: rides rode ridden riding
forget: forgets forgot forgotten forgetting, forgive: forgives forgave forgiven forgiving, freeze: freezes froze frozen freezing
steal: steals stole stolen stealing, shake: shakes shook shaken shaking, wake: wakes woke woken waking, awake: awoke awoken awaking
mistake: mistook mistaken, undertake: undertakes undertook undertaken undertaking, overtake: overtook overtaken overtaking
win: wins won winning, spin: spins spun spinning, dig: digs dug digging, stick: sticks stuck sticking, strike: strikes struck striking
swing: swings swung swinging, cling: clings clung clinging, fling: flung flinging, hang: hangs hung hanging, sting: stings stung stinging
wring: wrung wringing, sell: sells sold selling, catch: catches caught catching, teach: teaches taught teaching, fight: fights fought fighting
seek: seeks sought seeking, sleep: sleeps slept sleeping, weep: weeps wept weeping, sweep: sweeps swept sweeping, creep: creeps crept creeping
deal: deals dealt dealing, dream: dreams dreamt dreamed dreaming, lend: lends lent lending, bend: bends bent bending, burn: burns burnt burned burning
learn: learnt, spell: spells spelt spelled spelling, smell: smells smelled smelling, spill: spilt spilled spilling, spoil: spoilt spoiled spoiling
light: lights lit lighting, shoot: shoots shooting, slide: slides slid sliding, feed: feeds feeding, bleed: bleeds bled bleeding
breed: breeds bred breeding, speed: sped speeding, flee: flees fled fleeing, shine: shines shone shining, bind: binds binding, grind: grinds grinding
wind: winds winding, lay: lays laid laying, hit: hits hitting, put: puts putting, shut: shuts shutting, cost: costs costing, hurt: hurts hurting
cast: casts casting, burst: bursts bursting, quit: quits quitting, split: splits splitting, spread: spreads spreading, bet: bets betting
shed: sheds shedding, thrust: thrusts thrusting, upset: upsetting, broadcast: broadcasts broadcasting, forecast: forecasts forecasting
tear: tears tore torn tearing, swear: swears swore sworn swearing, bear: bears bearing, beat: beats beaten beating, arise: arises arose arisen arising
weave: weaves wove woven weaving, tread: trod trodden treading, stride: strode striding, strive: strove striven striving, forbid: forbade forbidden forbidding
withdraw: withdraws withdrew withdrawn withdrawing, overcome: overcame overcoming, foresee: foresaw foreseen, oversee: oversaw overseen
outgrow: outgrew outgrown, overthrow: overthrew overthrown, rewrite: rewrote rewritten rewriting, rebuild: rebuilt rebuilding
withhold: withheld withholding, withstand: withstood, uphold: upheld upholding, undergo: undergoes underwent undergone undergoing
undo: undid undone undoing, redo: redid redone, misunderstand: misunderstood, mislead: misled misleading, retell: retold, repay: repaid
kneel: knelt kneeling, leap: leapt leaped leaping, lean: leant leaned leaning, slay: slain slaying, forsake: forsook forsaken
swell: swells swollen swelling, shear: sheared shorn, prove: proves proved proven proving, shave: shaved shaven, melt: melted melting
fall: fallen, hew: hewn, strew: strewn, sling: slung, string: strung, slit: slitting, spit: spat spitting`,

  'comparatives and superlatives': `
big: bigger biggest, small: smaller smallest, large: larger largest, tall: taller tallest, short: shorter shortest, long: longer longest
high: higher highest, deep: deeper deepest, wide: wider widest, narrow: narrower narrowest, old: older oldest, young: younger youngest
new: newer newest, fast: faster fastest, slow: slower slowest, quick: quicker quickest, cheap: cheaper cheapest, rich: richer richest
poor: poorer poorest, hot: hotter hottest, cold: colder coldest, warm: warmer warmest, cool: coolest, wet: wetter wettest, dry: drier driest
easy: easier easiest, happy: happier happiest, heavy: heavier heaviest, early: earlier earliest, busy: busier busiest, healthy: healthier healthiest
dirty: dirtier dirtiest, funny: funnier funniest, lucky: luckier luckiest, pretty: prettier prettiest, angry: angrier angriest, lazy: lazier laziest
ugly: uglier ugliest, tiny: tinier tiniest, strong: stronger strongest, weak: weaker weakest, hard: harder hardest, soft: softer softest
light: lightest, dark: darker darkest, bright: brighter brightest, clean: cleanest, clear: clearer clearest, safe: safer safest
late: later latest, nice: nicer nicest, fine: finer finest, wise: wiser wisest, brave: braver bravest, simple: simpler simplest, strange: strangest
close: closer closest, fat: fatter fattest, thin: thinner thinnest, sad: sadder saddest, red: redder reddest, bad: worse worst
far: farther farthest furthest, great: greater greatest, low: lower lowest, thick: thicker thickest, smart: smarter smartest, loud: louder loudest
sweet: sweeter sweetest, fresh: fresher freshest, tough: tougher toughest, rough: rougher roughest, gentle: gentler gentlest, noble: nobler noblest`,

  'British and American spellings': `
colour: color colors colours, favour: favor favors, honour: honor honors, labour: labor, neighbour: neighbor neighbors, behaviour: behavior behaviors
flavour: flavor flavors, harbour: harbor harbors, humour: humor, rumour: rumor rumors, vapour: vapor, armour: armor, odour: odor, vigour: vigor, tumour: tumor tumors
centre: center centers, theatre: theater theaters, metre: meter meters, litre: liter liters, fibre: fiber fibers, kilometre: kilometer kilometers
spectre: specter, calibre: caliber, sabre: saber, lustre: luster, sombre: somber, meagre: meager, centimetre: centimeter
organise: organize organizes organized organizing, realise: realize realizes realized realizing, recognise: recognize recognized recognizing
apologise: apologize apologized, analyse: analyze analyzes analyzed analyzing, paralyse: paralyze paralyzed, catalyse: catalyze, criticise: criticize criticized
emphasise: emphasize emphasized, specialise: specialize specialized, standardise: standardize standardized, summarise: summarize summarized
optimise: optimize optimized optimizing, minimise: minimize minimized, maximise: maximize maximized, modernise: modernize, normalise: normalize
organisation: organization organizations, globalisation: globalization, privatisation: privatization, civilisation: civilization, realisation: realization
defence: defense defenses, offence: offense offenses, licence: license licenses, pretence: pretense, practise: practice practices practiced
catalogue: catalog catalogs, dialogue: dialog dialogs, analogue: analog, monologue: monolog, programme: program programs, grey: gray
tyre: tire, kerb: curb, plough: plow plowed, aluminium: aluminum, jewellery: jewelry, mould: mold, moustache: mustache, pyjamas: pajamas
sceptical: skeptical, sceptic: skeptic, axe: ax, enrol: enroll, fulfil: fulfill fulfilled, instalment: installment, skilful: skillful, wilful: willful
traveller: traveler travelers, jeweller: jeweler, counsellor: counselor, marvellous: marvelous, woollen: woolen, ageing: aging, judgement: judgment, acknowledgement: acknowledgment
encyclopaedia: encyclopedia, paediatric: pediatric, anaemia: anemia, foetus: fetus, oestrogen: estrogen, haemoglobin: hemoglobin, anaesthetic: anesthetic
manoeuvre: maneuver, diarrhoea: diarrhea, orthopaedic: orthopedic, archaeology: archeology, leukaemia: leukemia, gynaecology: gynecology, paediatrician: pediatrician
oesophagus: esophagus, mediaeval: medieval, sulphur: sulfur, cosy: cozy, gaol: jail, artefact: artifact, yoghurt: yogurt, whisky: whiskey`,

  'adverbs of adjectives in -y and -le': `
angry: angrily, heavy: heavily, lucky: luckily, ordinary: ordinarily, voluntary: voluntarily, noisy: noisily, ready: readily
ample: amply, simple: simply, full: fully`,
  'plurals inside a word': `
brother-in-law: brothers-in-law, daughter-in-law: daughters-in-law, runner-up: runners-up, editor-in-chief: editors-in-chief, money: monies`,
  'words with accents': `
café: cafe cafes cafés, résumé: resume resumes, naïve: naive, fiancé: fiance fiancee, cliché: cliche cliches clichés, façade: facade facades
décor: decor, entrée: entree, jalapeño: jalapeno, piñata: pinata, soufflé: souffle, crème: creme, château: chateau chateaux, protégé: protege, exposé: expose
coöperate: cooperate cooperated, zoölogy: zoology, touché: touche, purée: puree, matinée: matinee, risqué: risque, über: uber, voilà: voila, sauté: saute`,
}
