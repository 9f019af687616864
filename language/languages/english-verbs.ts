/**
 * English: irregular verbs.
 *
 * A line reads: base form, past tense, past participle; forms beside each other are separated by `/`, and `=` is a
 * participle like the past. Behind `+` stand prefixes that make further verbs of the same kind: *undergo* of *go*.
 */
export const IRREGULAR_VERBS = `
be was/were/am/is/are been
have had/has =
do did/does done + un out over re
say said = + un gain
arise arose arisen
awake awoke awoken
wake woke woken
bear bore borne + for over
beat beat beaten + brow
become became become
befall befell befallen
beget begot/begat begotten
begin began begun
behold beheld =
bend bent = + un
bereave bereft =
beseech besought =
bid bade bidden + for
bind bound =
bite bit bitten + back frost
bleed bled =
blow blew blown
break broke broken
breed bred = + in cross inter
bring brought =
build built = + re over
burn burnt =
buy bought =
catch caught =
choose chose chosen
cling clung =
come came come + over
creep crept =
deal dealt = + mis re
dig dug =
draw drew drawn + with over re
dream dreamt = + day
drink drank drunk + over
drive drove driven + over
dwell dwelt = + in
eat ate eaten + over
fall fell fallen
feed fed = + over under breast spoon
feel felt =
fight fought =
find found =
flee fled =
fling flung =
fly flew flown + over
forsake forsook forsaken
freeze froze frozen + un re deep anti
get got gotten
forget forgot forgotten
give gave given + for
go went gone + under for out
grind ground = + re
grow grew grown + out over in re
hang hung = + over
hear heard = + over mis re
hew hewn =
hide hid hidden
hold held = + with up over
keep kept = + up
kneel knelt =
know knew known + fore
lay laid = + over in mis re way out under
lead led = + mis
lean leant =
leap leapt =
learn learnt = + un re
leave left =
lend lent =
lie lay lain + under over
light lit = + a re back
lose lost =
make made = + re un
mean meant =
meet met =
mow mown =
overcome overcame overcome
pay paid = + re over under pre
plead pled =
prove proven = + dis
read read = + mis re proof
ride rode ridden + over out
ring rang rung
rise rose risen + up
run ran run + over out re
saw sawn =
see saw seen + over fore
seek sought =
sell sold = + re over out under
send sent =
sew sewn =
shake shook shaken
shave shaven =
shear shorn =
shed shed =
shine shone = + out
shoe shod =
shoot shot = + over out under
show shown =
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat = + baby
slay slew slain
sleep slept = + over
slide slid =
sling slung =
slink slunk =
smell smelt =
smite smote smitten
sow sown =
speak spoke spoken + be
speed sped =
spell spelt = + mis
spend spent = + over mis under out
spill spilt = + over
spin spun =
spit spat =
spoil spoilt =
spring sprang sprung
stand stood = + under with misunder out
steal stole stolen
stick stuck = + un
sting stung =
stink stank stunk
strew strewn =
stride strode stridden + be
strike struck stricken
string strung = + ham
strive strove striven
swear swore sworn + for
sweep swept =
swell swelled swollen
swim swam swum
swing swung =
take took taken + mis under over re par be inter
teach taught = + un re
tear tore torn
tell told = + re fore
think thought = + re out un
throw threw thrown + over
thrive throve thriven
tread trod trodden + re
weave wove woven + inter re
weep wept =
win won = + re
wind wound = + un re
withstand withstood =
wring wrung =
write wrote written + re under over type ghost hand sky
wear wore worn + out
`

/**
 * English: regular verbs whose forms a stemmer takes for other words: base form, then its forms.
 */
export const REGULAR_VERBS = `
agree agrees agreed agreeing
decree decrees decreed decreeing
die dies died dying
lie lies lied lying
tie ties tied tying
untie unties untied untying
vie vies vied vying
belie belies belied belying
dye dyes dyed dyeing
eye eyes eyed eyeing eying
free frees freed freeing freer freest
flee flees fleeing
see sees seeing
be being
go goes going
do doing
ski skis skied skiing skier skiers
taxi taxis taxied taxiing taxying
hoe hoes hoed hoeing
shoe shoes shoed shoeing
toe toes toed toeing
canoe canoes canoed canoeing
tiptoe tiptoes tiptoed tiptoeing
use uses used using
reuse reuses reused reusing
singe singes singed singeing
tinge tinges tinged tingeing
binge binges binged bingeing binging
cringe cringes cringed cringing
swinge swinged swingeing
age ages aged aging ageing
sue sues sued suing
rue rues rued ruing
cue cues cued cuing cueing
queue queues queued queuing queueing
glue glues glued gluing gluey
bus buses bused busing bussed bussing
gas gases gasses gassed gassing
focus focuses focused focusing focusses focussed focussing
refocus refocuses refocused refocusing refocussed refocussing
bias biases biased biasing biasses biassed biassing
canvas canvases canvased canvasing
dial dials dialed dialled dialing dialling
fuel fuels fueled fuelled fueling fuelling 
duel duels dueled duelled dueling duelling
gel gels gelled gelling
quiz quizzes quizzed quizzing
embed embeds embedded embedding
wed weds wedded
bed beds bedded
shed sheds shedding
panic panics panicked panicking
picnic picnics picnicked picnicking picnicker picnickers
traffic traffics trafficked trafficking trafficker traffickers
mimic mimics mimicked mimicking
frolic frolics frolicked frolicking
stymie stymies stymied stymying stymieing
echo echoes echoed echoing
veto vetoes vetoed vetoing
boo boos booed booing
woo woos wooed wooing
boycott boycotts boycotted boycotting
egg eggs egged egging
add adds added adding
err errs erred erring
purr purrs purred purring
ebb ebbs ebbed ebbing
butt butts butted butting
putt putts putted
burr burrs burred burring
rev revs revved revving
trek treks trekked trekking
bobsled bobsleds bobsledded bobsledding
arc arcs arced arcing arcked arcking
tarmac tarmacs tarmaced tarmacing tarmacked tarmacking
bivouac bivouacs bivouaced bivouacing bivouacked bivouacking
shellac shellacs shellaced shellacing shellacked shellacking
zinc zincs zinced zincing zincked zincking
spec specs specced speccing
interfere interferes interfered interfering
persevere perseveres persevered persevering
silhouette silhouettes silhouetted silhouetting
vignette vignettes vignetted vignetting
pirouette pirouettes pirouetted pirouetting
warehouse warehouses warehoused warehousing
wholesale wholesales wholesaled wholesaling
blue blues blued bluing
clue clues clued cluing
true trues trued truing
hue hues hued huing
ensue ensues ensued ensuing
pursue pursues pursued pursuing
overheat overheats overheated overheating
preheat preheats preheated preheating
overeat overeats overeated overeating
scapegoat scapegoats scapegoated scapegoating
undercoat undercoats undercoated undercoating
sugarcoat sugarcoats sugarcoated sugarcoating
knee knees kneed kneeing
tree trees treed treeing
subtotal subtotals subtotaled subtotalled subtotaling subtotalling
refuel refuels refueled refuelled refueling refuelling
overfeed overfeeds overfeeding
interbreed interbreeds interbreeding
inbreed inbreeding
crossbreed crossbreeds crossbreeding
underlie underlies underlying
overlie overlies overlying
hie hied hying
overlay overlays overlaying overlaid
`
