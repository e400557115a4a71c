//! What belongs to a browser and not to the study: who works in it, whether codings of others are shown, which keys do
//! what, and the way in for another browser.

use crate::language::Message;
use crate::model::check_name;
use crate::project::Refusal;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::keys::{ACTIONS, Chosen};
use crate::server::routes::Route;
use crate::server::visit::Caller;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/coder", coder),
        Route::act("/do/show-others", show_others),
        Route::act("/do/keys", keys),
        Route::act("/do/invite", invite),
    ]
}

#[derive(Debug, Deserialize)]
struct Named {
    coder: String,
    #[serde(default)]
    back: String,
}

async fn coder(caller: Caller, Fields(form): Fields<Named>) -> Result<Answer, Fault> {
    let name = check_name(&form.coder).map_err(|fault| Refusal::BadName { name: form.coder.clone(), fault })?;
    caller.session.set_coder(&name);
    Ok(Answer::new(said((caller.words().frame.works_now)(&name)), None, &form.back))
}

#[derive(Debug, Deserialize)]
struct Shown {
    #[serde(default)]
    shown: bool,
    #[serde(default)]
    back: String,
}

async fn show_others(caller: Caller, Fields(form): Fields<Shown>) -> Answer {
    caller.session.show_others(form.shown);
    let words = &caller.words().frame;
    Answer::new(said(if form.shown { words.others_shown } else { words.others_hidden }), None, &form.back)
}

/// A field per action holds its key.
async fn keys(caller: Caller, Fields(form): Fields<BTreeMap<String, String>>) -> Answer {
    let mut chosen = Chosen { off: form.contains_key("off"), keys: BTreeMap::new() };
    if !form.contains_key("reset") {
        for action in ACTIONS {
            let typed = form.get(action.name).map_or(action.key, |key| key.trim());
            if typed != action.key {
                chosen.keys.insert(action.name.to_owned(), typed.to_owned());
            }
        }
    }
    let mut memory = caller.workbench.memory();
    memory.keys = chosen;
    memory.write(caller.workbench.settings.memory.as_deref());
    Answer::new(said(caller.words().keys.saved), None, "/keys")
}

#[derive(Debug, Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Back {
    back: String,
}

async fn invite(caller: Caller, Fields(form): Fields<Back>) -> Answer {
    let address = caller.workbench.invitation();
    let message =
        Message { what: caller.words().frame.invited.to_owned(), detail: vec![address], ..Message::default() };
    Answer::new(message, None, &form.back)
}

fn said(sentence: impl Into<String>) -> Message {
    Message { what: sentence.into(), ..Message::default() }
}
