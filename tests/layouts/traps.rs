//! What looks like a speaker or a time mark and is none, in interviews and in other texts.

use super::Layout;

pub(crate) const TRAPS: &[Layout] = &[
    Layout {
        name: "let op, bijvoorbeeld, dus",
        text: "\
Interviewer: Hoe ging de aanvraag?

Henk: Ze zeiden:

Let op: u moet het zelf invullen.

Bijvoorbeeld: hoe vaak ze valt.

Dus: ik heb het ingevuld.

Interviewer: En toen?

Henk: Nou ja, toen zei ze: dat is de verkeerde versie.
",
        turns: &[
            ("Interviewer", "Hoe ging"),
            ("Henk", "Ze zeiden:"),
            ("Interviewer", "En toen?"),
            ("Henk", "Nou ja, toen zei ze: dat"),
        ],
        times: &[],
    },
    Layout {
        name: "een losse maat",
        text: "\
Interviewer: Kent u de streek goed?
Gerrit: Als mijn broekzak.
Oppervlakte: 2106 km²
Interviewer: Dat is groot.
Gerrit: Zat ruimte.
",
        turns: &[
            ("Interviewer", "Kent u"),
            ("Gerrit", "Als mijn broekzak"),
            ("Interviewer", "Dat is"),
            ("Gerrit", "Zat ruimte"),
        ],
        times: &[],
    },
    Layout {
        name: "alleen een maat",
        text: "De gemeente ligt aan de rivier.\n\nOppervlakte: 2106 km²\n\nEr wonen vooral boeren.\n",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "kloktijden in spraak",
        text: "\
I: Wanneer kwam hij thuis?
R: Om 12:33 ging de bel, dat weet ik precies, want ik keek op de klok. (om 12:33 gebeld)
I: En de dokter?
R: Kwart over 3, 15:15 ofzo. En om 16:00 uur was ie weer weg, met de bus van kwart voor vijf (16:45).
",
        turns: &[("I", "Wanneer"), ("R", "Om 12:33"), ("I", "En de dokter"), ("R", "Kwart over 3")],
        times: &[],
    },
    Layout {
        name: "Bijbel en verhoudingen",
        text: "\
Interviewer: Put u kracht uit uw geloof?
Fatima: Bij ons is het anders, maar de dominee las Joh. 3:16 voor, en Psalm 23:4.
Interviewer: Met hoeveel was u?
Fatima: Twee op één, dus 2:1, de vrouwen wonnen.
Johannes 3:16
Interviewer: Mooi.
",
        turns: &[
            ("Interviewer", "Put u"),
            ("Fatima", "Bij ons"),
            ("Interviewer", "Met hoeveel"),
            ("Fatima", "Twee op"),
            ("Interviewer", "Mooi."),
        ],
        times: &[],
    },
    Layout {
        name: "webadressen",
        text: "\
Interviewer: Waar vond je dat?
Samira: Op internet.
https://www.voorbeeld.nl/zorg:12:33
http://voorbeeld.nl
Interviewer: Stuur je de link door?
Samira: Doe ik. mailto:iemand@voorbeeld.nl
",
        turns: &[
            ("Interviewer", "Waar vond"),
            ("Samira", "Op internet"),
            ("Interviewer", "Stuur je"),
            ("Samira", "Doe ik"),
        ],
        times: &[],
    },
    Layout {
        name: "alleen een kop, daarna vrije tekst",
        text: "\
Datum: 12-03-2021 09:30:00
Locatie: Deventer
Respondent nummer: 12
Interviewer: Lotte Smit
Duur: 00:58:12

Mevrouw woont alleen op de derde verdieping. Ze deed zelf open en zette thee.

Ze vertelde over haar werk als hoofdverpleegkundige.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "kop met witregels ertussen",
        text: "\
Interviewnummer: 7

Interviewer: Jan de Vries

Respondent: mevrouw A. Bos, 71 jaar

Datum: vrijdag 4 juni

Interviewer: Zullen we?

Respondent: Ja, steek van wal.

Interviewer: Waar woonde u toen?

Respondent: In Almelo nog.
",
        turns: &[
            ("Interviewer", "Zullen we?"),
            ("Respondent", "Ja, steek"),
            ("Interviewer", "Waar woonde"),
            ("Respondent", "In Almelo"),
        ],
        times: &[],
    },
    Layout {
        name: "wie erbij waren, zonder andere velden",
        text: "\
Interviewer: Jan de Vries
Moeder: Anna Bos

Interviewer: Fijn dat het kon.
Moeder: Tuurlijk.
Interviewer: Hoe is het met Tim?
Moeder: Wisselend.
",
        turns: &[
            ("Interviewer", "Fijn dat"),
            ("Moeder", "Tuurlijk."),
            ("Interviewer", "Hoe is"),
            ("Moeder", "Wisselend."),
        ],
        times: &[],
    },
    Layout {
        name: "korte eerste vraag is geen kop",
        text: "\
Interviewer: Aandachtspunten

Resp 1: Dat je op tijd begint. Mensen zijn druk.

Interviewer: Suggesties

Resp 1: Meer bekendheid.
",
        turns: &[
            ("Interviewer", "Aandachtspunten"),
            ("Resp 1", "Dat je"),
            ("Interviewer", "Suggesties"),
            ("Resp 1", "Meer bekend"),
        ],
        times: &[],
    },
    Layout {
        name: "opsomming in een beurt",
        text: "\
Interviewer: Wat zijn de voor- en nadelen?

Sjoerd: Ik heb het opgeschreven.

- Voordeel: je kent iedereen.
- Nadeel: iedereen kent jou.
- Kosten: benzine.

Interviewer: Helder.

Sjoerd: Toch?
",
        turns: &[("Interviewer", "Wat zijn"), ("Sjoerd", "Ik heb"), ("Interviewer", "Helder."), ("Sjoerd", "Toch?")],
        times: &[],
    },
    Layout {
        name: "genummerde opsomming in een beurt",
        text: "\
Interviewer: Welke stappen nam je?

Karin: Deze:

1. Bellen: dat duurt altijd lang.
2. Formulier: drie bladzijden.
3. Wachten: zes weken.

Interviewer: En dan?

Karin: Dan begint het pas.
",
        turns: &[("Interviewer", "Welke"), ("Karin", "Deze:"), ("Interviewer", "En dan?"), ("Karin", "Dan begint")],
        times: &[],
    },
    Layout {
        name: "NB en noten van de transcribent",
        text: "\
I: Mag ik even storen?
R: Ja hoor.
NB: op de achtergrond speelt de radio.
I: Waar waren we?
R: Bij de hond.
Opmerking: respondent staat op.
",
        turns: &[("I", "Mag ik"), ("R", "Ja hoor."), ("I", "Waar waren"), ("R", "Bij de hond")],
        times: &[],
    },
    Layout {
        name: "toneelaanwijzingen tussen haken",
        text: "\
Interviewer: En je broer?
[Stilte]
Bennie: Die praat niet.
[lacht]
Interviewer: Met jou niet?
[Stilte]
Bennie: Met niemand.
[onverstaanbaar]
",
        turns: &[
            ("Interviewer", "En je broer"),
            ("Bennie", "Die praat"),
            ("Interviewer", "Met jou"),
            ("Bennie", "Met niemand"),
        ],
        times: &[],
    },
    Layout {
        name: "aangehaalde spraak in een beurt",
        text: "\
Interviewer: Wat zei de wijkagent?

Nel: Die stond voor de deur.

Hij zei: mevrouw, u moet even gaan zitten.

En ik zo: waarom dan?

Mijn man riep: laat die man binnen!

Interviewer: Schrikken.

Nel: Nou.
",
        turns: &[("Interviewer", "Wat zei"), ("Nel", "Die stond"), ("Interviewer", "Schrikken."), ("Nel", "Nou.")],
        times: &[],
    },
    Layout {
        name: "verslag met koppen en dubbele punten",
        text: "\
Casus 3: gezin in de wijk

Leeftijd: 45 jaar
Woonsituatie: huurwoning
Problematiek: schulden en eenzaamheid

Aanleiding: de woningbouw dreigt met uitzetting.

Het netwerk bestaat uit een broer en twee buren. De conferentie duurde vier uur.

Resultaat: er ligt een plan.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "terugkerende velden per persoon",
        text: "\
Naam: Anna
Leeftijd: 45
Rol: moeder

Naam: Tim
Leeftijd: 16
Rol: zoon

Naam: Gerrit
Leeftijd: 70
Rol: buurman
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "respondenten als velden",
        text: "\
Respondent: moeder
Herkomst: Almelo

Respondent: vader
Herkomst: Borne

Respondent: zoon
Herkomst: Almelo
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "recept",
        text: "\
Grootmoeders appeltaart

Deeg: 300 gram bloem, 200 gram boter.
Vulling: zes appels, kaneel, rozijnen.

Bereiding: kneed het deeg en laat het rusten.
Oven: 175 graden, een uur.
Tip: lekker met slagroom.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "dagprogramma",
        text: "\
Programma studiedag

09:30 Inloop met koffie
10:00 Opening
12:30 Lunch
13:15 Workshops
16:00 Borrel
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "dienstregeling, namen en tijden",
        text: "\
Enschede 12:33
Hengelo 12:41
Almelo 12:55

Deventer 13:20
Apeldoorn 13:31
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "dagboek met kloktijden",
        text: "\
8:15 wakker, slecht geslapen
9:00 Jan gewassen
12:33 gebeld met de huisarts
15:15 bezoek van Anita
22:00 naar bed
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "tabel met tabs",
        text: "Groep\tN\t%\nHoofdpersonen\t12\t20,3\nNetwerk\t31\t52,5\nTotaal\t43\t100\n\nGroep\tN\t%\n\
               Hoofdpersonen\t9\t18,0\nNetwerk\t41\t82,0\nTotaal\t50\t100\n",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "woordenlijst met streepjes",
        text: "\
Noaber – iemand die naast je woont en klaarstaat.
Heem – het erf rond de boerderij.
Moi – hallo, en ook tot ziens.
Klef – plakkerig.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "brief",
        text: "\
Beste Anna,

Hierbij de afspraken van gisteren:

Jan: belt de huisarts.
Els: regelt de boodschappen.
Wij: komen woensdag langs.

Groet,
Marloes
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "rapport met kopjes alleen op de regel",
        text: "\
Inleiding

Dit rapport gaat over de inzet van vrijwilligers in drie dorpen.

Methode

Er zijn twaalf gesprekken gevoerd aan de keukentafel.

Kosten

De kosten bleven gelijk aan die van het jaar ervoor.

Opbrengst

De opbrengst is lastig te meten, maar niet nul.

Kosten

Over de gehele looptijd vielen de kosten lager uit.

Opbrengst

Ook hier geldt dat niet alles in geld is uit te drukken.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "vette tussenkoppen",
        text: "\
**Aanleiding**
De familie vroeg om hulp.

**Verloop**
Er kwamen negen mensen. Het werd laat.

**Uitkomst**
Een plan, en een datum.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "meerkeuzevragen",
        text: "\
1. Hoe tevreden bent u met de hulp?
A: zeer tevreden over alles
B: tevreden over het meeste
C: niet tevreden

2. Zou u het anderen aanraden?
A: ja, zonder meer
B: misschien, het hangt ervan af
C: nee, liever niet
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "keuzes binnen een beurt",
        text: "\
I: Welke mogelijkheden waren er?
R: Twee.
A: we doen niks, dan gaat ze vanzelf naar huis.
B: we bellen de familie en die komt.
I: En wat werd het?
R: Het tweede.
",
        turns: &[("I", "Welke"), ("R", "Twee."), ("I", "En wat"), ("R", "Het tweede")],
        times: &[],
    },
    Layout {
        name: "Romeinse cijfers",
        text: "\
I: Inleiding op het onderwerp
II: Wat er al bekend is
III: Opzet van het veldwerk
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "statistiek",
        text: "Het model past goed bij de gegevens.\n\nR: 0,83\nR2: 0,69\nN: 37\n\nDe samenhang is sterk te noemen.\n",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "gespreksleidraad",
        text: "\
Vraag 1: Hoe ziet je week eruit?
Vraag 2: Wie helpt je daarbij?
Vraag 3: Wat zou je anders willen?

Doorvragen: waarom, hoe lang al, met wie.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "weekoverzicht",
        text: "\
Maandag: naar de dagbesteding, de bus komt om 9:00.
Dinsdag: vrij.
Woensdag: Joke komt wandelen.
Donderdag: naar de dagbesteding.
Vrijdag: vis.

Maandag: weer naar de dagbesteding.
Dinsdag: kapper.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "lopend verhaal",
        text: "\
Toen ik haar voor het eerst bezocht, was de gang vol kranten. Ze zei: kom verder, let niet op de rommel.

Later begreep ik het: ze durfde niets weg te gooien. Elk papier kon een rekening zijn.

Haar zoon belde om 12:33 en om 15:15, elke dag opnieuw.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "gedicht van eenwoordregels",
        text: "\
Water
stroomt
Water
blijft
Water
zwijgt
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "afkortingenlijst",
        text: "\
Wmo: Wet maatschappelijke ondersteuning
MDO: multidisciplinair overleg
POH: praktijkondersteuner huisarts
GGZ: geestelijke gezondheidszorg
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "afkorting vooraan een alinea",
        text: "\
GGZ Drenthe deed mee aan het onderzoek, net als twee gemeenten.

De GGZ was vanaf het begin betrokken.

GGZ Nederland juichte dat toe.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "duur van iets anders",
        text: "\
Interviewer: Liep je toen nog hard?
Erik: Ja, de marathon in 2:58:31, dat was mijn beste tijd.
Interviewer: En nu?
Erik: Nu wandel ik. De uitslag was 3:12 tegen Utrecht, zal ik maar zeggen.
",
        turns: &[
            ("Interviewer", "Liep je"),
            ("Erik", "Ja, de marathon"),
            ("Interviewer", "En nu?"),
            ("Erik", "Nu wandel"),
        ],
        times: &[],
    },
    Layout {
        name: "smileys en dubbele punten zonder spatie",
        text: "\
Anna: Leuk :)
Interviewer: Wat bedoel je?
Haha :-) Dat zeg ik maar zo.
Anna: Niks. Verhouding 1:3, schaal 1:50000.
Interviewer: Oké.
",
        turns: &[("Anna", "Leuk :)"), ("Interviewer", "Wat bedoel"), ("Anna", "Niks."), ("Interviewer", "Oké.")],
        times: &[],
    },
    Layout {
        name: "verklaring die op een antwoord volgt",
        text: "\
Interviewer: Hoe werkt dat, zo'n indicatie?

Marloes: Er zijn drie dingen die ik altijd vertel.

Specifiek voor thuiswonende ouderen: je moet zelf aan de bel trekken.

Ten tweede: bewaar alles.

Het belangrijkste: laat je niet afschepen.

Interviewer: Dank je.

Marloes: Graag gedaan.
",
        turns: &[
            ("Interviewer", "Hoe werkt"),
            ("Marloes", "Er zijn"),
            ("Interviewer", "Dank je"),
            ("Marloes", "Graag gedaan"),
        ],
        times: &[],
    },
    Layout {
        name: "hard afgebroken verslag",
        text: "\
Het gesprek vond plaats bij de familie thuis, aan de keukentafel, in
aanwezigheid van de wijkverpleegkundige. Zij vatte de afspraken samen
als volgt: de zoon belt elke dag, de buurvrouw houdt een sleutel, en
Anna: de dochter, neemt de administratie over. Daarna is er koffie
gedronken en is een nieuwe afspraak gemaakt.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "tijd en datum in een logboek van bestanden",
        text: "\
Bestand: opname_12.mp3
Aangemaakt: 2021-03-04 12:33:05
Grootte: 48 MB
Versie: 1:02:03:04:05

Geen bijzonderheden.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "conclusie en samenvatting in een gesprek",
        text: "\
Interviewer: Kun je dat samenvatten?

Karin: Ja.

Conclusie: vertrouwen komt te voet.

Advies: begin met één gezicht aan de deur.

Interviewer: En de rest?

Karin: Toelichting: dat volgt vanzelf.
",
        turns: &[
            ("Interviewer", "Kun je"),
            ("Karin", "Ja."),
            ("Interviewer", "En de rest?"),
            ("Karin", "Toelichting: dat"),
        ],
        times: &[],
    },
    Layout { name: "leeg en alleen wit", text: "  \n\t\n\n", turns: &[], times: &[] },
    Layout {
        name: "labels zonder iets eronder",
        text: "\
Interviewer:
Respondent:
Interviewer:
Respondent:
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "respondent leest een brief voor",
        text: "\
Interviewer: Wat stond er in die brief?

Henk: Wacht, ik lees hem voor.

Betreft: uw aanvraag.

Kenmerk: 2231-B.

Geachte heer: wij hebben uw verzoek ontvangen.

Interviewer: Geachte heer, dubbele punt?

Henk: Zo staat 't er.
",
        turns: &[("Interviewer", "Wat stond"), ("Henk", "Wacht, ik"), ("Interviewer", "Geachte"), ("Henk", "Zo staat")],
        times: &[],
    },
    Layout {
        name: "aangehaald gesprek dat zich herhaalt",
        text: "\
I: Hoe ging dat gesprek?
R: Nou, zo ongeveer:
Hij zei: je moet tekenen.
Ik zei: dat doe ik niet.
Hij zei: dan stopt het.
Ik zei: dan stopt het maar.
I: Dapper.
R: Dom.
",
        turns: &[("I", "Hoe ging"), ("R", "Nou, zo"), ("I", "Dapper."), ("R", "Dom.")],
        times: &[],
    },
    Layout {
        name: "sterke en zwakke punten na elkaar",
        text: "\
Interviewer: Som eens op.

Sjoerd: Komt ie.

Sterk: we kennen de mensen.
Zwak: we hebben geen tijd.
Kans: het nieuwe contract.
Bedreiging: hetzelfde contract.

Interviewer: Ha.

Sjoerd: Serieus.
",
        turns: &[("Interviewer", "Som eens"), ("Sjoerd", "Komt ie"), ("Interviewer", "Ha."), ("Sjoerd", "Serieus.")],
        times: &[],
    },
    Layout {
        name: "zelfstandig naamwoord met dubbele punt in een beurt",
        text: "\
Interviewer: Waar gaat het mis?

Karin: De communicatie. Altijd weer die communicatie.

Communicatie: dat is het hele verhaal.

Vertrouwen: dat volgt daaruit, en zonder vertrouwen begin je niks.

Interviewer: Duidelijk.

Karin: Vind ik ook.
",
        turns: &[
            ("Interviewer", "Waar gaat"),
            ("Karin", "De communicatie"),
            ("Interviewer", "Duidelijk."),
            ("Karin", "Vind ik"),
        ],
        times: &[],
    },
    Layout {
        name: "lijst van aanwezigen met rollen",
        text: "\
Aanwezig:
Anna Bos: moeder
Tim Bos: zoon
Gerrit Smit: buurman

De bijeenkomst begon om 19:30 en duurde tot 22:15.

Er is afgesproken dat Gerrit op dinsdag rijdt.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "uitslagen",
        text: "\
Uitslagen van zaterdag

Enschede – Hengelo 2:1
Almelo – Borne 0:0
Enschede – Almelo 3:2
Borne – Hengelo 1:1
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "vergadernotulen",
        text: "\
Notulen van het buurtoverleg

1. Opening: de voorzitter opent om 19:32.
2. Mededelingen: geen.
3. Rondvraag: Gerrit vraagt naar de verlichting.
4. Sluiting: 20:45 uur.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "telefoonnummers, prijzen en adressen",
        text: "\
Thuiszorg: 0570-123456
Huisarts: 0570-654321
Taxi: 12,50 per rit
Wmo-loket: Grote Markt 1

Thuiszorg: ook in het weekend
Huisarts: alleen op werkdagen
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "tijdstip in een beurt dat een regel begint",
        text: "\
I: Vertel eens over die nacht.
R: Dat weet ik nog precies.
03:12 werd ik wakker van de deur.
03:20 heb ik de politie gebeld.
I: Lang wachten?
R: Eindeloos.
",
        turns: &[("I", "Vertel"), ("R", "Dat weet"), ("I", "Lang"), ("R", "Eindeloos.")],
        times: &[],
    },
    Layout {
        name: "reistijd tussen haakjes",
        text: "\
Interviewer: Hoe kom je daar?
Samira: Met de trein van half negen (8:33), en dan nog een stuk met de bus.
Interviewer: Lang?
Samira: Een uur. De laatste bus terug is om (23:05) geloof ik.
",
        turns: &[
            ("Interviewer", "Hoe kom"),
            ("Samira", "Met de trein"),
            ("Interviewer", "Lang?"),
            ("Samira", "Een uur"),
        ],
        times: &[],
    },
    Layout {
        name: "verwijzingen en jaartallen",
        text: "\
Boeije (2014): over coderen in stappen.

Baarda (2019: 45) noemt dat labelen. Zie ook hoofdstuk 3:12 in dezelfde uitgave.

Braun: thematische analyse, een overzicht.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "vragenlijst met antwoorden in cijfers",
        text: "\
Hoe ervaart u de hulp? (schaal 0-10: 0 is slecht, 10 is goed)

Voormeting: 5
Nameting: 8

Voormeting: 6
Nameting: 7
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "namen van plaatsen met uitleg",
        text: "\
Borne: 24.000 inwoners, veel forenzen.
Lichtenvoorde: boerendorp, hechte gemeenschap.
Almelo: stad met een textielverleden.
Deventer: hier stond de flat.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "citaten in een verslag, één per respondent",
        text: "\
De respondenten noemen vooral de rust die terugkeerde.

Een moeder: “Eindelijk sliep ik weer.”

Ook de buren merkten het verschil, al zeiden ze dat niet met zoveel woorden.

Een buurman: “Je hoorde niks meer.”

Volgens de wijkagent daalde het aantal meldingen in een half jaar met de helft.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "kopjes in een gesprek met dezelfde naam als een spreker",
        text: "\
# Riek

Riek is 79 en woont in Borne.

Interviewer: Hoe gaat het?

Riek: Ik red me wel.

Interviewer: En de nachten?

Riek: Kort.
",
        turns: &[("Interviewer", "Hoe gaat"), ("Riek", "Ik red"), ("Interviewer", "En de nachten"), ("Riek", "Kort.")],
        times: &[],
    },
    Layout {
        name: "kop in vet, velden in Markdown",
        text: "\
**Datum:** 4 juni
**Plaats:** Almelo
**Interviewer:** Lotte Smit
**Respondent:** mevrouw Bos

**Interviewer:** Wat was uw werk?

**Respondent:** Naaister. Veertig jaar.

**Interviewer:** Dat is lang.
",
        turns: &[("Interviewer", "Wat was"), ("Respondent", "Naaister."), ("Interviewer", "Dat is lang")],
        times: &[],
    },
    Layout {
        name: "kop met tabs",
        text: "Datum\t4 juni\nInterviewer\tLotte Smit\nRespondent\tmevrouw Bos\n\nInterviewer\tWat was uw werk, vroeger?\n\
               Respondent\tNaaister, veertig jaar lang.\nInterviewer\tMist u het wel eens?\nRespondent\tElke dag.\n",
        turns: &[
            ("Interviewer", "Wat was"),
            ("Respondent", "Naaister"),
            ("Interviewer", "Mist u"),
            ("Respondent", "Elke dag"),
        ],
        times: &[],
    },
    Layout {
        name: "uitgeschreven emotie op eigen regels",
        text: "\
I: En toen hij overleed?
R: Toen was het stil.
(huilt)
Stilte: ongeveer een minuut.
I: Zullen we stoppen?
R: Nee, door.
",
        turns: &[("I", "En toen"), ("R", "Toen was"), ("I", "Zullen we"), ("R", "Nee, door")],
        times: &[],
    },
    Layout {
        name: "artikel met een formule en een noot",
        text: "\
Noot 1: de namen zijn veranderd.

De samenhang werd berekend als r = 0,83 (N = 37). P: kleiner dan 0,05.

Noot 2: zie de bijlage.
",
        turns: &[],
        times: &[],
    },
    Layout {
        name: "lied met refrein",
        text: "\
Refrein:
Wij gaan nog niet naar huis,
nog lange niet.

Couplet:
De avond valt, de lamp gaat aan,
wie zou er nu naar huis toe gaan.

Refrein:
Wij gaan nog niet naar huis,
nog lange niet.
",
        turns: &[],
        times: &[],
    },
];
