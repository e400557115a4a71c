//! The workbench: the program in a browser, served to one's own machine. Pages are made here of what [`crate::project`]
//! and [`crate::report`] give; whatever changes the study is a verb called from `acts`. No rule of the study lives here.
//!
//! - `workbench` what the server holds: the open project (a `desk`), who is signed in (`sessions`), what is remembered
//!   between runs (`memory`, `keys`)
//! - `guard` who may ask anything at all; `routes` the one list of addresses, which tests walk
//! - `visit` what a handler knows of a request, `fields` what a form or an address brings, `answer` what goes back,
//!   `frame` what stands around every page, `address` of things, `quoted` a fragment, `assets` style, scripts and fonts
//! - `query` the question of an address, `choices` its conditions as fields, `shown` small parts that screens share
//! - `pages` a file per screen, `acts` a file per sort of change, `live` word of changes to every open browser
//!
//! Async lives only here: storage and rendering cross to a blocking thread in `visit`, and nowhere else.

mod acts;
mod address;
mod answer;
mod assets;
mod choices;
mod desk;
mod fields;
mod folders;
mod frame;
mod guard;
mod keys;
mod level_words;
mod live;
mod memory;
mod pages;
mod query;
mod quoted;
mod routes;
mod sessions;
mod shown;
mod staging;
mod upload;
mod visit;
mod workbench;

pub use routes::{Route, router, routes};
pub use workbench::{ServeError, Settings, Workbench};

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

/// How long open requests get to end after the server was told to stop.
const FAREWELL: Duration = Duration::from_millis(700);

/// Serves the workbench on this machine until Ctrl-C or SIGTERM. `ready` is told the one-time address once the server
/// listens.
///
/// # Errors
/// When the port is taken or the project cannot be opened.
pub fn serve(settings: Settings, port: u16, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let port = listener.local_addr()?.port();
        let workbench = Arc::new(Workbench::new(settings, port)?);
        let poller = live::watch_others(&workbench);
        // Heard from here on, so that whoever reads the address may also end it.
        let told = told_to_stop();
        ready(&workbench.invitation());
        let stopping = Arc::clone(&workbench);
        let server = axum::serve(listener, router(Arc::clone(&workbench)));
        let asked_to_stop = async move {
            told.await;
            stopping.stop();
        };
        let mut stopped = workbench.stopped();
        tokio::select! {
            ended = server.with_graceful_shutdown(asked_to_stop) => ended?,
            () = async {
                let _ = stopped.wait_for(|stop| *stop).await;
                tokio::time::sleep(FAREWELL).await;
            } => {}
        }
        poller.abort();
        workbench.close();
        Ok(())
    });
    // A blocking thread that still reads must not keep the program alive.
    runtime.shutdown_timeout(Duration::from_millis(300));
    served
}

/// Ends on Ctrl-C, and where there are signals on SIGTERM and SIGHUP.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let hear = |kind| signal(kind).ok();
    let mut interrupt = hear(SignalKind::interrupt());
    let (mut end, mut gone) = (hear(SignalKind::terminate()), hear(SignalKind::hangup()));
    async move {
        tokio::select! {
            () = heard(&mut interrupt) => {}
            () = heard(&mut end) => {}
            () = heard(&mut gone) => {}
        }
    }
}

/// Ends on Ctrl-C.
#[cfg(not(unix))]
async fn told_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}

#[cfg(unix)]
async fn heard(signal: &mut Option<tokio::signal::unix::Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}
