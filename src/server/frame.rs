//! What stands around every page: the study's name, the way to the other screens, who works, undo and redo, and the
//! place where things are said.

use super::keys;
use super::visit::{Caller, Visit};
use crate::language::{FrameWords, Message, WorkbenchWords};
use crate::model::Language;
use askama::Template;

/// The screens, in the order of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    Start,
    Study,
    Transcript,
    Codebook,
    Board,
    Search,
    Quotes,
    Compare,
    Tables,
    Comments,
    Memos,
    People,
    History,
    Keys,
}

impl Screen {
    /// Those in the navigation bar.
    const BAR: [Self; 10] = [
        Self::Study,
        Self::Codebook,
        Self::Board,
        Self::Search,
        Self::Quotes,
        Self::Tables,
        Self::Comments,
        Self::Memos,
        Self::People,
        Self::History,
    ];

    /// The name by which style and scripts know it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Study => "study",
            Self::Transcript => "transcript",
            Self::Codebook => "codebook",
            Self::Board => "board",
            Self::Search => "search",
            Self::Quotes => "quotes",
            Self::Compare => "compare",
            Self::Tables => "tables",
            Self::Comments => "comments",
            Self::Memos => "memos",
            Self::People => "people",
            Self::History => "history",
            Self::Keys => "keys",
        }
    }

    fn href(self) -> &'static str {
        match self {
            Self::Start => "/start",
            Self::Study | Self::Transcript => "/",
            Self::Codebook | Self::Compare => "/codebook",
            Self::Board => "/board",
            Self::Search => "/search",
            Self::Quotes => "/quotes",
            Self::Tables => "/tables",
            Self::Comments => "/comments",
            Self::Memos => "/memos",
            Self::People => "/people",
            Self::History => "/history",
            Self::Keys => "/keys",
        }
    }

    fn name(self, w: &FrameWords) -> &'static str {
        match self {
            Self::Start => w.start,
            Self::Study | Self::Transcript => w.study,
            Self::Codebook | Self::Compare => w.codebook,
            Self::Board => w.board,
            Self::Search => w.search,
            Self::Quotes => w.quotes,
            Self::Tables => w.tables,
            Self::Comments => w.comments,
            Self::Memos => w.memos,
            Self::People => w.people,
            Self::History => w.history,
            Self::Keys => w.keys,
        }
    }
}

/// What stands around a page.
pub(super) struct Frame {
    pub(super) w: &'static FrameWords,
    pub(super) language: &'static str,
    /// Title of the study; empty when none is open.
    pub(super) study: String,
    /// Title of the page.
    pub(super) title: String,
    pub(super) screen: &'static str,
    pub(super) bar: Vec<BarItem>,
    /// Who works here.
    pub(super) coder: String,
    /// Where style and scripts lie; changes with their content.
    pub(super) assets: String,
    /// Number of the history entry that the page reflects.
    pub(super) number: i64,
    /// Which desk the page is of; empty when none is open.
    pub(super) desk: String,
    /// The keys, as JSON for the script.
    pub(super) keys: String,
    /// What scripts say, as JSON.
    pub(super) says: String,
    /// What happened just now: the sentence, and whether it was refused.
    pub(super) flash: Option<(String, bool)>,
    /// The address of the page itself.
    pub(super) here: String,
}

/// A screen in the navigation bar.
pub(super) struct BarItem {
    pub(super) href: &'static str,
    pub(super) name: &'static str,
    pub(super) here: bool,
    pub(super) id: &'static str,
}

impl Frame {
    pub(super) fn new(visit: &Visit, screen: Screen, title: String) -> Self {
        let study = visit.study.project().title.clone();
        let mut frame = Self::bare(&visit.caller, screen, title);
        let here = match screen {
            Screen::Transcript => Screen::Study,
            Screen::Compare => Screen::Codebook,
            other => other,
        };
        frame.study = study;
        frame.number = visit.study.number();
        frame.desk = visit.desk.serial().to_string();
        frame.bar = Screen::BAR
            .into_iter()
            .map(|item| BarItem { href: item.href(), name: item.name(frame.w), here: item == here, id: item.id() })
            .collect();
        frame
    }

    /// The frame when no project need be open.
    pub(super) fn bare(caller: &Caller, screen: Screen, title: String) -> Self {
        let words = caller.words();
        let memory = caller.workbench.memory();
        Self {
            w: &words.frame,
            language: tag(caller.language()),
            study: String::new(),
            title: if title.is_empty() { screen.name(&words.frame).to_owned() } else { title },
            screen: screen.id(),
            bar: Vec::new(),
            coder: caller.session.coder(),
            assets: super::assets::address(caller.workbench.settings.assets.is_some()),
            number: -1,
            desk: String::new(),
            keys: keys::as_json(&memory.keys),
            says: says(words),
            flash: caller.session.take_flash(),
            here: caller.address.clone(),
        }
    }
}

/// The language tag of pages.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

/// The sentences of scripts, as JSON: scripts make none of their own.
fn says(words: &WorkbenchWords) -> String {
    let all: serde_json::Map<String, serde_json::Value> =
        words.scripts.iter().map(|(name, said)| ((*name).to_owned(), (*said).into())).collect();
    serde_json::Value::Object(all).to_string()
}

#[derive(Template)]
#[template(path = "workbench/plain.html")]
struct PlainPage<'p> {
    w: &'p FrameWords,
    language: &'static str,
    assets: String,
    message: &'p Message,
    styled: bool,
}

/// A page that says one thing and leads back; without a session it has no style, because style needs one too.
pub(super) fn plain_page(w: &FrameWords, language: Language, message: &Message, styled: bool) -> String {
    let page = PlainPage { w, language: tag(language), assets: super::assets::address(false), message, styled };
    page.render().unwrap_or_else(|_| message.what.clone())
}

/// The frame of a page that stands apart from the study.
pub(super) fn bare(caller: &Caller, screen: Screen, title: impl Into<String>) -> Frame {
    match caller.workbench.desk() {
        Some(desk) => {
            let study = desk.study();
            Frame::new(&Visit { caller: caller.clone(), desk, study }, screen, title.into())
        }
        None => Frame::bare(caller, screen, title.into()),
    }
}
