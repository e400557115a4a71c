//! What a form or an address brings. Forms come in one shape only, the one that a page of ours sends; anything else is
//! refused, so that no other page can make a browser send it without being asked first.

use super::answer::Fault;
use super::workbench::Workbench;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// The fields of a form. A name may occur several times and then fills a list.
pub(super) struct Fields<T>(pub(super) T);

/// What stands behind the question mark of an address.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Arc<Workbench>> for Fields<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &Arc<Workbench>) -> Result<Self, Fault> {
        let sort = request.headers().get(CONTENT_TYPE).and_then(|sort| sort.to_str().ok()).unwrap_or_default();
        let sort = sort.split(';').next().unwrap_or_default().trim();
        if !sort.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Fault::not_a_form());
        }
        let body = Bytes::from_request(request, state).await.map_err(|refused| Fault::too_much(refused.status()))?;
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| Fault::bad_fields())
    }
}

impl<T: DeserializeOwned> FromRequestParts<Arc<Workbench>> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Workbench>) -> Result<Self, Fault> {
        serde_html_form::from_str(parts.uri.query().unwrap_or_default()).map(Self).map_err(|_| Fault::bad_fields())
    }
}
