/**
 * English: words that Porter 2 joins though they mean different things, and a few that it parts though they mean one.
 *
 * A line reads: families of words parted by `|`, base forms and derivations in American spelling; forms with *-s*,
 * *-ed*, *-ing* and *-ly* belong to the family without being named. The first family keeps the stem that Porter 2
 * gives its first word; each other one is called after its first word. Words on no line are left to Porter 2, so that
 * rare derivations fall to the first family. A line of one family joins what it names.
 */
export const FAMILIES = `
simple simply
ample amply
able ably
full fully
alias aliases aliased aliasing
absolute | absolution | absolutism
accept acceptance acceptable acceptability | acceptation
access accessible accessibility | accession
account accountancy accountant | accountable accountability
accuse accusation accuser | accusative
acetate | acetic
acquisitive | acquisition
addition additional | additive
admire admiration admirable admirer | admiral
adulterer adulterous | adulterate adulteration adulterant
affect | affection | affectation
aid | aide
alternate alternation | alternative | alternator
amen | amenable | amenity
amoral amorality | amorous
analog | analogy analogous
analysis analyses analyze analyzer
anatomy anatomic anatomical
angle | angling
ani | any
animal | animate animation animator | anime | animism
annex annexation | annexe
ant | ante
antique antiquity | antiquate
apart | apartment
apolog | apology apologize
append | appendicitis
appreciate appreciation appreciative | appreciable
appropriate appropriateness | appropriation
art | artist artistic | artiste | artful
aspire aspiration aspirational | aspirate | aspirant
assemble assembler | assembly
assign assignment assignable | assignation
assist assistance assistive | assistant
astronomy astronomic astronomical
atom atomic | atomizer atomize
atonement atone | atonal atonality
attend attendance | attendant
audit | audition
author | authority | authorize authorization
avail unavailing | available availability unavailable
aw | awful
baptism | baptismal
bard | barding
bash | bashful
bast | baste basted basting
bath | bathe
be | being
bell | belle | belly bellied
benefice | beneficent beneficence
better | betterment
breath | breathe
bunt | bunting
business | busy busier busiest
butt | butte
candid | candidate
capital | capitalism | capitalize capitalization
captive captivity | captivate captivation
carbon | carbonate carbonation
cardinal | cardinality
cast | caste
ceil | ceiling
celebrate celebration celebrant | celebrity
chaperon | chaperone
choral | chorale
circuit | circuitous
civil | civility | civilize civilization
cloth | clothe
collect collection collectible | collective
colon | colonize colonizer colonization
come | comely
command commander | commandeer | commandment | commandant
comment commentator | commentate
commode | commodity
common commonness commoner | commons
communicate communication communicator communicative | communicable | communicant
commute commuter | commutation commutative
compass | compassion
compete | competent competence competency
complicate complication | complicity
composition | composite
comprehension comprehensible | comprehensive
concentrate concentration | concentric
concept | conception
confer conference | conferment
confident confidence | confide confidant
conform conformity conformance | conformation conformational
conjugate conjugation | conjugal | conjunction conjunctive | conjunctivitis
conserve conservation | conservative | conservator
consideration | considerable | considerate
consist | consistent consistency
console | consolation
constituent | constituency | constitute | constitution constitutional constitutionality
contain container | containment
contempt | contemptible
content | contented contentment | contention
continent | continence
contract | contraction
convent | convention | conventional conventionality
converse | conversation conversational | conversion | conversant
convict | conviction
cooper | cooperate cooperation cooperative cooperator
coronation | coroner
corporate corporation | corporal | corporeal
correspond | correspondence | correspondent
coup | coupe
coven | covenant
credit | creditable
critic criticism criticize | critical criticality
crook | crooked
cun | cunning
cupid | cupidity
curative | curate curator curation
custom | customs | customer | customize customization
decade | decadent decadence
decimal | decimate decimation
decor | decorate decoration decorative decorator | decorous
deduct deduction deductible | deductive
defect defective | defection
defend defender | defendant
defer deferment | deference
definition | definite | definitive
democrat | democratic democratize democratization
demonstrate demonstration demonstrator | demonstrable demonstrative
demur | demure
denominate denominator denomination | denominational
depart | department
depend dependent dependence dependency dependant | dependable dependability
deport deportation | deportment
deposit | deposition
deputize | deputation
derive derivation | derivative
descend | descendant
desert | desertion deserter
design designer | designate designation
destine | destination
detect detection | detective
determine determination determinant | determiner | determinate | determinism
devil | devilment
devote devotion | devotional
dialect dialectal | dialectic dialectical
differ | different difference | differential | differentiate differentiation
digest digestion digestive digestible | digester
digit | digital digitize digitization
direct directness | direction directional | directorial | directory | directive
discrete | discretion
dispense dispenser | dispensation | dispensable
diverse diversity | diversion
divine divinity | divination
division | divisive | divisible divisibility
doctor | doctorate doctoral
dog | dogged
domestic | domesticate domestication
dominate domination dominance dominant | domineer
due duly
duplicate duplication | duplicity
easter | easterly
economy economic economics | economical economize
edit | edition
effect | effective effectiveness
electron | electronic
elevate elevation | elevator
emerge emergence emergent | emergency
empire | empiric empirical
engine | engineer
enormous | enormity
enter | enteric
envelop envelopment | envelope
environment environmental | environs
equal equality | equalize equalizer | equation equate | equator
erect | erection
estimate estimation estimator | estimable
even evenness | evening | eventual | eventuality
evident | evidence evidenced
excel | excellent excellence
excise | excision
excite excitement excitable | excitation
exclusion | exclusive exclusivity
execute execution executable | executive
exhaust exhaustion | exhaustive
expansion expansive | expanse
expedite | expedition
expend | expendable | expense | expensive
experience | experiment
explicable | explicate explication
extension | extensive
externally external externalize | externality
extreme | extremity | extremism
fabric | fabricate fabrication fabricator
facile | facility
factory | factorial
fair fairness | fairing
fast faster fastest | fasting fasted
fatal fatality | fatalism
fate | fateful
favorite | favoritism
fertile fertility | fertilize fertilizer fertilization
fiance fiancee
figure | figurative
final finalize finality | finale
flat flatness | flatter flatterer
format | formation | formative
fort | forte
fraternal | fraternity fraternize
fruit | fruitful
fundament fundamental | fundamentalism
funeral | funereal
further | furtherance
gaff | gaffe
galvanic | galvanize
geld | gelding
general | generality generalize generalization
genetic | genetive
genial | geniality
genital | genitive
gentile | gentility
geography geographic geographical
good goodness | goodly | goods
grate | grateful
grill | grille
habit | habitable habitation habitability
hand | handful
har | harness
hard harder hardest hardness | hardly
harmonize harmonization | harmonic
heretic | heretical
heroin | heroine
high | highness
hing | hinge hinged hinging
home | homely
hospital hospitalize hospitalization | hospitable hospitality
hostile | hostility
human humanity humanness | humanism humanities | humane | humanize
hypnotic | hypnotism hypnotize
ideal idealize | idealism
ident | identity | identical
ignore | ignorant ignorance
illegal illegality | illegible illegibility
illumin | illuminate illumination illumine
imper | imperial imperialism | imperious | imperative
impersonal | impersonate impersonation impersonator
import importer importation | important importance
impressionable | impressionism
incident | incidence
incorporate incorporation | incorporeal
incur | incurable
indelible | indelicate
indignant indignation | indignity
individual individuality | individualism | individualize
induct induction inductive | inductance
industry industrial industrialize industrialization | industrious
inequality | inequity
infinite | infinitive
inflammable | inflammation
inflate inflatable | inflation
inform information informational informative informer informant | informal informality
ingenuity | ingenuous
initial | initialize initialization | initiate initiation initiator | initiative
inquisition | inquisitive
insensible insensibility | insensate
insole | insolent insolence
install installation installer | installment
institute | institution institutional
integral | integrate integration integrator | integrity
intellectual | intellectualism intellectualize
intelligent intelligence | intelligible intelligibility
inter | interment
intern | internal internalize | international internationalism | internment
interpret interpretation interpretive | interpreter
intimate | intimation
iron | ironic ironical
irrit | irritate irritation irritant irritable irritability
jean | jeans
journal | journalism
judicial | judicious
karat | karate
lath | lathe lathed lathing
leg | legging
legate | legation
liberal liberalism liberalize liberalization | liberality | liberate liberation liberator
licentiate | licentious
like | likely | likeness
liquid liquidity | liquidate liquidation liquidator | liquidize
liter | literal | literate
loath | loathe loathed loathing
local locality localize localization | locale
locate location | locative
locomotive | locomotion
lung | lunge lunged lunging
luxury luxurious | luxuriant luxuriance luxuriate
machine | machination
madam | madame
major | majority
malign | malignant malignancy
manner | mannerism
marine | mariner | marinate
material | materialism | materialize
maxim | maximal maximum maximize
mean meant | meaning
mechanic mechanical | mechanism | mechanize mechanization
medic | medical | medicate medication
memory | memorial memorialize | memorable | memorize
mercury | mercurial
meteor | meteoric
militant militancy | militate
miner | mineral
minim | minimal minimum minimize | minimalism
minor | minority
miser | miserable
mobile mobility | mobilize mobilization
modern modernity modernize modernization | modernism
module | modulate modulation modulator
moment | momentous
monotone monotonous | monotonic
mope | moped
moral morality moralize | morale
multiple | multiplication multiplicative multiply | multiplicity
name | namely
narrate narration narrator | narrative
nation national | nationalism | nationality | nationalize nationalization
native | nativity
nature natural | naturalism | naturalize naturalization
near nearer nearest | nearly
negate negation | negative negativity
negligent negligence | negligible
nominal | nominate nomination | nominative
numeric numerical numeral numeration | numerous | numerate | numerator
object | objection objected objecting | objective objectivity
oblate | oblation
obsequies | obsequious
observe observation observational observer observable | observance observant
occupancy occupant | occupation occupational
odd | odds
offense | offensive
office | officer | official | officiate | officious
opportune opportunism | opportunity
opposite | opposition
optimal optimize optimization optimizer | optimism
orchestral | orchestrate orchestration
order | orderly | ordinal | ordinance | ordination
organ | organic | organism | organize organizer organization
orient orientation | oriental | orienteering orienteer
origin originate origination originator | original originality
overall | overalls
oxygen | oxygenate
pacification pacifism | pacific
palate palatable | palatal
palliate | palliation
pant | pants
past | paste
patron | patronize
period periodic periodicity | periodical
permission | permissive
person personal personalize personalization | personality | personable
petit petite | petition
phosphor | phosphoric
physic | physical
plastic | plasticity
plural pluralize | plurality | pluralism
polite politeness | political politics politic
polymeric | polymerize polymerization
ponder | ponderous
populate population populous | populism
port | portly
posit | position positional | positive positivity
poster | posterity
potent | potentate
practice practical practicality | practicable practicability
precede | precedent | precedence
precipitate precipitation | precipitous | precipitant
predator | predate
premier | premiere premiered premiering
premise | premises
prescription | prescriptive
present presentation presenter | presently
preserve preservation | preservative
president presidency | preside
pretense | pretension
principal | principality
private privatize privatization | privation | privateer
proceed | proceedings proceeding
process | procession
procure procurement procurer | procurator
prodigy | prodigious
product | production productive productivity
profess | profession
profit profitable profitability | profiteer
program programmer programmable
progress progression | progressive
project | projection
propel propeller | propellant
prospect | prospective
protector | protectorate
protest protester | protestant
provide provider | provident providence
public publicly | publication | publicity publicize
pure | puree
question questioner | questionable
quit | quite
racket | racketeer
radiate radiation radiative | radiator
rag | ragged
rail | railing
rapture | rapturous
ration | rational rationality | rationalize rationalism | rationale
raven | ravenous
reactive | reactivate reactivation
reason | reasonable reasonableness
recant | recantation
reception | receptive receptivity
recess | recession | recessive
recite recital recitation | recitative
recognizable | recognizance
recreate | recreation recreational
recur recurrence recurrent
refer referral
refine refinement | refinance
reform reformer | reformation
regal | regale regaled regaling
registration | registrant
regress regressive | regression
relate relation relational | relative | relativity
remark | remarkable
repute reputation | reputable
requisite | requisition
resist resistance resistant | resistivity resistive
resolution | resolute
respect respectful | respectable respectability | respective
response responsive responsiveness | responsible responsibility
retard retardation | retardant
revel reveler | revelation
reverse reversal reversible | reversion
rout | route routed routing
rug | rugged
secret secretive | secrete secreted secreting secretion
sedate | sedation sedative
sensation | sensational sensationalism
sentiment | sentimental sentimentality sentimentalize sentimentalism
sever severance | severe severity | several
sheath | sheathe sheathed sheathing
shill | shilling
short shorter | shorts
signal | signalize
silicon | silicone
sing | singe
singular | singularity
slack | slacks
social socialize | socialism
solicit solicitation | solicitous
solution | solute
sooth | soothe soothed soothing
sophist | sophisticated sophisticate sophistication
species | specie
specific specificity | specification
spiritual spirituality | spiritualism
stable stability stabilize stabilizer stabilization | stables
state | stately | station | stationer
stimulate stimulation | stimulant
stock | stocking
subject | subjective subjectivity | subjection
submission | submissive
subscript | subscription
subside | subsidence | subsidize
substantial | substantiate substantiation
success successful | succession | successive
suggest suggestion | suggestive | suggestible
suit | suite
suspend | suspender
suspense | suspension
sustain | sustainable sustainability
swath | swathe swathed swathing
symbol symbolic symbolize | symbolism
symmetry symmetric symmetrical
temper | temperance | temperate | temperament | tempera
temporal | temporize
terminal | terminate termination terminator
testis | testy
tide | tidings tiding
tight | tights
time | timely
tire | tired
titan | titanic
topic | topical
tort | torte
transform transformation transformative | transformer
transit | transition transitional | transitive
transmit transmitter
treason | treasonable
treasure | treasurer
tribune | tribunal
true truly
undies | undying
unit | unite united uniting
universe | universal universality universalism universalist | university
urban urbanize urbanization | urbane urbanity
utility | utilize utilization
utter | utterance
vacate | vacation
valid validity | validate validation
vegetable | vegetate vegetation vegetative
venerable venerate veneration | venereal
verbal | verbalize
verse | versed
vertebral | vertebrate
vigil | vigilant vigilance | vigilante vigilantism
virgin virginity | virginal
watch | watchful
wed | wedding
whole wholly
wick | wicked
will | willing | willful
wit | witness
wonder | wonderful
world | worldly
wreath | wreathe wreathed wreathing
`
