//! The one list of addresses. Pages and acts each hand in their own; the router is made of the list, and the tests of the
//! guard walk it, so that no address can be forgotten.

use super::workbench::Workbench;
use super::{acts, answer, assets, guard, live, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};
use std::sync::Arc;
use tower_http::csrf::CsrfLayer;

/// An address and what answers there.
#[derive(Clone)]
pub struct Route {
    /// GET reads, POST changes something.
    pub method: Method,
    /// The address, with `{name}` where something is named.
    pub path: &'static str,
    handler: MethodRouter<Arc<Workbench>>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl Route {
    /// A page, a part of one, or a file.
    pub(super) fn page<H, T>(path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Arc<Workbench>>,
        T: 'static,
    {
        Self { method: Method::GET, path, handler: get(handler) }
    }

    /// A change.
    pub(super) fn act<H, T>(path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Arc<Workbench>>,
        T: 'static,
    {
        Self { method: Method::POST, path, handler: post(handler) }
    }

    /// With another limit on what may be sent, in bytes.
    pub(super) fn with_limit(mut self, bytes: usize) -> Self {
        self.handler = self.handler.layer(DefaultBodyLimit::max(bytes));
        self
    }
}

/// The most that a form may hold, in bytes.
const LARGEST_FORM: usize = 4 << 20;

/// Every address.
#[must_use]
pub fn routes() -> Vec<Route> {
    let own = [assets::route(), live::route()];
    own.into_iter().chain(pages::routes()).chain(acts::routes()).collect()
}

/// The workbench as a service, guard included.
pub fn router(workbench: Arc<Workbench>) -> Router {
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, route.handler);
    }
    // The last layer is the first that a request meets.
    router
        .fallback(answer::nothing_here)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(Arc::clone(&workbench), guard::origin))
        .layer(from_fn_with_state(Arc::clone(&workbench), guard::session))
        .layer(from_fn_with_state(Arc::clone(&workbench), answer::explain))
        .layer(from_fn_with_state(Arc::clone(&workbench), guard::host))
        .layer(from_fn(guard::headers))
        .with_state(workbench)
}
