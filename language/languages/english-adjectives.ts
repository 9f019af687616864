/**
 * English: adjectives that are compared by *-er* and *-est*, by the rule that makes their forms.
 *
 * Left out are those whose comparative is mostly a word of its own: *cooler*, *cleaner*, *flat*.
 */
export const COMPARED_ADJECTIVES = `
able ample angry apt bald bare big bitter black blank bland bleak blind bloody blue blunt bold bossy
brainy brave brief bright brisk broad brown bulky bumpy busy calm chatty cheap cheeky cheery chewy chilly chubby
clear clever close cloudy clumsy coarse cold common costly cozy crafty cranky crazy creamy creepy crisp crude cruel
curly curvy cute damp dark dead deadly deaf dear deep dense dim dirty dizzy dry dull dumb dusty early easy empty
faint fair fancy fast fat feeble few fierce filthy fine firm fit flaky flashy fluffy fond foggy foolish frail
frank free fresh friendly frosty fruity full funny furry fussy fuzzy gentle giddy glad gloomy glossy 
grand grave gray greasy great greedy green grim grimy grubby guilty hairy handsome handy happy hard hardy harsh
hasty haughty hazy healthy hearty heavy high hilly hoarse holy hot huge humble hungry icy idle itchy jolly juicy keen
kind large late lazy lean likely little lively lone lonely long loose loud lovely low loyal lucky lush mad
mean meek mellow merry messy mighty mild misty moist moody muddy murky narrow nasty naughty near neat needy new
nice nimble noble noisy numb oak oily old pale plain pleasant plump plush poor posh pretty proud pure quaint quiet rainy rapid rare raw ready red remote rich ripe risky robust roomy rosy rotten rough round rude rusty sad safe
salty sandy sane scant scarce scary severe shabby shady shaky shallow sharp shiny short shy sick silent silky silly
simple sincere skinny sleek sleepy slender slick slight slim slimy slippery sloppy slow sly small smart smelly smooth
smug snappy sneaky snowy soft soggy solid soon sore sorry sound sour spare sparse speedy spicy spiky stale stark
steady steep sticky stiff stingy stormy stout straight strange strict strong stuffy stupid sturdy subtle sunny
sure sweaty sweet swift tacky tall tame tan tart tasty tense thick thin thirsty thorough thrifty tidy tight timely
tiny tired touchy tough trendy tricky trim true trusty ugly unhappy unhealthy unlikely unsafe untidy vague vain vast
warm wary wavy weak wealthy weary weedy weird wet white wicked wide wild wily windy wise witty worldly worthy wry
yellow young yummy
abrupt absurd acute airy bouncy breezy catchy chunky classy crispy crunchy dreamy dreary drowsy edgy exact faulty fiery
flimsy foul fragile goofy gross grumpy hefty honest hollow humane intense jumpy lame leafy leaky lengthy lofty lousy
lumpy mature obscure odd patchy petty picky polite precise profound prompt rocky rowdy secure sexy slack smoky sober
solemn sporty spooky stable stealthy stern stocky stony stubborn tardy tender uneasy unfair unkind unlucky vile vivid
watery weighty woolly wordy wrong costly deadly friendly ghostly saintly stately unfriendly grumpy tranquil cruel
`

/** Comparisons that no rule makes: positive, then its forms. *Better* and *best* stand with the homographs. */
export const IRREGULAR_ADJECTIVES = `
bad worse worst
far farther farthest further furthest
little less lesser least
old older oldest elder eldest
light lightest
cool coolest
clean cleanest
flat flattest
shy shyer shyest
sly slyer slyest
sharp sharper sharpest
quick quicker quickest
`

/** Comparatives that are mostly another word. */
export const NO_COMPARATIVES = 'number tanner fitter blinder rounder stranger loner'
