//! What a handler knows of a request: which browser, who works there, the open project and the study at that moment. Work
//! that reads the disk or renders a page crosses to a blocking thread here.

use super::answer::{Fault, without_commands};
use super::desk::{Desk, Did};
use super::frame::{Frame, Screen};
use super::sessions::Session;
use super::workbench::Workbench;
use crate::analysis::{At, CodingAt, Place, Study};
use crate::language::{Message, Messages, WorkbenchWords, messages, tables, workbench_words};
use crate::model::{Coder, Language};
use crate::project::{Done, Refusal, Workspace};
use crate::report::TableWords;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::sync::Arc;

/// A request that needs no open project.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) workbench: Arc<Workbench>,
    pub(super) session: Arc<Session>,
    /// The tab that asks, as its script names itself; empty without script.
    pub(super) tab: String,
    /// The address that was asked for, with its question.
    pub(super) address: String,
}

impl Caller {
    /// The language of what is said.
    pub(super) fn language(&self) -> Language {
        language(&self.workbench)
    }

    pub(super) fn words(&self) -> &'static WorkbenchWords {
        workbench_words(self.language())
    }

    pub(super) fn messages(&self) -> &'static Messages {
        messages(self.language())
    }

    /// What is wrong with a condition that someone typed, for the page itself to say beside the field. Other refusals
    /// stay faults.
    pub(super) fn mistyped(&self, refusal: Refusal) -> Result<Message, Fault> {
        match refusal {
            Refusal::Query { .. } | Refusal::Filter { .. } => Ok(without_commands((self.messages().refusal)(&refusal))),
            other => Err(other.into()),
        }
    }

    /// Runs what takes time on a thread where it may.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(Fault::broken()))
    }
}

/// The language that was asked for, else the project's.
pub(super) fn language(workbench: &Workbench) -> Language {
    let project = || workbench.desk().map(|desk| desk.study().project().language);
    workbench.settings.language.or_else(project).unwrap_or(Language::Dutch)
}

impl FromRequestParts<Arc<Workbench>> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, workbench: &Arc<Workbench>) -> Result<Self, Fault> {
        let session = parts.extensions.get::<Arc<Session>>().cloned().ok_or_else(Fault::no_session)?;
        let tab = parts.headers.get("x-tab").and_then(|tab| tab.to_str().ok()).unwrap_or_default().to_owned();
        let address = parts.uri.path_and_query().map_or("/", |asked| asked.as_str()).to_owned();
        Ok(Self { workbench: Arc::clone(workbench), session, tab, address })
    }
}

/// A request about the open project.
#[derive(Clone)]
pub(super) struct Visit {
    pub(super) caller: Caller,
    pub(super) desk: Arc<Desk>,
    /// The study at the moment of the request.
    pub(super) study: Arc<Study>,
}

impl std::ops::Deref for Visit {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl FromRequestParts<Arc<Workbench>> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, workbench: &Arc<Workbench>) -> Result<Self, Fault> {
        let caller = Caller::from_request_parts(parts, workbench).await?;
        let desk = workbench.desk().ok_or_else(Fault::no_project)?;
        // A page that was left open must not act on the project that was opened after it.
        let meant = parts.headers.get("x-desk").and_then(|desk| desk.to_str().ok());
        if meant.is_some_and(|meant| meant != desk.serial().to_string()) {
            return Err(Fault::other_project());
        }
        let study = desk.study();
        Ok(Self { caller, desk, study })
    }
}

/// Whose codings are hidden where.
pub(super) struct Apart {
    own: Option<At<Coder>>,
    texts: Vec<bool>,
}

impl Apart {
    /// Whether whoever works here may see a coding on a fragment.
    pub(super) fn sees(&self, place: &Place, coding: &CodingAt) -> bool {
        !self.texts[place.transcript.number()] || Some(coding.coder) == self.own
    }

    /// Whether a coding is that of whoever works here.
    pub(super) fn is_own(&self, coding: &CodingAt) -> bool {
        Some(coding.coder) == self.own
    }
}

impl Visit {
    /// Who works in this browser.
    pub(super) fn coder(&self) -> String {
        self.session.coder()
    }

    pub(super) fn tables(&self) -> &'static TableWords {
        tables(self.language())
    }

    /// Reads texts and passages, and makes of them what `work` makes, on a thread where that may take time.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Workspace, &Arc<Study>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Fault> {
        let (desk, study) = (Arc::clone(&self.desk), Arc::clone(&self.study));
        self.blocking(move || Ok(desk.read(|workspace| work(workspace, &study))?)).await
    }

    /// Searches, once the index knows the texts; after some seconds of waiting the search looks in the texts itself.
    pub(super) async fn search<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Workspace, &Arc<Study>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Fault> {
        let mut indexed = self.desk.indexed();
        let waited = indexed.wait_for(|number| *number >= 0);
        let _ = tokio::time::timeout(std::time::Duration::from_secs(20), waited).await;
        let (desk, study) = (Arc::clone(&self.desk), Arc::clone(&self.study));
        self.blocking(move || Ok(desk.search(|workspace| work(workspace, &study))?)).await
    }

    /// Runs a verb as the coder of this browser.
    pub(super) async fn act<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Workspace) -> Result<Done<T>, Refusal> + Send + 'static,
    ) -> Result<Did<T>, Fault> {
        let (desk, coder, tab) = (Arc::clone(&self.desk), self.coder(), self.tab.clone());
        self.blocking(move || Ok(desk.act(&coder, &tab, work)?)).await
    }

    /// In which texts the codings of others are hidden from whoever codes there and reads passages side by side: those
    /// that they have begun and a pair has not finished. Who only reads sees everything, else nothing could be read.
    pub(super) fn apart(&self) -> Apart {
        let coder = self.coder();
        let own = self.study.find_coder(&coder).ok();
        let begun = |at| own.is_some_and(|own| self.study.coders_in(at).contains(&own));
        let hides = |at| !self.session.shows_others() && begun(at) && self.study.others_are_hidden(at, &coder);
        Apart { own, texts: self.study.texts.positions().map(hides).collect() }
    }

    /// What stands around a page.
    pub(super) fn frame(&self, screen: Screen, title: impl Into<String>) -> Frame {
        Frame::new(self, screen, title.into())
    }
}
