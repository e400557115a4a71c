//! Who was interviewed, and the codebook. Interviews are spread unevenly over cases; some respondents are interviewed
//! before and after the conference, so that they have two transcripts. The codebook has five themes, 33 labels of 20 to
//! 200 characters, and the codes unevenly under the labels; no two names are equal, whatever their level.

use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const REGIONS: &[&str] =
    &["Groningen", "Eindhoven", "Rotterdam", "Zuid-Holland", "Utrecht/Gelderland", "Friesland", "’s-Hertogenbosch"];

/// One transcript and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Interview {
    /// File name without ending; in the order of these names all files are written.
    pub(crate) transcript: String,
    /// The speaker label, also the respondent's name.
    pub(crate) respondent: String,
    /// The group the respondent belongs to.
    pub(crate) role: &'static str,
    /// The number of the case.
    pub(crate) case: String,
    /// Before or after.
    pub(crate) moment: &'static str,
    /// An attribute of the case.
    pub(crate) region: &'static str,
    /// An attribute of the respondent.
    pub(crate) age: u8,
}

/// Spreads the interviews over cases and respondents. With fewer interviews than cases each has its own case.
pub(crate) fn interviews(count: usize, cases: usize, rng: &mut impl Rng) -> Vec<Interview> {
    let cases = cases.clamp(1, count.max(1));
    let weights: Vec<u64> = (0..cases).map(|_| rng.random_range(3..=12)).collect();
    let (case_digits, respondent_digits) = (digits(cases).max(2), digits(count).max(3));
    let mut interviews = Vec::with_capacity(count);
    let mut respondent = 0;
    for (case, size) in (1..).zip(shares(count, &weights)) {
        let region = REGIONS.choose(rng).copied().unwrap_or_default();
        let (mut left, mut in_case) = (size, 0);
        while left > 0 {
            respondent += 1;
            in_case += 1;
            let role = match (in_case, rng.random_range(0..10)) {
                (1, _) => "hoofdpersoon",
                (3, _) => "coördinator",
                (_, 0..=5) => "sociaal netwerk",
                _ => "professional",
            };
            let age = if role == "sociaal netwerk" { rng.random_range(12..=88) } else { rng.random_range(23..=66) };
            let moments: &[(u8, &str)] = match rng.random_range(0..10) {
                0..=4 if left > 1 => &[(1, "voormeting"), (2, "nameting")],
                5 | 6 => &[(1, "voormeting")],
                _ => &[(2, "nameting")],
            };
            for (number, moment) in moments {
                interviews.push(Interview {
                    transcript: format!("casus-{case:0case_digits$}-resp-{respondent:0respondent_digits$}-m{number}"),
                    respondent: format!("Resp {respondent}"),
                    role,
                    case: case.to_string(),
                    moment,
                    region,
                    age,
                });
            }
            left -= moments.len();
        }
    }
    interviews
}

/// The participants table.
pub(crate) fn participants_csv(interviews: &[Interview]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["transcript", "respondent", "rol", "casus", "moment", "case:regio", "leeftijd"])?;
    for one in interviews {
        let age = one.age.to_string();
        table.write_record([&one.transcript, &one.respondent, one.role, &one.case, one.moment, one.region, &age])?;
    }
    Ok(table.into_inner()?)
}

/// Divides a total over weights; each gets at least one when there is enough, and together they are the total.
pub(crate) fn shares(total: usize, weights: &[u64]) -> Vec<usize> {
    let floor = usize::from(total >= weights.len());
    let rest = u128::try_from(total - floor * weights.len()).expect("a usize fits in 128 bits");
    let all = weights.iter().copied().map(u128::from).sum::<u128>().max(1);
    let (mut passed, mut given) = (0, 0);
    let mut share = |weight: u64| {
        passed += u128::from(weight);
        let upto = usize::try_from(rest * passed / all).expect("never more than the total, which is a usize");
        upto - std::mem::replace(&mut given, upto)
    };
    weights.iter().map(|&weight| floor + share(weight)).collect()
}

fn digits(number: usize) -> usize {
    number.to_string().len()
}

const THEMES: &[(&str, &str, usize)] = &[
    ("De stap naar het netwerk", "Mensen vragen pas hulp aan hun netwerk als zwijgen meer kost dan schaamte", 9),
    ("Regie en zeggenschap", "Wie zelf beslist wie er komt, houdt het plan ook daarna in handen", 7),
    (
        "Samenspel tussen netwerk en professionals",
        "Professionals en netwerk vullen elkaar aan zolang zij elkaar kennen",
        7,
    ),
    ("De conferentie zelf", "Wat er op de dag gebeurt, hangt af van wat er vooraf is gezegd", 6),
    ("Wat er van het plan terechtkomt", "Een plan leeft zolang iemand ernaar vraagt", 4),
];

#[rustfmt::skip]
const WHO: &[&str] = &[
    "De hoofdpersoon", "Het netwerk", "De professional", "De coördinator", "De familie", "Een buurvrouw",
    "De gemeente", "Wie erbij zat", "Een van de kinderen", "De kring eromheen",
];
#[rustfmt::skip]
const DOES: &[&str] = &[
    "durft hulp te vragen", "trekt zich terug", "houdt de regie", "voelt zich gehoord", "wordt overvraagd",
    "neemt een taak over", "zegt 's avonds pas wat er speelt", "haakt af", "laat zich verrassen",
    "zet de eerste stap", "komt (weer) in beeld", "vertrouwt het niet: ‘eerst zien’", "maakt zo'n plan liever niet",
    "spreekt een ander aan",
];
#[rustfmt::skip]
const WHEN: &[&str] = &[
    " zodra er een plan ligt", " terwijl de afspraken vaag blijven", " als de schaamte minder wordt",
    " omdat niemand anders het doet", ", ook wanneer de professional daar anders over denkt",
    " en merkt dat oude ruzies even niet meetellen", ", maar alleen zolang iemand blijft bellen",
    " nadat de financiële zorgen op tafel zijn gekomen", " in de weken na de conferentie",
    ", al was het geïmproviseerd", " zonder dat iemand het had gevraagd",
];
#[rustfmt::skip]
const WHAT: &[&str] = &[
    "schaamte", "vertrouwen", "regie", "hulp", "ruzie", "opluchting", "twijfel", "eenzaamheid", "draagkracht",
    "overbelasting", "geheimhouding", "‘vuile was’", "mantelzorg", "terugval", "hoop", "boosheid", "reünie",
    "loyaliteit", "medicatie", "schulden", "een veilige plek", "afspraken", "stilte", "initiatief", "weerstand",
    "\"kijk mij nou\"", "goede voorbeelden", "bemoeienis",
];
const RELATION: &[&str] =
    &["over", "tussen", "door", "bij", "na", "zonder", "in plaats van", "dankzij", "vóór", "uit angst voor", "rond"];
#[rustfmt::skip]
const WHOM: &[&str] = &[
    "familie", "buren", "de moeder", "de vader", "het wijkteam", "vrienden", "de conferentie", "de coördinator",
    "kinderen", "collega's", "de huisarts", "het plan", "eerdere hulpverlening", "de scheiding", "de verhuizing",
    "geldzorgen", "opname", "school", "een ex-partner", "thuis", "het verleden", "’s avonds", "beslissingen",
    "de politie", "oma",
];

/// The codebook as a file, and the names of its codes.
pub(crate) struct Codebook {
    /// The file.
    pub(crate) toml: String,
    /// The open codes, in no particular order.
    pub(crate) codes: Vec<String>,
}

/// Makes a codebook with this many open codes.
pub(crate) fn codebook(count: usize, rng: &mut impl Rng) -> Codebook {
    let mut taken: BTreeSet<String> = THEMES.iter().map(|(name, _, _)| name.to_lowercase()).collect();
    let codes: Vec<String> = (0..count).map(|_| unused(&mut taken, rng, code_name)).collect();

    let labels: usize = THEMES.iter().map(|(_, _, labels)| labels).sum();
    let weights: Vec<u64> = (0..labels).map(|_| rng.random_range(1..=9)).collect();
    let mut shuffled: Vec<&String> = codes.iter().collect();
    shuffled.shuffle(rng);
    let mut rest = shuffled.into_iter();
    let mut sizes = shares(count, &weights).into_iter();

    let mut toml = String::from("title = \"Verzonnen studie op ware grootte\"\nlanguage = \"nl\"\n");
    for (theme, statement, labels) in THEMES {
        let _ = write!(toml, "\n[[theme]]\nname = {}\nstatement = {}\n", quoted(theme), quoted(statement));
        for _ in 0..*labels {
            let label = unused(&mut taken, rng, label_name);
            let _ = write!(toml, "\n  [[theme.label]]\n  name = {}\n", quoted(&label));
            for code in rest.by_ref().take(sizes.next().unwrap_or_default()) {
                let who = WHO.choose(rng).copied().unwrap_or_default().to_lowercase();
                let definition = format!("Fragmenten waarin {who} vertelt over {code}.");
                let (name, definition) = (quoted(code), quoted(&definition));
                let _ = write!(toml, "\n    [[theme.label.code]]\n    name = {name}\n    definition = {definition}\n");
            }
        }
    }
    Codebook { toml, codes }
}

/// A name that no theme, label or code has yet.
fn unused<R: Rng>(taken: &mut BTreeSet<String>, rng: &mut R, make: impl Fn(&mut R) -> String) -> String {
    let mut attempts = 0;
    loop {
        attempts += 1;
        let mut name = make(rng);
        // A codebook of thousands runs out of combinations.
        if attempts > 20 {
            let _ = write!(name, " ({attempts})");
        }
        if taken.insert(name.to_lowercase()) {
            return name;
        }
    }
}

fn code_name<R: Rng>(rng: &mut R) -> String {
    let mut part = |list: &[&'static str]| list.choose(rng).copied().unwrap_or_default();
    format!("{} {} {}", part(WHAT), part(RELATION), part(WHOM))
}

/// 20 to 200 characters, of every length in between.
fn label_name<R: Rng>(rng: &mut R) -> String {
    let wished = rng.random_range(20..=200);
    let (who, does) = (WHO.choose(rng).copied().unwrap_or_default(), DOES.choose(rng).copied().unwrap_or_default());
    let mut name = format!("{who} {does}");
    let mut additions = WHEN.to_vec();
    additions.shuffle(rng);
    for addition in additions {
        let length = name.chars().count();
        // The number that `unused` may add must fit too.
        if (length >= 20 && length >= wished) || length + addition.chars().count() > 190 {
            continue;
        }
        name.push_str(addition);
    }
    name
}

/// A TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{codebook, interviews, shares};
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn shares_add_up() {
        for (total, weights, expected) in [
            (10, vec![1, 1, 2], vec![2, 3, 5]),
            (3, vec![1, 1_000, 1], vec![1, 1, 1]),
            (1, vec![1, 1, 2], vec![0, 0, 1]),
            (0, vec![5], vec![0]),
        ] {
            assert_eq!(shares(total, &weights), expected);
        }
    }

    #[test]
    fn interviews_fill_every_case_and_sort_by_name() {
        let all = interviews(312, 41, &mut ChaCha8Rng::seed_from_u64(1));
        assert_eq!(all.len(), 312);
        assert!(all.is_sorted_by(|one, other| one.transcript < other.transcript));
        let mut cases: BTreeMap<_, usize> = BTreeMap::new();
        for one in &all {
            *cases.entry(one.case.as_str()).or_default() += 1;
        }
        assert_eq!(cases.len(), 41);
        assert!(cases.values().min() < cases.values().max());
        let roles: BTreeSet<_> = all.iter().map(|one| one.role).collect();
        assert_eq!(
            roles.into_iter().collect::<Vec<_>>(),
            ["coördinator", "hoofdpersoon", "professional", "sociaal netwerk"]
        );
        let mut respondents = BTreeMap::new();
        for one in &all {
            let known = respondents.entry(&one.respondent).or_insert((&one.case, one.role, one.age));
            assert_eq!(*known, (&one.case, one.role, one.age));
        }
        assert!(respondents.len() < all.len());
    }

    #[test]
    fn names_are_unique_and_labels_have_their_length() {
        for count in [1, 120, 9_000] {
            let book = codebook(count, &mut ChaCha8Rng::seed_from_u64(1));
            let mut names = BTreeSet::new();
            for (line, _) in book.toml.lines().zip(1..).filter(|(line, _)| line.trim_start().starts_with("name = ")) {
                assert!(names.insert(line.trim().to_lowercase()), "{line}");
                let length = line.trim().chars().count() - "name = \"\"".len();
                let label = line.starts_with("  name");
                assert!(!label || (20..=200).contains(&length), "{line}");
            }
            assert_eq!(names.len(), 5 + 33 + count);
            assert_eq!(book.codes.len(), count);
        }
    }
}
