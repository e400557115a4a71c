//! The workbench's router in memory: one fixture with a small study, a signed-in browser, and what pages and acts answer.
//! Pages are in files named after them.

mod codebook;
mod find;
mod frame;
mod guard;
mod study;
mod talk;
mod transcript;

use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use codeboom::language::Zone;
use codeboom::server::{Settings, Workbench, router};
use http_body_util::BodyExt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tower::ServiceExt;

/// The port that the router believes to listen on.
pub(crate) const PORT: u16 = 4321;

/// A workbench over a project of its own, and one browser that is let in.
pub(crate) struct Bench {
    runtime: tokio::runtime::Runtime,
    pub(crate) router: Router,
    pub(crate) workbench: Arc<Workbench>,
    pub(crate) cookie: String,
    pub(crate) folder: tempfile::TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

fn clock() -> i64 {
    1_795_700_000_000_000
}

impl Bench {
    /// Over the worked example, which has everything that a study has.
    pub(crate) fn example() -> Self {
        static EXAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        let made = EXAMPLE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("voorbeeld.codeboom");
            let language = codeboom::model::Language::Dutch;
            let title = codeboom::example::TITLE;
            let mut project = codeboom::project::Workspace::create(&path, title, language, "Noor", clock).unwrap();
            codeboom::example::fill(&mut project).unwrap();
            drop(project);
            std::fs::read(path).unwrap()
        });
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("voorbeeld.codeboom");
        std::fs::write(&path, made).unwrap();
        Self::over(folder, Some(path))
    }

    /// Without a project.
    pub(crate) fn bare() -> Self {
        Self::over(tempfile::tempdir().unwrap(), None)
    }

    fn over(folder: tempfile::TempDir, project: Option<PathBuf>) -> Self {
        let settings = Settings {
            project,
            coder: "Noor".to_owned(),
            language: None,
            home: folder.path().to_owned(),
            memory: Some(folder.path().join("memory").join("workbench.toml")),
            zone: Zone::utc(),
            clock,
            assets: None,
        };
        let workbench = Arc::new(Workbench::new(settings, PORT).unwrap());
        let router = router(Arc::clone(&workbench));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut bench = Self { runtime, router, workbench, cookie: String::new(), folder };
        bench.cookie = bench.let_in();
        bench
    }

    /// Lets a browser in: its cookie.
    pub(crate) fn let_in(&self) -> String {
        let key = self.workbench.invitation();
        let path = key.split_once(&format!(":{PORT}")).unwrap().1.to_owned();
        let request = Request::get(path).header(HOST, host()).body(Body::empty()).unwrap();
        let answer = self.send(request);
        let cookie = answer.headers[SET_COOKIE].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Sends a request as it is.
    pub(crate) fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (status, headers) = (response.status(), response.headers().clone());
            let bytes = response.into_body().collect().await.unwrap().to_bytes();
            Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
        })
    }

    /// A request as the signed-in browser makes it.
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, host())
            .header(ORIGIN, format!("http://{}", host()))
            .header(COOKIE, &self.cookie)
    }

    /// A page.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap())
    }

    /// A form as a script sends it; the fields are written as in an address: `code=vuile%20was&back=/`.
    pub(crate) fn post(&self, path: &str, fields: &str) -> Answer {
        let request = self
            .request(Method::POST, path)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(fields.to_owned())).unwrap())
    }
}

/// The name under which the workbench is asked for.
pub(crate) fn host() -> String {
    format!("127.0.0.1:{PORT}")
}
