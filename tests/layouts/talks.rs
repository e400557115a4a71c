//! Interviews as people and programs lay them out.

use super::Layout;

pub(crate) const TALKS: &[Layout] = &[
    Layout {
        name: "Interviewer en naam, witregels",
        text: "\
Interviewer: Kun je vertellen hoe een gewone dag er bij jullie uitziet?

Riek: Nou ja, gewoon. Om zeven uur eruit, Jan wassen, en dan zo'n beetje het huis door.

Hij wil dan altijd eerst de hond uitlaten, maar dat kan niet meer alleen.

Interviewer: En ’s avonds?

Riek: ’s Avonds is 't stil.
",
        turns: &[
            ("Interviewer", "Kun je vertellen"),
            ("Riek", "Nou ja, gewoon."),
            ("Interviewer", "En ’s avonds?"),
            ("Riek", "’s Avonds is"),
        ],
        times: &[],
    },
    Layout {
        name: "I en R zonder witregels",
        text: "\
I: Hoe lang woon je hier al?
R: Eh, vanaf mijn twaalfde.
I: Dus je kent iedereen.
R: Bijna iedereen, ja.
",
        turns: &[("I", "Hoe lang"), ("R", "Eh, vanaf"), ("I", "Dus je kent"), ("R", "Bijna iedereen")],
        times: &[],
    },
    Layout {
        name: "hoofdletters",
        text: "\
INT: Wat gebeurde er toen?

BENNIE: Ik heb de dokter gebeld. Die was er binnen 'n half uur.

INT: En toen?

BENNIE: Toen niks.
",
        turns: &[
            ("INT", "Wat gebeurde"),
            ("BENNIE", "Ik heb de dokter"),
            ("INT", "En toen?"),
            ("BENNIE", "Toen niks."),
        ],
        times: &[],
    },
    Layout {
        name: "Int. met punt en Resp met nummer",
        text: "\
Int.: Wat vond u van de bijeenkomst?
Resp 6: Mooi, eigenlijk. Iedereen was er.
Int.: Ook uw zus?
RESP 6: Ook mijn zus.
resp. 6: Al kwam ze te laat.
",
        turns: &[
            ("Int.", "Wat vond u"),
            ("Resp 6", "Mooi, eigenlijk."),
            ("Int.", "Ook uw zus?"),
            ("Resp 6", "Ook mijn zus."),
            ("Resp 6", "Al kwam ze"),
        ],
        times: &[],
    },
    Layout {
        name: "groepsgesprek met genummerde respondenten",
        text: "\
Interviewer 1: Wie wil beginnen?
R1: Ik wel.
R2: Ga je gang.
R1: Bij ons op school is het anders geregeld.
Interviewer 2: Anders dan hier?
R3: Veel losser, ja.
",
        turns: &[
            ("Interviewer 1", "Wie wil"),
            ("R1", "Ik wel."),
            ("R2", "Ga je gang."),
            ("R1", "Bij ons op school"),
            ("Interviewer 2", "Anders dan"),
            ("R3", "Veel losser"),
        ],
        times: &[],
    },
    Layout {
        name: "kin, en een derde die één keer spreekt",
        text: "\
Interviewer: Hoe gaat het met de medicijnen?

Riek: Die geef ik hem zelf, in een bakje.

Buurvrouw: Moi! Stoor ik?

Riek: Nee hoor, kom erin.

Interviewer: Zullen we even stoppen?
",
        turns: &[
            ("Interviewer", "Hoe gaat"),
            ("Riek", "Die geef ik"),
            ("Buurvrouw", "Moi!"),
            ("Riek", "Nee hoor"),
            ("Interviewer", "Zullen we"),
        ],
        times: &[],
    },
    Layout {
        name: "achternamen met aanspreking",
        text: "\
Interviewer: Mag ik opnemen?

Mevrouw Van Dijk: Dat mag u. U doet het toch al.

Interviewer: Dank u.

Mevrouw van Dijk: Maar niet te hard praten, de buren luisteren mee.
",
        turns: &[
            ("Interviewer", "Mag ik"),
            ("Mevrouw Van Dijk", "Dat mag u."),
            ("Interviewer", "Dank u."),
            ("Mevrouw Van Dijk", "Maar niet"),
        ],
        times: &[],
    },
    Layout {
        name: "namen tussen haken",
        text: "\
[Anna] Ik vond dat eerst helemaal niks, zo'n vergadering met de hele familie.
[Karim] Waarom niet?
[Anna] Omdat mijn broer erbij zou zijn.
[Karim] Ah.
[Anna] Maar het viel mee.
",
        turns: &[
            ("Anna", "Ik vond"),
            ("Karim", "Waarom niet?"),
            ("Anna", "Omdat mijn"),
            ("Karim", "Ah."),
            ("Anna", "Maar het"),
        ],
        times: &[],
    },
    Layout {
        name: "naam met rol tussen haakjes",
        text: "\
Interviewer: En jullie?

Anna (moeder): Wij hebben het samen besproken.

Tim (zoon): Nou, samen...

Anna (moeder): Aan de keukentafel. Jij zat op je telefoon.

Tim (zoon): Dat is waar.
",
        turns: &[
            ("Interviewer", "En jullie?"),
            ("Anna (moeder)", "Wij hebben"),
            ("Tim (zoon)", "Nou, samen"),
            ("Anna (moeder)", "Aan de keukentafel"),
            ("Tim (zoon)", "Dat is waar"),
        ],
        times: &[],
    },
    Layout {
        name: "vetgedrukt in Markdown, dubbele punt binnen",
        text: "\
**Interviewer:** Vertel eens over je werk.

**Sjoerd:** Ik rij een route van dertien adressen.

**Interviewer:** Elke dag?

**Sjoerd:** Vijf dagen, ja.
",
        turns: &[
            ("Interviewer", "Vertel eens"),
            ("Sjoerd", "Ik rij"),
            ("Interviewer", "Elke dag?"),
            ("Sjoerd", "Vijf dagen"),
        ],
        times: &[],
    },
    Layout {
        name: "vetgedrukt in Markdown, zonder dubbele punt",
        text: "\
**Marloes** Dank dat u tijd wilde maken.

**Henk** Geen punt, ik heb tijd genoeg sinds ik niet meer rij.

**Marloes** Mist u de bus?

**Henk** De mensen wel. De bus niet.
",
        turns: &[("Marloes", "Dank dat"), ("Henk", "Geen punt"), ("Marloes", "Mist u"), ("Henk", "De mensen")],
        times: &[],
    },
    Layout {
        name: "vetgedrukte naam, dubbele punt buiten",
        text: "\
**Vraag**: Waar bent u geboren?
**Antwoord**: In Lichtenvoorde, op de boerderij.
**Vraag**: Met hoeveel kinderen?
**Antwoord**: Negen.
",
        turns: &[
            ("Vraag", "Waar bent"),
            ("Antwoord", "In Lichtenvoorde"),
            ("Vraag", "Met hoeveel"),
            ("Antwoord", "Negen."),
        ],
        times: &[],
    },
    Layout {
        name: "naam alleen op de regel",
        text: "\
Samira
Mijn vader wil er niet over praten. Die zet dan de televisie harder.

Marieke
En uw moeder?

Samira
Die lacht het weg. Zo'n lachje.

Marieke
Dat herken ik.
",
        turns: &[
            ("Samira", "Mijn vader"),
            ("Marieke", "En uw moeder"),
            ("Samira", "Die lacht"),
            ("Marieke", "Dat herken"),
        ],
        times: &[],
    },
    Layout {
        name: "naam alleen met dubbele punt",
        text: "\
Interviewer:
Waar loop je het meest tegenaan?

Casemanager:
De wachtlijst. Mensen bellen mij en ik heb niks te bieden.

Interviewer:
Hoe los je dat op?

Casemanager:
Door toch langs te gaan. Mag niet, doe ik wel.
",
        turns: &[
            ("Interviewer", "Waar loop"),
            ("Casemanager", "De wachtlijst"),
            ("Interviewer", "Hoe los"),
            ("Casemanager", "Door toch"),
        ],
        times: &[],
    },
    Layout {
        name: "tab in plaats van dubbele punt",
        text: "Anna\tIk heb een broer en een zus.\nInterviewer\tWonen die in de buurt?\nAnna\tMijn zus wel, \
               die woont om de hoek.\nInterviewer\tEn je broer?\nAnna\tDie zit in Canada.\n",
        turns: &[
            ("Anna", "Ik heb een broer"),
            ("Interviewer", "Wonen die"),
            ("Anna", "Mijn zus wel"),
            ("Interviewer", "En je broer"),
            ("Anna", "Die zit"),
        ],
        times: &[],
    },
    Layout {
        name: "streepje",
        text: "\
I - Hoe oud was je toen?
R - Negentien, geloof ik.
I - En je woonde nog thuis?
R - Ja, op zolder.
",
        turns: &[("I", "Hoe oud"), ("R", "Negentien"), ("I", "En je woonde"), ("R", "Ja, op zolder")],
        times: &[],
    },
    Layout {
        name: "gedachtestreepje en namen",
        text: "\
Anna – Ik ga eerst even koffie zetten.

Joke – Doe maar rustig aan.

Anna – Melk, suiker?

Joke – Alleen melk.
",
        turns: &[("Anna", "Ik ga eerst"), ("Joke", "Doe maar"), ("Anna", "Melk, suiker?"), ("Joke", "Alleen melk.")],
        times: &[],
    },
    Layout {
        name: "genummerde uitingen",
        text: "\
1. Interviewer: Zullen we beginnen?
2. Gerrit: Wat mij betreft.
3. Interviewer: Hoe ken je Jan?
4. Gerrit: Van de overkant. We zijn noabers.
12. Interviewer: En nu?
",
        turns: &[
            ("Interviewer", "Zullen we"),
            ("Gerrit", "Wat mij"),
            ("Interviewer", "Hoe ken"),
            ("Gerrit", "Van de overkant"),
            ("Interviewer", "En nu?"),
        ],
        times: &[],
    },
    Layout {
        name: "regelnummers met tab",
        text: "001\tI:\tWat deed je daar?\n002\tR:\tSchoonmaken. ’s Nachts, in de fabriek.\n003\tI:\tHoe lang?\n\
               004\tR:\tZes jaar.\n",
        turns: &[("I", "Wat deed"), ("R", "Schoonmaken."), ("I", "Hoe lang?"), ("R", "Zes jaar.")],
        times: &[],
    },
    Layout {
        name: "V en A",
        text: "\
V: Wanneer merkte u het voor het eerst?
A: Met de kerst. Ze zette de tafel voor acht, en we waren met z'n vieren.

V: Zei u er iets van?
A: Nee.
",
        turns: &[("V", "Wanneer"), ("A", "Met de kerst."), ("V", "Zei u"), ("A", "Nee.")],
        times: &[],
    },
    Layout {
        name: "tijd voor de naam",
        text: "\
[00:00:05] Interviewer: We nemen op. Fijn dat u er bent.
[00:00:11] Karin: Graag gedaan.
[00:01:40] Interviewer: Hoe komt u bij mevrouw binnen?
[00:01:46] Karin: Via de huisarts. Die belde.
",
        turns: &[
            ("Interviewer", "We nemen"),
            ("Karin", "Graag gedaan"),
            ("Interviewer", "Hoe komt"),
            ("Karin", "Via de huisarts"),
        ],
        times: &[5_000, 11_000, 100_000, 106_000],
    },
    Layout {
        name: "tijd tussen naam en dubbele punt",
        text: "\
Interviewer [00:00:05]: We nemen op.
Karin [00:00:11]: Prima. Zeg het maar.
Interviewer [00:01:40]: Hoe vaak komt u daar?
Karin [00:01:46]: Twee keer per week, soms drie.
",
        turns: &[("Interviewer", "We nemen"), ("Karin", "Prima."), ("Interviewer", "Hoe vaak"), ("Karin", "Twee keer")],
        times: &[5_000, 11_000, 100_000, 106_000],
    },
    Layout {
        name: "tijd achter de dubbele punt",
        text: "\
Interviewer: [00:03:12] En de nachtdienst?
Sjoerd: [00:03:15] Die doe ik niet meer. Ik heb twee kleintjes.
Interviewer: [00:03:21] Snap ik.
Sjoerd: Maar ik mis 't soms wel, [00:03:30] die stilte.
",
        turns: &[
            ("Interviewer", "En de nachtdienst"),
            ("Sjoerd", "Die doe ik"),
            ("Interviewer", "Snap ik"),
            ("Sjoerd", "Maar ik mis"),
        ],
        times: &[192_000, 195_000, 201_000, 210_000],
    },
    Layout {
        name: "naam en tijd op een eigen regel, automatisch",
        text: "\
Speaker 1 00:00:03
Goedemorgen, wil je je even voorstellen?

Speaker 2 00:00:07
Ja, ik ben Erik, de neef van tante Wil.

Speaker 1 00:00:12
En je woont in Utrecht.

Speaker 2 00:00:14
Klopt.
",
        turns: &[
            ("Speaker 1", "Goedemorgen"),
            ("Speaker 2", "Ja, ik ben"),
            ("Speaker 1", "En je woont"),
            ("Speaker 2", "Klopt."),
        ],
        times: &[3_000, 7_000, 12_000, 14_000],
    },
    Layout {
        name: "vergaderprogramma: naam, spaties, minuten",
        text: "\
Anna de Vries   0:03
Hoor je mij?

Nel Hofman   0:06
Ja, nu wel. Daarnet was je weg.

Anna de Vries   0:11
Mooi. Dan zet ik de opname aan.

Nel Hofman   1:02
Goed.
",
        turns: &[
            ("Anna de Vries", "Hoor je"),
            ("Nel Hofman", "Ja, nu wel"),
            ("Anna de Vries", "Mooi. Dan"),
            ("Nel Hofman", "Goed."),
        ],
        times: &[3_000, 6_000, 11_000, 62_000],
    },
    Layout {
        name: "vergaderprogramma: tijdsbereik, naam, tekst",
        text: "\
0:0:0.0 --> 0:0:2.510
Anna de Vries
Hoor je mij?

0:0:3.40 --> 0:0:9.0
Nel Hofman
Ja, nu wel.

0:0:9.500 --> 0:0:12.250
Anna de Vries
Mooi zo.

0:0:13.0 --> 0:0:14.0
Nel Hofman
Goed, begin maar.
",
        turns: &[
            ("Anna de Vries", "Hoor je"),
            ("Nel Hofman", "Ja, nu wel"),
            ("Anna de Vries", "Mooi zo"),
            ("Nel Hofman", "Goed, begin"),
        ],
        times: &[0, 3_400, 9_500, 13_000],
    },
    Layout {
        name: "spreker en tijd tussen haakjes, tekst eronder",
        text: "\
Spreker 1 (00:00:00)
Dus je bent hier geboren?

Spreker 2 (00:00:04)
In deze kamer zelfs. Toen was 't nog de opkamer.

Spreker 1 (00:00:15)
Bijzonder.
",
        turns: &[("Spreker 1", "Dus je bent"), ("Spreker 2", "In deze kamer"), ("Spreker 1", "Bijzonder.")],
        times: &[0, 4_000, 15_000],
    },
    Layout {
        name: "tijd, dan naam op dezelfde regel, tekst eronder",
        text: "\
00:00:04 Spreker 1
Zo, daar zijn we.

00:00:09 Spreker 2
Ik heb koek gehaald.

00:00:12 Spreker 1
Lekker.
",
        turns: &[("Spreker 1", "Zo, daar"), ("Spreker 2", "Ik heb koek"), ("Spreker 1", "Lekker.")],
        times: &[4_000, 9_000, 12_000],
    },
    Layout {
        name: "ondertitels met namen",
        text: "\
1
00:00:01,000 --> 00:00:04,250
Interviewer: Kijk gerust even rond.

2
00:00:04,500 --> 00:00:09,000
Fatima: Dit naaide ik zelf. Alles met de hand.

3
00:00:09,400 --> 00:00:11,000
Interviewer: Prachtig.
",
        turns: &[("Interviewer", "Kijk gerust"), ("Fatima", "Dit naaide"), ("Interviewer", "Prachtig.")],
        times: &[1_000, 4_500, 9_400],
    },
    Layout {
        name: "tienden aan het eind van de beurt",
        text: "\
I: Hoe was dat voor je? #00:00:12-4#

B: Zwaar. Ik wist niet wat ik moest doen. #00:00:20-9#

I: En nu? #00:00:22-0#

B: Nu gaat het. #00:00:25-3#
",
        turns: &[("I", "Hoe was"), ("B", "Zwaar."), ("I", "En nu?"), ("B", "Nu gaat")],
        times: &[12_400, 20_900, 22_000, 25_300],
    },
    Layout {
        name: "kopregels, dan het gesprek",
        text: "\
Transcript interview 3
Datum: 3 maart
Locatie: bij mevrouw thuis
Interviewer: Jan de Vries
Respondent: Anna

Interviewer: Zal ik beginnen?
Respondent: Ga uw gang.
Interviewer: Wat was de aanleiding voor de aanvraag?
Respondent: Mijn zoon ging niet meer naar school.
",
        turns: &[
            ("Interviewer", "Zal ik"),
            ("Respondent", "Ga uw gang"),
            ("Interviewer", "Wat was"),
            ("Respondent", "Mijn zoon"),
        ],
        times: &[],
    },
    Layout {
        name: "kopregels zonder witregel, initialen",
        text: "\
Onderwerp: mantelzorg
Geïnterviewde: mevrouw T. Jansen (64)
Interviewer: Lotte Smit
Duur: 00:48:10
LS: Hoe bent u erin gerold?
TJ: Vanzelf. Dat gaat vanzelf, zoiets.
LS: Had u een keuze?
TJ: Je hebt altijd een keuze, zeggen ze.
",
        turns: &[("LS", "Hoe bent"), ("TJ", "Vanzelf."), ("LS", "Had u"), ("TJ", "Je hebt")],
        times: &[],
    },
    Layout {
        name: "aanduiding bovenaan, dan letters",
        text: "\
M: moeder
D: dochter
I: interviewer

I: Wie doet de boodschappen?
M: Zij.
D: Ik, ja. Op zaterdag.
I: En de was?
M: Die doe ik nog zelf.
D: Nou...
",
        turns: &[
            ("I", "Wie doet"),
            ("M", "Zij."),
            ("D", "Ik, ja."),
            ("I", "En de was"),
            ("M", "Die doe"),
            ("D", "Nou..."),
        ],
        times: &[],
    },
    Layout {
        name: "kopjes tussen de beurten",
        text: "\
# Interview met Toos

## Vroeger

Interviewer: U was kookster?

Toos: Bij feesten. Tot tweehonderd man.

## Nu

Interviewer: Kookt u nog?

Toos: Ik mag niet meer bij 't gas.
",
        turns: &[("Interviewer", "U was"), ("Toos", "Bij feesten"), ("Interviewer", "Kookt u"), ("Toos", "Ik mag")],
        times: &[],
    },
    Layout {
        name: "automatisch, met streepje laag",
        text: "\
[SPEAKER_00]: dus dan begint het gewoon weer opnieuw
[SPEAKER_01]: ja precies elke ochtend
[SPEAKER_00]: en hoe hou je dat vol
[SPEAKER_01]: niet
",
        turns: &[
            ("SPEAKER_00", "dus dan"),
            ("SPEAKER_01", "ja precies"),
            ("SPEAKER_00", "en hoe"),
            ("SPEAKER_01", "niet"),
        ],
        times: &[],
    },
    Layout {
        name: "kleine letters",
        text: "\
interviewer: en wat zei de gemeente
moeder: dat we moesten wachten
interviewer: hoe lang
moeder: dat zeiden ze niet
vader: drie maanden werd het
",
        turns: &[
            ("interviewer", "en wat"),
            ("moeder", "dat we"),
            ("interviewer", "hoe lang"),
            ("moeder", "dat zeiden"),
            ("vader", "drie maanden"),
        ],
        times: &[],
    },
    Layout {
        name: "noten bij de naam",
        text: "\
Interviewer: Mis je hem?

Toos (lacht): Die? Nee.

Interviewer: Echt niet?

Toos: Soms. (stilte) Als 't regent.

Toos (zachtjes): Dan wel.
",
        turns: &[
            ("Interviewer", "Mis je"),
            ("Toos", "Die? Nee."),
            ("Interviewer", "Echt niet"),
            ("Toos", "Soms."),
            ("Toos", "Dan wel."),
        ],
        times: &[],
    },
    Layout {
        name: "hard afgebroken regels",
        text: "\
Interviewer: Kunt u iets vertellen over de eerste keer dat u merkte
dat er iets niet klopte, en wat u toen gedaan hebt?
Henk: Dat was in de bus. Ik reed altijd lijn vijf, en zij zat dan
achter me, op het bankje bij de deur. En ineens vroeg ze waar we
heen gingen. Naar huis, zei ik. Toen keek ze me aan alsof ik een
vreemde was.
Interviewer: Wat ging er door u heen?
Henk: Niks. Ik moest rijden.
",
        turns: &[("Interviewer", "Kunt u"), ("Henk", "Dat was"), ("Interviewer", "Wat ging"), ("Henk", "Niks.")],
        times: &[],
    },
    Layout {
        name: "accenten, emoji en een vreemde naam",
        text: "\
Interviewer: Zoë, jij bent de jongste? 🙂
Zoë: Ja, en Daniël de oudste.
Interviewer: Cliënten, noem je ze zo?
Zoë: Nee joh. Gewoon bij hun naam.
Daniël: Ik zeg wel eens cliënt.
Zoë: Typisch.
",
        turns: &[
            ("Interviewer", "Zoë, jij"),
            ("Zoë", "Ja, en"),
            ("Interviewer", "Cliënten"),
            ("Zoë", "Nee joh."),
            ("Daniël", "Ik zeg"),
            ("Zoë", "Typisch."),
        ],
        times: &[],
    },
    Layout {
        name: "antwoorden in vele alinea's",
        text: "\
Interviewer: Wat heeft u het meest geholpen?

Marian: De regelmaat. Elke ochtend om acht uur dezelfde zuster aan de deur.

Het klinkt misschien raar, maar dat gezicht was belangrijker dan wat ze kwam doen.

Op een gegeven moment kwam er een ander. Een aardige meid hoor, daar niet van.

Maar mijn moeder hield de deur dicht.

Toen heb ik gebeld.

Interviewer: Met wie?

Marian: Met de planning.

Die zeiden dat het niet anders kon.
",
        turns: &[
            ("Interviewer", "Wat heeft"),
            ("Marian", "De regelmaat"),
            ("Interviewer", "Met wie"),
            ("Marian", "Met de planning"),
        ],
        times: &[],
    },
    Layout {
        name: "kort fragment",
        text: "Interviewer: En toen?\nRiek: Toen was 't gebeurd.\n",
        turns: &[("Interviewer", "En toen?"), ("Riek", "Toen was")],
        times: &[],
    },
    Layout {
        name: "hoofdletternaam zonder leesteken",
        text: "\
ANNA Ik dacht dat jij zou bellen.

PIETER Ik? Waarom ik?

ANNA Omdat je dat gezegd had.

PIETER Dat weet ik niet meer.
",
        turns: &[("ANNA", "Ik dacht"), ("PIETER", "Ik? Waarom"), ("ANNA", "Omdat je"), ("PIETER", "Dat weet")],
        times: &[],
    },
    Layout {
        name: "tijd in punthaken en accolades",
        text: "\
<00:12:33> Interviewer: Waar waren we?
<00:12:36> Wil: Bij de sleutels.
{00:13:01} Interviewer: O ja.
{00:13:04} Wil: Ik had ze gewoon in mijn tas, hoor.
",
        turns: &[("Interviewer", "Waar waren"), ("Wil", "Bij de"), ("Interviewer", "O ja."), ("Wil", "Ik had")],
        times: &[753_000, 756_000, 781_000, 784_000],
    },
    Layout {
        name: "naam vet op een eigen regel",
        text: "\
**Anna**

Ik kwam binnen en iedereen was stil.

**Interviewer**

Wat deed je?

**Anna**

Weer weg. Zo'n sfeer, daar kan ik niet tegen.
",
        turns: &[("Anna", "Ik kwam"), ("Interviewer", "Wat deed"), ("Anna", "Weer weg")],
        times: &[],
    },
    Layout {
        name: "seconden met duizendsten, tekst ernaast",
        text: "\
00:00:01.500 Interviewer: Zo, hij loopt.
00:00:03.250 Toos: Moet ik nu netjes praten?
00:00:05.000 Interviewer: Gewoon zoals altijd.
",
        turns: &[("Interviewer", "Zo, hij"), ("Toos", "Moet ik"), ("Interviewer", "Gewoon zoals")],
        times: &[1_500, 3_250, 5_000],
    },
    Layout {
        name: "vier personen aan tafel, één zegt één keer iets",
        text: "\
Interviewer: Wie regelt de medicijnen?
Marian: Bennie.
Bennie: Ik dus.
Toos: Ik kan dat best zelf.
Marian: Mam.
Bennie: Laat maar.
Sjoerd: Mag ik er even tussen?
Interviewer: Ja natuurlijk.
Toos: Daar heb je hem ook weer.
",
        turns: &[
            ("Interviewer", "Wie regelt"),
            ("Marian", "Bennie."),
            ("Bennie", "Ik dus."),
            ("Toos", "Ik kan"),
            ("Marian", "Mam."),
            ("Bennie", "Laat maar."),
            ("Sjoerd", "Mag ik"),
            ("Interviewer", "Ja natuurlijk"),
            ("Toos", "Daar heb"),
        ],
        times: &[],
    },
    Layout {
        name: "functies met een bijvoeglijk woord",
        text: "\
Interviewer: Wie had de regie?

Maatschappelijk werker: Op papier ik.

Persoonlijk begeleider: In de praktijk niemand.

Interviewer: En de familie?

Maatschappelijk werker: Die wisten van niks.

Persoonlijk begeleider: Dat is niet helemaal waar.
",
        turns: &[
            ("Interviewer", "Wie had"),
            ("Maatschappelijk werker", "Op papier"),
            ("Persoonlijk begeleider", "In de praktijk"),
            ("Interviewer", "En de familie"),
            ("Maatschappelijk werker", "Die wisten"),
            ("Persoonlijk begeleider", "Dat is niet"),
        ],
        times: &[],
    },
    Layout {
        name: "onderzoeker en deelnemers met nummer",
        text: "\
Onderzoeker: Stelt u zich even voor.
Deelnemer 1: Henk, gepensioneerd.
Deelnemer 2: Ik ben Joke, ik wandel met Fatima.
Deelnemer 3: Zeg maar Nel.
Onderzoeker: Dank.
Deelnemer 2: Zijn we met z'n drieën?
",
        turns: &[
            ("Onderzoeker", "Stelt u"),
            ("Deelnemer 1", "Henk, gep"),
            ("Deelnemer 2", "Ik ben"),
            ("Deelnemer 3", "Zeg maar"),
            ("Onderzoeker", "Dank."),
            ("Deelnemer 2", "Zijn we"),
        ],
        times: &[],
    },
    Layout {
        name: "spatie voor de dubbele punt, punt na de letter",
        text: "\
I. : Wat is het eerste dat u zich herinnert?
R. : De geur van de stal.
I. : En geluiden?
R. : Mijn vader die floot.
",
        turns: &[("I.", "Wat is"), ("R.", "De geur"), ("I.", "En geluiden"), ("R.", "Mijn vader")],
        times: &[],
    },
    Layout {
        name: "aantekeningen vooraf, dan het gesprek",
        text: "\
Het gesprek vindt plaats in de kamer. De hond ligt onder de tafel. Mevrouw heeft koffie gezet en zet de
radio uit als ik erom vraag.

Interviewer: Mag de recorder aan?

Nel: Als u er maar niks geks mee doet.

Interviewer: Nee hoor.

Einde opname.
",
        turns: &[("Interviewer", "Mag de"), ("Nel", "Als u"), ("Interviewer", "Nee hoor.")],
        times: &[],
    },
    Layout {
        name: "dubbele naam en streepje in de naam",
        text: "\
Anne-Marie: Ik begin wel.
D'Hondt: Ga je gang.
Anne-Marie: We wonen hier sinds ’98.
D'Hondt: Sinds ’97.
Anne-Marie: Zie je, daar heb je het al.
",
        turns: &[
            ("Anne-Marie", "Ik begin"),
            ("D'Hondt", "Ga je"),
            ("Anne-Marie", "We wonen"),
            ("D'Hondt", "Sinds ’97"),
            ("Anne-Marie", "Zie je"),
        ],
        times: &[],
    },
    Layout {
        name: "tijdmarkeringen tussen de beurten op eigen regels",
        text: "\
[00:05:00]

Interviewer: Had u dat verwacht?

Karin: Nee.

[00:10:00]

Interviewer: En achteraf?

Karin: Achteraf wel, ja. Ze zei al maanden rare dingen.

[00:15:00]
",
        turns: &[
            ("Interviewer", "Had u"),
            ("Karin", "Nee."),
            ("Interviewer", "En achteraf"),
            ("Karin", "Achteraf wel"),
        ],
        times: &[300_000, 600_000, 900_000],
    },
    Layout {
        name: "nummer in een eigen regelnummering met twee spaties",
        text: "\
1  Interviewer: Hoe laat stond je op?
2  Bennie: Half vijf.
3  Interviewer: Elke dag?
4  Bennie: De koeien weten niet dat 't zondag is.
",
        turns: &[
            ("Interviewer", "Hoe laat"),
            ("Bennie", "Half vijf"),
            ("Interviewer", "Elke dag"),
            ("Bennie", "De koeien"),
        ],
        times: &[],
    },
    Layout {
        name: "letter B voor de geïnterviewde en O voor de onderzoeker",
        text: "\
O: Kun je dat uitleggen?
B: Ik weet niet hoe.
O: Probeer maar.
B: Het is alsof je de hele dag op visite bent in je eigen huis.
",
        turns: &[("O", "Kun je"), ("B", "Ik weet"), ("O", "Probeer"), ("B", "Het is")],
        times: &[],
    },
    Layout {
        name: "de heer en mevrouw, hoofdletters en afkortingen",
        text: "\
Interviewer: Hoe lang bent u getrouwd?

Dhr. Wessels: Achtenvijftig jaar.

Mw. Wessels: Negenenvijftig.

Dhr. Wessels: Zij houdt het bij.

Mw. Wessels: Iemand moet het doen.
",
        turns: &[
            ("Interviewer", "Hoe lang"),
            ("Dhr. Wessels", "Achten"),
            ("Mw. Wessels", "Negen"),
            ("Dhr. Wessels", "Zij houdt"),
            ("Mw. Wessels", "Iemand moet"),
        ],
        times: &[],
    },
    Layout {
        name: "interviewer met naam tussen haakjes, twee interviewers",
        text: "\
Interviewer (Lotte): Zal ik?
Interviewer (Bas): Doe maar.
Respondent: Wie stelt nou de vragen?
Interviewer (Lotte): Ik begin.
Interviewer (Bas): Ik schrijf.
Respondent: Prima.
",
        turns: &[
            ("Interviewer (Lotte)", "Zal ik"),
            ("Interviewer (Bas)", "Doe maar"),
            ("Respondent", "Wie stelt"),
            ("Interviewer (Lotte)", "Ik begin"),
            ("Interviewer (Bas)", "Ik schrijf"),
            ("Respondent", "Prima."),
        ],
        times: &[],
    },
    Layout {
        name: "transcriptieprogramma: tijd, streepje, naam met dubbele punt",
        text: "\
00:00:02 - Spreker 1: Ben je zover?
00:00:04 - Spreker 2: Bijna, ik pak even water.
00:00:09 - Spreker 1: Rustig aan.
",
        turns: &[("Spreker 1", "Ben je"), ("Spreker 2", "Bijna"), ("Spreker 1", "Rustig")],
        times: &[2_000, 4_000, 9_000],
    },
    Layout {
        name: "Vraag en Antwoord op eigen regels",
        text: "\
Vraag:
Wat heeft het u gebracht?

Antwoord:
Rust. En ruzie met mijn zus, maar dat zat er al.

Vraag:
Zou u het weer doen?

Antwoord:
Ja.
",
        turns: &[("Vraag", "Wat heeft"), ("Antwoord", "Rust."), ("Vraag", "Zou u"), ("Antwoord", "Ja.")],
        times: &[],
    },
];
