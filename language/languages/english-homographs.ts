/**
 * English: forms that are a word of their own, too.
 *
 * A line reads: form, then the base forms it may belong to, likeliest first, each but the first with its weight. What
 * stands first gives the form its stem; where that is the form itself, it is kept apart from the others. Judged by what
 * people search for: *LED* is no leader, a *wound* is not wound up.
 */
export const HOMOGRAPHS = `
left left leave:.7
found find found:.4
founded found find:.02
founding found
saw see saw:.6
saws saw
sawed saw
sawing saw
felt feel felt:.3
fell fall fell:.1
led led lead:.9
fed fed feed:.8
lay lay lie:.4
lain lie
bore bore bear:.5
bored bored bore:.8
boring boring bore:.6
born born bear:.3
borne bear
bear bear
rose rose rise:.9
roses rose
rosy rosy
dove dove dive:.1
ground ground grind:.05
grounds ground
bound bound bind:.6
wound wound wind:.3
wounded wound
bit bit bite:.6
bits bit
shot shot shoot:.8
shots shot
spoke speak spoke:.2
broke break broke:.1
thought think thought:.9
thoughts think thought:1
lit light lit:.1
smelt smelt smell:.5
stole steal stole:.1
wove weave
meant mean
mean mean
means mean means:.9
meaning meaning mean:.5
better better good:.5 well:.3
best best good:.5 well:.3
worst bad worst:.8
worse bad worse:.8
leaves leaf leave:.7
lives life live:.6
lived live
living live living:.8
bases base basis:.7
axes axis ax:.3 axe:.4
dice dice die:.2
dies die
ellipses ellipsis ellipse:.6
media media medium:.3
mediums medium
data data datum:.2
datum data datum:.9
staves staff stave:.5
clothes clothes cloth:.2 clothe:.1
cloths cloth
glasses glass glasses:.8
arms arm arms:.8
news news
goods goods good:.3
customs customs custom:.5
people people
peoples people
further further far:.3
furthest far
less less little:.3
least least little:.3
elder elder old:.3
does do doe:.05
shone shine
rung ring rung:.4
wed wed
wedding wedding wed:.2
evening evening even:.05
being being be:.5
building building build:.5
meeting meeting meet:.5
drawing drawing draw:.4
painting painting paint:.4
thinking think thinking:.6
sewer sewer sew:.05
number number numb:.01
cast cast
hit hit
cut cut
put put
set set
read read
sped speed
lent lend lent:.2
bent bend bent:.3
spent spend
slew slew slay:.4
bade bid
tore tear
tears tear
worn wear worn:.3
drunk drink drunk:.6
swollen swell
proven prove proven:.3
known know known:.4
lost lose lost:.6
broken break broken:.6
given give given:.3
hidden hide hidden:.6
frozen freeze frozen:.6
forbidden forbid forbidden:.4
mistaken mistake mistaken:.4
stricken strike stricken:.3
clad clad clothe:.2
wrought wrought
sunk sink
sank sink
won win won:.1
cost cost
costs cost
heard hear
later late later:.9
latest late latest:.3
latter latter late:.05
latterly latter
last last late:.05
nearest near
next next
lower low lower:.5
upper upper
outer outer
inner inner
elderly elderly
early early
earlier early
supper supper
cellar cellar
opera opera opus:.1
agenda agenda
stadia stadium
visa visa
graffiti graffiti
paparazzi paparazzi
spaghetti spaghetti
insignia insignia
candelabra candelabra
hoping hope
hoped hope
hopping hop
hopped hop
pasted paste
pasting paste
bathed bathe
bathing bathe
breathed breathe
breathing breathe
clothed clothe
clothing clothing clothe:.2
staring stare
starring star
planed plane
planing plane
planned plan
planning plan planning:.7
caring care caring:.3
scared scare scared:.6
singing sing singing:.6
winging wing
sever sever
overlay overlay overlie:.1
underlay underlay underlie:.2
founds found
fells fell
felts felt
rounder round
united unite united:.9
uniting unite
routed route
routing routing route:.8
secreted secrete
severed sever
lunged lunge
loathed loathe
soothed soothe
premiered premiere
premises premises premise:.5
shorts shorts short:.1
pants pants pant:.1
tights tights tight:.05
odds odds odd:.1
commons commons common:.1
humanities humanities humanity:.2
overalls overalls overall:.05
slacks slacks slack:.1
savings savings saving:.6
earnings earnings earning:.3
surroundings surroundings surrounding:.3
thanks thanks thank:.5
proceedings proceedings proceeding:.3
headquarters headquarters
belongings belongings belonging:.2
outskirts outskirts
trousers trousers trouser:.1
scissors scissors scissor:.1
jeans jeans jean:.05
`
