/**
 * English: nouns whose plural is not made by a rule.
 *
 * A line reads: singular, plurals. Behind `+` stand beginnings of compounds that are declined the same way. Plurals
 * in *-men* are left to a rule, for which the exceptions are named below.
 */
export const IRREGULAR_NOUNS = `
man men
woman women
child children + grand step god school brain great
foot feet + fore club crow flat bare
tooth teeth + eye buck saw milk
goose geese
mouse mice + dor
louse lice + wood
ox oxen
penny pence pennies
leaf leaves + fly clover over
life lives + half after night
wolf wolves + were
knife knives + pen jack
shelf shelves + book
half halves
self selves
thief thieves
wife wives + mid house fish
calf calves
loaf loaves + meat
elf elves
hoof hooves hoofs
scarf scarves scarfs
wharf wharves wharfs
dwarf dwarves dwarfs
sheaf sheaves
hero heroes + super anti
potato potatoes
tomato tomatoes
cargo cargoes cargos
embargo embargoes
tornado tornadoes
torpedo torpedoes
volcano volcanoes volcanos
mosquito mosquitoes mosquitos
mango mangoes mangos
domino dominoes
buffalo buffaloes
motto mottoes mottos
zero zeroes zeros
toe toes + tip
foe foes
woe woes
doe does
roe roes
sloe sloes
oboe oboes
aloe aloes
tie ties + neck bow
pie pies
lie lies
money moneys monies
motherinlaw mothersinlaw
fatherinlaw fathersinlaw
sisterinlaw sistersinlaw
brotherinlaw brothersinlaw
soninlaw sonsinlaw
daughterinlaw daughtersinlaw
runnerup runnersup
passerby passersby
lookeron lookerson
editorinchief editorsinchief
commanderinchief commandersinchief
attorneygeneral attorneysgeneral
movie movies
cookie cookies
calorie calories
zombie zombies
genie genies
prairie prairies
selfie selfies
rookie rookies
cabbie cabbies
brownie brownies
bookie bookies
smoothie smoothies
eerie eerily
lens lenses
gas gases gasses + bio green
bus buses busses + mini omni trolley
virus viruses + retro corona entero
status statuses
campus campuses
census censuses
bonus bonuses
chorus choruses
circus circuses
consensus consensuses
lotus lotuses
prospectus prospectuses
sinus sinuses
surplus surpluses
walrus walruses
apparatus apparatuses
genius geniuses genii
iris irises
pelvis pelvises
penis penises
mantis mantises
ibis ibises
cannabis cannabises
clematis clematises
chrysalis chrysalises
clitoris clitorises
epidermis epidermises
amaryllis amaryllises
proboscis proboscises
portcullis portcullises
megalopolis megalopolises
tennis tennises
trellis trellises
metropolis metropolises
christmas christmases
atlas atlases
alias aliases
canvas canvases
pancreas pancreases
rhinoceros rhinoceroses
albatross albatrosses
quiz quizzes
fez fezzes
analysis analyses + psycho micro meta re
crisis crises
thesis theses
hypothesis hypotheses
antithesis antitheses
synthesis syntheses + photo bio
parenthesis parentheses
prosthesis prostheses
diagnosis diagnoses
prognosis prognoses
neurosis neuroses
psychosis psychoses
oasis oases
emphasis emphases
metamorphosis metamorphoses
synopsis synopses
catharsis catharses
ellipsis ellipses
paralysis paralyses
metastasis metastases
catalysis catalyses
dialysis dialyses
hydrolysis hydrolyses
electrolysis electrolyses
genesis geneses
nemesis nemeses
thrombosis thromboses
stenosis stenoses
testis testes
basis bases
axis axes
index indices indexes + sub
appendix appendices appendixes
matrix matrices matrixes + sub
vertex vertices vertexes
vortex vortices vortexes
apex apices apexes
codex codices
cortex cortices
helix helices helixes
radius radii radiuses
nucleus nuclei nucleuses
fungus fungi funguses
cactus cacti cactuses
stimulus stimuli
alumnus alumni
syllabus syllabi syllabuses
focus foci focuses
locus loci
bacillus bacilli
terminus termini terminuses
thesaurus thesauri thesauruses
octopus octopi octopuses
hippopotamus hippopotami hippopotamuses
streptococcus streptococci
staphylococcus staphylococci
esophagus esophagi
abacus abaci abacuses
calculus calculi
modulus moduli
annulus annuli
thallus thalli
corpus corpora corpuses
genus genera
curriculum curricula curriculums
bacterium bacteria + cyano myco
memorandum memoranda memorandums
referendum referenda referendums
stratum strata + sub super
substrate substrates
symposium symposia symposiums
aquarium aquaria aquariums
millennium millennia millenniums
spectrum spectra spectrums
erratum errata
addendum addenda
consortium consortia consortiums
compendium compendia compendiums
equilibrium equilibria + dis
gymnasium gymnasia gymnasiums
honorarium honoraria
maximum maxima maximums
minimum minima minimums
optimum optima optimums
quantum quanta
ovum ova
stadium stadia stadiums
moratorium moratoria moratoriums
auditorium auditoria auditoriums
sanatorium sanatoria
crematorium crematoria
colloquium colloquia
continuum continua
desideratum desiderata
datum data
criterion criteria criterions
phenomenon phenomena
automaton automata automatons
polyhedron polyhedra
ganglion ganglia
mitochondrion mitochondria
schema schemata schemas
stigma stigmata stigmas
stoma stomata
alga algae + micro macro
larva larvae
formula formulae formulas
antenna antennae antennas
vertebra vertebrae
nebula nebulae
nova novae + super
persona personae
lacuna lacunae
bureau bureaux bureaus
plateau plateaux plateaus
chateau chateaux
tableau tableaux
milieu milieux milieus
gateau gateaux
menu menus
guru gurus
emu emus
tutu tutus
bayou bayous
caribou caribous
gnu gnus
impromptu impromptus
tofu tofus
haiku haikus
jujitsu jujitsus
spa spas
bra bras
pro pros
plus pluses plusses
yes yeses
summons summonses
thermos thermoses
biceps bicepses
cherub cherubim cherubs
passerby passersby
graffito graffiti
libretto libretti librettos
virtuoso virtuosi virtuosos
`

/** Words in *-men* that are no plural of a word in *-man*. */
export const SINGULARS_IN_MEN =
  'omen specimen abdomen acumen regimen semen stamen hymen amen yemen bitumen lumen ramen cyclamen albumen examen foramen rumen cerumen carmen bremen yumen catechumen dolmen mismen gravamen cognomen nomen numen'

/** Words in *-s* that are no plural and have none, or the same. */
export const SINGULARS_IN_S = `
news series species means headquarters barracks crossroads gallows bellows innings billiards chess tennis measles
diabetes rabies scabies herpes mumps pelvis chassis chaos cosmos ethos pathos asbestos thermos alms
mathematics physics economics politics ethics statistics mechanics athletics gymnastics electronics genetics logistics
linguistics dynamics analytics robotics optics acoustics aerobics aesthetics hydraulics informatics avionics genomics
bioinformatics thermodynamics aerodynamics aeronautics obstetrics pediatrics paediatrics orthodontics semantics phonetics
kinetics cybernetics ergonomics proteomics photonics plastics hysterics
always perhaps besides sometimes whereas overseas afterwards towards forwards backwards upwards downwards indoors
outdoors nowadays
mars texas paris brussels wales athens naples netherlands philippines honduras
`
