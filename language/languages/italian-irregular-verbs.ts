/**
 * Irregular Italian verbs by their principal parts. Data; `italian-verb-forms.ts` makes the forms.
 *
 * A line reads `infinitive; prefixes; parts`. The verb exists alone and with each prefix; behind `!`, with the prefixes
 * only. A part is a letter and what is said without its endings:
 * - `I` the root that the regular endings of the second (third) conjugation stand on, if the infinitive hides it
 * - `A` present of *io* and *essi*, and the subjunctive: *teng*-o, -ono, -a, -ano
 * - `B` present of *tu* and *egli*: *tien*-i, -e
 * - `R` past historic: *tenn*-i, -e, -ero
 * - `P` participle, masculine singular, with its other three forms
 * - `F` future and conditional: *terr*-ò, -ebbe
 * - `X` further forms, split by commas
 * - `N` forms made by the above that are rather another verb's; not said of compounds: *tratta* is of *trattare*
 */
export const irregularVerbs = `
andare; ri; X vado,vai,va,vanno,vada,vadano,vattene,vacci,andate F andr
dare; ri; X do,dai,dava,davo,davano,davamo,dando,darono,dà,diamo,date,dia,diano,diate,diede,diedi,diedero,dettero,demmo,desse,dessero,dammi,dacci,dallo,datemi,dateci,dategli,datelo,datevi,dammelo,dammela,dammeli,dammele,dammene,daccelo,daccela,daglielo,dagliela,daglieli,dattelo F dar
fare; ri dis sopraf contraf assue stupe lique rare putre tume stra mal; I fac A facci R fec P fatto F far X fo,fai,fa,fanno,facciamo,facciate,fate,fammi,facci,fallo,fatti,fà,fammelo,fammela,fammeli,fammele,faccelo,faccela,faglielo,fagliela,fattelo
soddisfare; ; I soddisfac A soddisf B soddisf R soddisfec P soddisfatto F soddisf X soddisfacciamo,soddisfano,soddisfino,soddisfi,soddisfaccia,soddisfacciano,soddisfaccio,soddisfarà,soddisfaranno,soddisferà,soddisferanno
stare; sotto; X stetti,stette,stettero,stai,stanno,stia,stiano,stiate,staremo,starai,starete,starò,starà,staranno,starebbe,starebbero
dire; ri dis contrad mal mala in inter pre bene male; I dic R diss P detto F dir X dite,dimmi,dillo,dicci,diccelo,ditemi,diteci,dimmelo,dimmela,dimmeli,diglielo,digliela,diccela,dittelo
essere; ; X sono,siamo,siete,erano,eravamo,eravate,saremo,sarete,sarai,sarà,saranno,sarei,saresti,sarebbe,sarebbero,saremmo,sareste,fui,fosti,fu,fummo,foste,furono,fossi,fossimo,fossero,siano,siate
avere; ri; A abbi R ebb F avr X ho,hai,ha,abbiamo,abbiate,hanno
sapere; ri; R sepp F sapr X so,sai,sa,sappiamo,sanno,sappia,sappiano,sappiate
potere; ; F potr X posso,puoi,può,possiamo,possono,possa,possano,possiate,pote
volere; ri; R voll F vorr B vuol X voglio,vogliamo,vogliono,voglia,vogliano,vogliate,vuol
dovere; ; A dev B dev F dovr X debbo,debbono,debba,debbano,dobbiamo,dobbiate
uscire; ri fuori; A esc B esc
riuscire; ; A riesc B riesc
udire; ri; A od B od
morire; ; A muoi B muor P morto F morr
venire; av con contrav di in inter per pre pro ri rin s sopravv sov sovv sv add addiv rinv add per; A veng B vien R venn P venuto F verr
divenire; ri ad; A diveng B divien R divenn P divenuto F diverr
tenere; appar as at con de intrat man ot ri sos trat in; A teng B tien R tenn F terr
rimanere; per; A rimang R rimas P rimasto F rimarr
permanere; ; A permang R permas F permarr
valere; av equi pre ri contro; A valg R vals P valso F varr
parere; ; A pai R parv X pare P parso F parr
apparire; ri com s; A appai R apparv P apparso X appare
comparire; ri; A compai R comparv P comparso X compare
scomparire; ; A scompai R scomparv P scomparso X scompare
dolere; con; A dolg B duol R dols F dorr
solere; ; A sogli B suol
piacere; com dis s; A piacci R piacqu P piaciuto X piacciamo
tacere; ; A tacci R tacqu P taciuto
giacere; sog sot; A giacci R giacqu P giaciuto
nuocere; ; A nocci R nocqu P nociuto X nuociuto
sedere; pos ri pre soprass; A sied B sied F sieder X segga,seggono
possedere; ; A possied B possied F possieder
risiedere; ; X risieda
vedere; av intra pre pro prov rav ri stra trav; R vid P visto F vedr X veduto,veduta,veduti,vedute
provvedere; ; R provvid P provvisto F provveder
ravvedere; ; R ravvid
bere; im stra tra; I bev R bevv F berr X bevuto
porre; ante ap com contrap de decom dis es frap giustap giustapp im in inter intra op pos pre predis presup pro ri ricom rip scom sottop sotto sovrap sup sovraes transp tras sup sopp ripro soprap op indis; I pon A pong R pos P posto F porr X por
trarre; at as con de dis es pro ri sot re; I tra A tragg B tra R trass P tratto F trarr N tratta,tratti X trar,traiamo,traiate,trae,trai
durre; ! ad ab con de in intro pro ri ripro se tra ricon sovrapro coprod reintro sopro copro; I duc R duss P dotto F durr X dur
salire; as ri tra; A salg X saliamo,saliate
trasalire; ; A trasal
cogliere; ac rac ri; A colg R cols P colto
sciogliere; di pro; A sciolg R sciols P sciolto
togliere; dis; A tolg R tols P tolto
scegliere; pre; A scelg R scels P scelto
svellere; ; A svelg R svels P svelto
divellere; ; A divelg R divels P divelto
spegnere; ; A speng B speng R spens P spento
cingere; ac re suc; R cins P cinto
dipingere; ri; R dipins P dipinto
pingere; s so res s im ris sos; R pins P pinto
fingere; ; R fins P finto
stringere; a co re di; R strins P stretto
tingere; at in ri s; R tins P tinto
intingere; ; R intins P intinto
mungere; ; R muns P munto
pungere; com es tra; R puns P punto
ungere; ; R uns P unto
giungere; ag con dis ri rag ricon ricong sog sopra sopraag sopprag in; R giuns P giunto
fungere; ; R funs P funto
piangere; com rim; R pians P pianto
frangere; in ri; R frans P franto
volgere; av coin ca sv s stra scon tra ri riav capo in; R vols P volto
svolgere; ri; R svols P svolto
sorgere; in ri; R sors P sorto
assurgere; ; R assurs P assurto
porgere; s ; R pors P porto N porsi
scorgere; ; R scors P scorto
accorgere; ; R accors P accorto
ergere; ; R ers P erto
tergere; de as; R ters P terso
mergere; ! im e som rie; R mers P merso
spargere; co; R spars P sparso
aspergere; co; R aspers P asperso
indulgere; ; R induls P indulto
fulgere; ri; R fuls
vincere; av con e stra; R vins P vinto
torcere; at con dis es ri s; R tors P torto
correre; ac con de dis in inter oc per pre ri rin soc s tras rac; R cors P corso
percorrere; ri; R percors P percorso
mordere; ri; R mors P morso
ardere; ; R ars P arso
perdere; dis s; R pers P perso
ridere; de sor ir; A rid B rid R ris P riso F rider
uccidere; ; R uccis P ucciso
cidere; ! de in coin re circon; R cis P ciso
dividere; con sud; R divis P diviso
radere; ; R ras P raso
vadere; ! e in per; R vas P vaso
suadere; ! per dis; R suas P suaso
rodere; cor e; A rod B rod R ros P roso F roder
plodere; ! es im ries; R plos P ploso
ledere; ; R les P leso
chiudere; ac con di dis in rac rin s soc ri; R chius P chiuso
cludere; ! ac con es in pre re oc; R clus P cluso
ludere; ! al col de e il disil; R lus P luso
trudere; ! in es pro; R trus P truso
prendere; ap com intra ri sor ricom fraintra riap; R pres P preso
rendere; ar; R res P reso
scendere; a di condi tra ac tras; R sces P sceso
accendere; ri; R acces P acceso
tendere; at con dis es in pre pro sot fra fraint sovrain soprain mal sottin disat coes ris s; R tes P teso
stendere; di e sot proto; R stes P steso
intendere; fra sot sovr sopr; R intes P inteso
spendere; so ; R spes P speso
pendere; ap di pro so sos im vili in; R pes P peso
offendere; ; R offes P offeso
difendere; ; R difes P difeso
fendere; ; R fes P fesso
spandere; e; R spans P spanso
espandere; ; R espans P espanso
fondere; con dif ef in pro ri tras radiodif; R fus P fuso X fonde,fondono
rispondere; cor; R rispos P risposto
nascondere; ; R nascos P nascosto
tondere; ; R tos P toso
chiedere; ri; R chies P chiesto
mettere; am com compro di dis e im intro man mano o per pre pro ri rim s scom sotto so tras ri riam ritras inter am frap; R mis P messo
primere; ! es im com de op re sop; R press P presso
redimere; ; R redens P redento
sumere; ! as con de pre rias pres; R suns P sunto
concedere; ; R concess P concesso
succedere; ; R success P successo
retrocedere; ; R retrocess P retrocesso
discutere; ; R discuss P discusso
incutere; ; R incuss P incusso
percuotere; ri; A percuot R percoss P percosso
scuotere; ri; R scoss P scosso
muovere; com pro ri s dis; R moss P mosso X movente,moveva
cuocere; s ra; A cuoci R coss P cotto X cociamo,cuocio
rompere; cor ir e inter pro di e; R rupp P rotto
crescere; ac de in rin ri; R crebb P cresciuto
conoscere; ri dis mis s; R conobb P conosciuto
mescere; ; P mesciuto
pascere; ; P pasciuto
nascere; ri; R nacqu P nato
vivere; con ri soprav soprav; R viss P vissuto F vivr
scrivere; a circo de i in pre pro ri sotto tra so; R scriss P scritto
leggere; e ri rie; R less P letto
prediligere; ; R prediless P prediletto
dirigere; ; R diress P diretto
erigere; ; R eress P eretto
redigere; ; R redass P redatto
transigere; ; R transass P transatto
esigere; ; P esatto
negligere; ; R negless P negletto
reggere; cor sor; R ress P retto
proteggere; ; R protess P protetto
affliggere; ; R affliss P afflitto
infliggere; ; R infliss P inflitto
sconfiggere; ; R sconfiss P sconfitto
trafiggere; ; R trafiss P trafitto
figgere; af in pre con croci; R fiss P fisso N fissa,fissi,fisse,fisso
friggere; sof; R friss P fritto
struggere; di ; R struss P strutto
suggere; ; R suss
distinguere; contrad; R distins P distinto
estinguere; ; R estins P estinto
solvere; as dis ri; R sols P solto
assolvere; ; R assols P assolto
risolvere; ; R risols P risolto
dissolvere; ; R dissols P dissolto
evolvere; ; P evoluto
devolvere; ; P devoluto
flettere; ri genu; R fless P flesso
nettere; ! con an scon discon intercon ricon; R ness P nesso
cucire; s ri; A cuci X cuce
aprire; ri; P aperto R apers
coprire; ri s ris; P coperto R copers
offrire; sof; P offerto R offers
soffrire; ; P sofferto R soffers
seppellire; dis; P sepolto
assistere; ; P assistito
esistere; co pre; P esistito
resistere; ; P resistito
insistere; ; P insistito
consistere; ; P consistito
persistere; ; P persistito
desistere; ; P desistito
sussistere; ; P sussistito
cadere; ac de s ri; R cadd F cadr
godere; ; F godr
piovere; ; R piovv
espellere; ; R espuls P espulso
impellere; ; R impuls P impulso
repellere; ; R repuls P repulso
compellere; ; R compuls P compulso
compiere; ; P compiuto F compir X compivo,compiva,compivamo,compivano,compì,compimmo,compirono,compisse,compissero,compio,compiono,compiendo,compia,compiano
adempiere; ; P adempiuto
riempire; ; X riempie,riempiono,riempiendo,riempiuto,riempia,riempiano
empire; ; X empie,empiono,empia
ottundere; ; R ottus P ottuso
contundere; ; R contus P contuso
diligere; ; P diletto
scindere; re pre; R sciss P scisso
`
