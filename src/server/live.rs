//! Word of changes to every open browser, as server-sent events: our own acts at once, those of other processes within a
//! quarter of a second. A browser that was away gets what it missed.

use super::answer::Fault;
use super::desk::News;
use super::fields::Asked;
use super::routes::Route;
use super::visit::Visit;
use super::workbench::Workbench;
use crate::language::Messages;
use crate::model::Entry;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use serde::Deserialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio_stream::wrappers::{BroadcastStream, WatchStream};
use tokio_stream::{Stream, StreamExt};

/// How often is looked whether another process has written.
const GLANCE: Duration = Duration::from_millis(250);

pub(super) fn route() -> Route {
    Route::page("/live", listen)
}

#[derive(Debug, Deserialize)]
struct Since {
    since: Option<i64>,
}

async fn listen(
    visit: Visit,
    headers: HeaderMap,
    Asked(asked): Asked<Since>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let since = last.or(asked.since).unwrap_or(visit.study.number());
    let messages = visit.messages();
    // Listening begins before the missed ones are read, so that none falls between.
    let coming = BroadcastStream::new(visit.desk.listen());
    let missed = visit
        .read(move |workspace, _| {
            let entries = workspace.entries_after(since)?.into_iter();
            entries
                .map(|entry| workspace.target_of(&entry).map(|target| (entry, target)))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let told = missed.last().map_or(since, |(entry, _)| entry.number);
    let missed = missed.into_iter().map(move |(entry, target)| event(messages, &entry, target.as_ref(), ""));
    let coming = coming.filter_map(move |news| match news {
        Ok(News { entry, target, tab }) if entry.number > told => {
            Some(event(messages, &entry, target.as_deref(), &tab))
        }
        Ok(_) => None,
        // Fell behind: the page looks for itself.
        Err(_) => Some(Event::default().event("behind").data("{}")),
    });
    let stopped = stopping(visit.workbench.stopped());
    // Nothing more comes when another project was opened in place of this one.
    let closed = tokio_stream::iter([Some(Event::default().event("closed").data("{}")), None]);
    let all =
        tokio_stream::iter(missed).chain(coming).map(Some).chain(closed).merge(stopped).take_while(Option::is_some);
    let events = all.filter_map(|event| event.map(Ok));
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))))
}

/// Gives `None` once the server stops.
fn stopping(stop: watch::Receiver<bool>) -> impl Stream<Item = Option<Event>> {
    WatchStream::new(stop).filter_map(|stop| if stop { Some(None) } else { None })
}

fn event(messages: &Messages, entry: &Entry, target: Option<&Entry>, tab: &str) -> Event {
    let data = serde_json::json!({
        "number": entry.number,
        "actor": entry.actor,
        "verb": format!("{:?}", entry.verb),
        "said": (messages.entry)(entry, target),
        "tab": tab,
    });
    Event::default().id(entry.number.to_string()).event("change").data(data.to_string())
}

/// Looks again and again whether another process has written.
pub(super) fn watch_others(workbench: &Arc<Workbench>) -> tokio::task::JoinHandle<()> {
    let workbench = Arc::clone(workbench);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(GLANCE).await;
            let Some(desk) = workbench.desk() else { continue };
            // What cannot be read now is read at the next glance, or said by the next page.
            let _ = tokio::task::spawn_blocking(move || desk.look_around()).await;
        }
    })
}
