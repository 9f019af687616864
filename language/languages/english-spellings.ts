/**
 * English: British and American spellings that differ otherwise than by the rules of english-spelling.ts.
 *
 * A pair reads: British beginning, American beginning; whatever follows it stays.
 */
export const SPELLED_BEGINNINGS = `
mould mold | moult molt | smoulder smolder | plough plow | sulph sulf | sceptic skeptic | aluminium aluminum |
moustache mustache | pyjama pajama | artefact artifact | ageing aging | acknowledgement acknowledgment |
judgement judgment | abridgement abridgment | lodgement lodgment | enquir inquir | gaol jail | jewell jewel |
whisky whiskey | whiskies whiskeys | yoghurt yogurt | yoghourt yogurt | tsar czar | doughnut donut | cypher cipher |
connexion connection | inflexion inflection | preventative preventive | waggon wagon | counsell counsel |
councillor councilor | despatch dispatch | gipsy gypsy | gipsies gypsies | skilful skillful | wilful willful |
woollen woolen | marvell marvel | libell libel | fulfilment fulfillment | enrolment enrollment |
instalment installment | instilment instillment | aeroplane airplane | aerofoil airfoil | speciality specialty |
specialities specialties | kilogramme kilogram | gramme gram | dietician dietitian | rouble ruble | caviare caviar |
axeman axman | manoeuvr maneuver | manoeuvre maneuver | manoeuvres maneuvers | manoeuvred maneuvered |
manoeuvring maneuvering | manoeuvrab maneuverab | tranquillis tranquiliz | tranquilliz tranquiliz |
tranquillity tranquility | oestr estr | oesoph esoph | oedem edem | aesthet esthet | aetiolog etiolog |
aether ether | aeon eon | foet fet | faec fec | faeces feces | paed ped | gynaec gynec | archaeo archeo |
palaeo paleo | mediaev mediev | caesar cesar | caesium cesium | diarrhoea diarrhea | coeliac celiac | amoeb ameb |
homoeo homeo | encyclopaed encycloped | orthopaed orthoped | haemo hemo | haema hema | haemorr hemorr |
anaesthe anesthe | caecum cecum | chimaera chimera | daemon demon | praetor pretor | sulphur sulfur |
practise practice | practised practiced | practises practices | practising practicing | practiser practicer |
maths math | fibreglass fiberglass | fibreoptic fiberoptic | centrepiece centerpiece | centring centering |
centrefold centerfold | vapouris vaporiz | benefitt benefit | targett target | combatt combat | worshipp worship |
kidnapp kidnap | biass bias | focuss focus | refocuss refocus | unfocuss unfocus | budgett budget | rivett rivet |
primaeval primeval | leukaem leukem | septicaem septicem | behove behoove | glycerine glycerin | gelatine gelatin |
adrenaline adrenalin | bannister banister | bandana bandanna | barbeque barbecue | hiccough hiccup | racoon raccoon |
snorkell snorkel | sulphate sulfate | thiamine thiamin | tonsilitis tonsillitis | pretenc pretens | offenc offens |
defenc defens | licenc licens | practis practic | selfdefenc selfdefens | jewellery jewelry | disfavour disfavor
`

/** The same for whole words, whose beginnings other words have, too. */
export const SPELLED_WORDS = `
programme program | programmes programs | disc disk | discs disks | chilli chili | chillies chilies | phoney phony |
cosy cozy | cosier cozier | cosiest coziest | cosiness coziness | cosily cozily | pedlar peddler | furore furor |
carcase carcass | omelette omelet | tyre tire | tyres tires | kerb curb | kerbs curbs | kerbside curbside | grey gray | greys grays | greyed grayed | greyer grayer | greyest grayest |
greying graying | greyness grayness | greyish grayish | towards toward | afterwards afterward | backwards backward |
forwards forward | upwards upward | downwards downward | inwards inward | outwards outward | whilst while |
amongst among
`

/** Beginnings of words in *-our* that are American *-or*: *colour*, and with prefixes *discolour*. */
export const OUR =
  'behavi col fav hon lab belab neighb harb hum rum tum vap vig flav sav savi od parl arm ard cand clam endeav ferv glam ranc rig splend val demean misdemean arb succ enam dol tric watercol'

/** Beginnings of words in *-re* that are American *-er*: *centre*, and with anything before it *epicentre*. */
export const RE =
  'cent theat lit met fib calib lust meag somb spect sab och scept sepulch mit nit reconnoit accout'

/** Beginnings of words in *-ogue* that are American *-og*. */
export const OGUE = 'catal dial anal monol prol epil homol travel pedag demag ideol'

/** Verbs and nouns in *-ise* that nobody writes with *z*. */
export const ISE = `
advise advertise apprise arise chastise circumcise comprise compromise demise despise devise disguise enterprise excise
exercise expertise franchise enfranchise disenfranchise guise improvise incise merchandise noise poise praise appraise
reappraise precise imprecise premise promise raise reprise revise rise sunrise supervise surmise surprise televise
treatise wise otherwise likewise clockwise paradise concise cruise bruise anise tortoise porpoise turquoise malaise
mayonnaise liaise braise chaise valise marquise practise mortise counterpoise equipoise unwise streetwise marquise
bourgeoise chemise cerise reprise prise
`
