//! The whole report of a small, hostile study: names, words and notes that try to be markup. Every page is taken apart
//! again: only our own elements and attributes, every link leads to a file and a place that exist, names stand whole.

use super::{Material, SiteOptions, Summary, site};
use crate::analysis::{At, GroupBy, Study, Text};
use crate::language::site_words;
use crate::model::{
    Anchor, AnchorState, Attribute, Case, Citation, Code, CodeStatus, Coder, Coding, Footnote, Fragment, Id, Kind,
    Language, Level, LevelWords, Memo, MemoKind, Origin, Participant, Placement, PointSpan, Project, Quote, Role, Rows,
    Span, Speaker, SpeakerLabel, Structure, Subject, Taxonomy, Transcript, Turn,
};
use crate::report::quotes::Audience;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What people could type, by accident or not.
const PAYLOADS: [&str; 44] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!-- <script>alert(1)</script> -->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<math><mi xlink:href=\"javascript:alert(1)\">",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//example.org>",
    "<object data=x>",
    "<embed src=x>",
    "<form action=x><input type=submit>",
    "<style>*{display:none}</style>",
    "<p style=\"position:fixed\">",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&amp;",
    "{{ 7 * 7 }} {% raw %}",
    "${alert(1)} `x`",
    "\u{2028}\u{2029}<script>",
    "\u{202e}<tpircs>",
    "<ſcript>alert(1)</ſcript>",
    "＜script＞alert(1)",
    "<scr<script>ipt>alert(1)",
    "<x onclick=alert(1)//",
    "<<SCRIPT>alert(1)//<</SCRIPT>",
    "zo'n \"dag\" & ’s avonds e\u{308} 👵 <b>",
    "../../etc/passwd",
];

/// Elements that our templates use.
const ELEMENTS: [&str; 50] = [
    "html",
    "head",
    "meta",
    "title",
    "link",
    "body",
    "a",
    "header",
    "p",
    "nav",
    "ul",
    "li",
    "main",
    "ol",
    "footer",
    "h1",
    "h2",
    "h3",
    "dl",
    "div",
    "dt",
    "dd",
    "section",
    "article",
    "table",
    "caption",
    "span",
    "thead",
    "tr",
    "th",
    "tbody",
    "td",
    "tfoot",
    "sup",
    "blockquote",
    "details",
    "summary",
    "mark",
    "svg",
    "desc",
    "g",
    "path",
    "text",
    "tspan",
    "!doctype",
    "h4",
    "em",
    "strong",
    "br",
    "abbr",
];

const ATTRIBUTES: [&str; 37] = [
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "rel",
    "href",
    "class",
    "aria-label",
    "aria-current",
    "id",
    "tabindex",
    "role",
    "scope",
    "title",
    "open",
    "aria-hidden",
    "aria-labelledby",
    "xmlns",
    "viewbox",
    "width",
    "height",
    "stroke-width",
    "d",
    "font-size",
    "x",
    "y",
    "dx",
    "html",
    "alt",
    "colspan",
    "rowspan",
    "headers",
    "dir",
    "start",
    "value",
    "type",
];

struct Hostile {
    study: Study,
    passages: Vec<String>,
    text: String,
}

fn code(name: &str, level: Level, n: usize) -> Code {
    let p = |at: usize| PAYLOADS[(n + at) % PAYLOADS.len()].to_owned();
    Code {
        id: Id::new(),
        name: name.to_owned(),
        level,
        statement: p(1),
        definition: p(2),
        include: p(3),
        exclude: p(4),
        example: p(5),
        color: p(6),
        origin: Some(Origin::InVivo),
        status: CodeStatus::Proposed,
        author: None,
        created: 0,
    }
}

/// Every payload is a theme, label or code of one of two taxonomies, a case, a person, a role, an attribute, a memo and
/// part of the transcript.
#[expect(clippy::too_many_lines, reason = "one row of every table")]
fn hostile(language: Language) -> Hostile {
    let turns: Vec<String> = PAYLOADS.iter().map(|payload| format!("R: {payload} nou ja.")).collect();
    let text = format!("I: Vertel eens?\n{}\n", turns.join("\n"));
    let mut structure = Structure {
        speakers: vec![
            SpeakerLabel { label: "I".into(), interviewer: true },
            SpeakerLabel { label: "<b>R</b>".into(), interviewer: false },
        ],
        ..Structure::default()
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        structure.lines.push(span.start);
        structure.paragraphs.push(span);
        structure.turns.push(Turn { span, label: Span::new(at, at + 2), speaker: u16::from(line.starts_with('R')) });
        at += line.len();
    }
    let mut rows = Rows::default();
    let transcript = Transcript {
        id: Id::new(),
        name: PAYLOADS[0].into(),
        file: PAYLOADS[2].into(),
        kind: Kind::Interview,
        case: None,
        moment: PAYLOADS[3].into(),
        date: PAYLOADS[4].into(),
        original: Vec::new(),
        revision: Id::new(),
        structure: Id::new(),
        created: 0,
    };
    let project =
        Project { id: Id::new(), title: PAYLOADS[8].into(), language, level_words: LevelWords::default(), created: 0 };
    let cases: Vec<Case> =
        PAYLOADS.iter().map(|name| Case { id: Id::new(), name: (*name).into(), description: (*name).into() }).collect();
    let roles: Vec<Role> = ["<i>naaste</i>", PAYLOADS[3]]
        .into_iter()
        .map(|name| Role { id: Id::new(), name: name.into(), rank: 0 })
        .collect();
    let person =
        Participant { id: Id::new(), case: Some(cases[0].id), name: PAYLOADS[1].into(), role: Some(roles[0].id) };
    let taxonomies: Vec<Taxonomy> = (0..2)
        .map(|rank| Taxonomy { id: Id::new(), title: PAYLOADS[rank].into(), scope: PAYLOADS[5].into(), rank: 0 })
        .collect();
    let footnote =
        Footnote { id: Id::new(), taxonomy: taxonomies[0].id, mark: "*".into(), text: "<script>noot</script>".into() };
    let who = Coder { id: Id::new(), name: PAYLOADS[5].into() };
    let (mut codes, mut placements, mut fragments, mut anchors, mut codings) = (vec![], vec![], vec![], vec![], vec![]);
    let (mut theme, mut label) = (None, None);
    for (n, payload) in PAYLOADS.iter().enumerate() {
        let level = [Level::Selective, Level::Axial, Level::Open, Level::Open][n % 4];
        let own = code(payload, level, n);
        let parent = match n % 4 {
            0 => None,
            1 => theme,
            2 => label,
            _ => [theme, label][n / 4 % 2],
        };
        match n % 4 {
            0 => theme = Some(own.id),
            1 => label = Some(own.id),
            _ => {}
        }
        if n < 40 {
            for (rank, taxonomy) in taxonomies.iter().enumerate().take(1 + n % 2) {
                // In the second taxonomy everything stands at the top.
                let parent = parent.filter(|_| rank == 0);
                let marked = if n == 1 && rank == 0 { format!("{payload}*") } else { String::new() };
                let rank = i64::try_from(n).unwrap_or_default();
                placements.push(Placement { id: Id::new(), taxonomy: taxonomy.id, parent, code: own.id, rank, marked });
            }
        }
        let fragment = Fragment { id: Id::new(), transcript: transcript.id };
        let span = structure.turns[n + 1].span;
        anchors.push(Anchor {
            id: Id::new(),
            fragment: fragment.id,
            revision: transcript.revision,
            span: Span { start: span.start + 3, end: span.end },
            points: PointSpan::default(),
            passage: Id::new(),
            state: if n == 7 { AnchorState::Check } else { AnchorState::Exact },
        });
        codings.push(Coding {
            id: Id::new(),
            fragment: fragment.id,
            code: own.id,
            coder: who.id,
            counter: n % 5 == 4,
            note: String::new(),
            created: 0,
        });
        fragments.push(fragment);
        codes.push(own);
    }
    let memos: Vec<Memo> = [
        Subject::Project,
        Subject::Case(cases[0].id),
        Subject::Participant(person.id),
        Subject::Transcript(transcript.id),
        Subject::Code(codes[2].id),
        Subject::Taxonomy(taxonomies[1].id),
        Subject::Fragment(fragments[3].id),
        Subject::Coding(codings[4].id),
    ]
    .into_iter()
    .map(|subject| Memo {
        id: Id::new(),
        kind: MemoKind::Reflection,
        subject,
        title: PAYLOADS[6].into(),
        text: PAYLOADS[7].into(),
        author: PAYLOADS[9].into(),
        created: 0,
    })
    .collect();
    let attributes: Vec<Attribute> =
        [Subject::Case(cases[0].id), Subject::Participant(person.id), Subject::Transcript(transcript.id)]
            .into_iter()
            .map(|subject| Attribute { id: Id::new(), subject, name: PAYLOADS[2].into(), value: PAYLOADS[3].into() })
            .collect();
    let quotes = (0..6).map(|n| Quote {
        id: Id::new(),
        fragment: fragments[n].id,
        code: codes[n].id,
        rank: 0,
        introduction: PAYLOADS[10].into(),
        report_text: if n % 2 == 0 { String::new() } else { PAYLOADS[11].into() },
        translation: PAYLOADS[12].into(),
    });
    rows.quotes = Arc::new(quotes.collect());
    rows.citations = Arc::new(vec![Citation { id: Id::new(), memo: memos[0].id, fragment: fragments[0].id }]);
    rows.speakers = Arc::new(vec![Speaker {
        id: Id::new(),
        transcript: transcript.id,
        label: "<b>R</b>".into(),
        participant: Some(person.id),
    }]);
    rows.structures = Arc::new(BTreeMap::from([(transcript.structure, Arc::new(structure))]));
    rows.projects = Arc::new(vec![project]);
    rows.cases = Arc::new(cases);
    rows.roles = Arc::new(roles);
    rows.participants = Arc::new(vec![person]);
    rows.transcripts = Arc::new(vec![transcript]);
    rows.attributes = Arc::new(attributes);
    rows.coders = Arc::new(vec![who]);
    rows.codes = Arc::new(codes);
    rows.taxonomies = Arc::new(taxonomies);
    rows.footnotes = Arc::new(vec![footnote]);
    rows.placements = Arc::new(placements);
    rows.fragments = Arc::new(fragments);
    rows.anchors = Arc::new(anchors);
    rows.codings = Arc::new(codings);
    rows.memos = Arc::new(memos);
    let study = Study::build(rows, 1);
    let passages = study.places.rows().iter().map(|place| place.span.of(&text).to_owned()).collect();
    Hostile { study, passages, text }
}

fn written(hostile: &Hostile, language: Language, options: &SiteOptions) -> (BTreeMap<String, String>, Summary) {
    let mut files = BTreeMap::new();
    let text = |_: At<Text>| hostile.text.clone();
    let material = Material { study: &hostile.study, passages: &hostile.passages, text: &text };
    let summary = site(&material, options, site_words(language), &mut |name, content| {
        let content = String::from_utf8(content.to_vec()).unwrap_or_default();
        assert!(files.insert(name.to_owned(), content).is_none(), "{name} is written twice");
        Ok(())
    });
    (files, summary.expect("the report is written"))
}

/// A tag: its name and its attributes with their values.
type Tag = (String, Vec<(String, String)>);

/// The tags of a page and the text between them.
fn taken_apart(html: &str) -> (Vec<Tag>, String) {
    let (mut tags, mut words) = (Vec::new(), String::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let mut quoted = false;
        let end = rest.find(|letter: char| {
            quoted ^= letter == '"';
            letter == '>' && !quoted
        });
        let (tag, after) = rest.split_at(end.expect("a tag ends"));
        rest = &after[1..];
        let (name, mut inside) =
            tag.split_at(tag.find(|c: char| c.is_whitespace() || c == '/').filter(|at| *at > 0).unwrap_or(tag.len()));
        let mut attributes = Vec::new();
        while let Some(equals) = inside.find('=') {
            let key = inside[..equals].trim().trim_start_matches('/').to_lowercase();
            let value = inside[equals + 1..].strip_prefix('"').expect("values stand in double quotes");
            let close = value.find('"').expect("a quote is closed");
            attributes.push((key, decoded(&value[..close])));
            inside = &value[close + 1..];
        }
        tags.push((name.trim_start_matches('/').to_lowercase(), attributes));
    }
    words.push_str(rest);
    (tags, decoded(&words))
}

fn decoded(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

#[test]
fn whatever_is_typed_stays_text_and_every_link_leads_somewhere() {
    for language in [Language::Dutch, Language::English] {
        let hostile = hostile(language);
        for audience in Audience::ALL {
            for by in [None, Some(GroupBy::Role), Some(GroupBy::Attribute(PAYLOADS[2].to_owned()))] {
                let options = SiteOptions { audience, by, restriction: PAYLOADS[13].into(), ..SiteOptions::default() };
                let (files, _) = written(&hostile, language, &options);
                check(&files);
            }
        }
    }
}

fn check(files: &BTreeMap<String, String>) {
    let pages: Vec<_> = files.iter().filter(|(name, _)| !name.starts_with("assets/")).collect();
    let mut ids: BTreeSet<(String, String)> = BTreeSet::new();
    let mut links: Vec<(String, String)> = Vec::new();
    for (name, html) in &pages {
        for (tag, attributes) in taken_apart(html).0 {
            assert!(ELEMENTS.contains(&tag.as_str()), "<{tag}> in {name}");
            for (key, value) in attributes {
                assert!(ATTRIBUTES.contains(&key.as_str()), "{key} on <{tag}> in {name}");
                if key == "id" {
                    assert!(ids.insert(((*name).clone(), value.clone())), "{value} twice in {name}");
                    assert!(!value.contains(char::is_whitespace), "{value} in {name}");
                }
                if key == "href" {
                    links.push(((*name).clone(), value));
                }
            }
        }
    }
    for (from, href) in links {
        let (file, id) = href.split_once('#').unwrap_or((&href, ""));
        let file = if file.is_empty() { from.as_str() } else { file };
        assert!(files.contains_key(file), "{href} in {from}");
        assert!(id.is_empty() || ids.contains(&(file.to_owned(), id.to_owned())), "{href} in {from}");
    }
}

#[test]
fn names_and_notes_stand_whole() {
    let hostile = hostile(Language::Dutch);
    let (files, _) = written(&hostile, Language::Dutch, &SiteOptions::default());
    let words = taken_apart(&files["taxonomie-1.html"]).1;
    for (n, name) in PAYLOADS.iter().enumerate().take(40) {
        assert!(words.contains(name), "{n}: {name}");
    }
    assert!(words.contains("<script>noot</script>"));
    let caption = "<script>alert(1)</script>: thema's (N=10) en labels (N=10)";
    assert!(words.contains(caption), "the caption keeps its form");
    let transcript =
        files.iter().find(|(name, _)| name.starts_with("transcript-")).expect("a working report has texts");
    let words = taken_apart(transcript.1).1;
    for name in PAYLOADS {
        assert!(words.contains(name), "{name} in the transcript");
    }
}

#[test]
fn only_the_working_report_tells_where_and_shows_texts() {
    let hostile = hostile(Language::Dutch);
    for audience in Audience::ALL {
        let options = SiteOptions { audience, ..SiteOptions::default() };
        let (files, summary) = written(&hostile, Language::Dutch, &options);
        let working = audience == Audience::Work;
        assert_eq!(files.keys().any(|name| name.starts_with("transcript-")), working, "{audience:?}");
        assert_eq!(files.contains_key("memos.html"), working, "{audience:?}");
        assert_eq!(files.keys().any(|name| name.starts_with("casus-")), audience != Audience::Publication);
        let told = files.values().any(|html| html.contains(", r. "));
        assert_eq!(told, working, "{audience:?} tells the line");
        let person = "<script>alert(1)</script></script>";
        let named = files.values().any(|html| decoded(html).contains(person));
        assert!(!named, "no page runs names together");
        assert_eq!(summary.exposures.is_empty(), working, "one person with a role can be known by it");
        assert_eq!(summary.files, files.len());
    }
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let hostile = hostile(Language::Dutch);
    let options = SiteOptions::default();
    assert_eq!(written(&hostile, Language::Dutch, &options), written(&hostile, Language::Dutch, &options));
}

#[test]
fn an_empty_study_has_a_report_too() {
    let project = Project {
        id: Id::new(),
        title: "Leeg".into(),
        language: Language::Dutch,
        level_words: LevelWords::default(),
        created: 0,
    };
    let rows = Rows { projects: Arc::new(vec![project]), ..Rows::default() };
    let empty = Hostile { study: Study::build(rows, 0), passages: Vec::new(), text: String::new() };
    for audience in Audience::ALL {
        let (files, _) = written(&empty, Language::Dutch, &SiteOptions { audience, ..SiteOptions::default() });
        check(&files);
    }
}

#[test]
fn a_number_leads_to_as_many_quotes_as_it_says() {
    let hostile = hostile(Language::Dutch);
    let options = SiteOptions { by: Some(GroupBy::Role), ..SiteOptions::default() };
    let words = site_words(Language::Dutch);
    let plan = super::plan::Plan::new(&hostile.study, &hostile.passages, &options, words).expect("roles exist");
    for table in &plan.tables {
        for branch in table.walk() {
            let codes = branch.walk().into_iter().map(|branch| branch.code).collect();
            let all = plan.all_quotes(Some(table.taxonomy), &codes, "");
            assert_eq!((all.total, all.counter_total), (branch.counts.fragments, branch.counts.counter_fragments));
            for (part, counts) in all.parts.iter().zip(&branch.by_group) {
                let shown: usize = part.bundles.iter().map(|bundle| bundle.quotes.len()).sum();
                assert_eq!(shown, counts.fragments, "{} in {}", branch.number, part.heading);
            }
        }
    }
    for branch in hostile.study.unplaced() {
        let all = plan.all_quotes(None, &BTreeSet::from([branch]), "");
        assert_eq!(all.total, plan.loose(branch).0.counts.fragments);
    }
}
