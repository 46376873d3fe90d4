//! The small server: files of one folder, and one line in each page that has it loaded again.

use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;
use tower_http::services::{ServeDir, ServeFile};

/// From the server itself, as the pages' policy (`script-src 'self'`, `connect-src 'self'`) asks.
const RELOAD: &str = include_str!("reload.js");
const RELOAD_TAG: &str = "<script defer src=\"/.newsprint/reload.js\"></script>\n";

/// Serves `folder` until the listener breaks; `editions` counts what was built.
pub(super) async fn serve(
    listener: TcpListener,
    folder: &Path,
    editions: Receiver<u64>,
) -> io::Result<()> {
    // Pages that waited for a server that ended are to be loaded again by the next one.
    let started = UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    let events = move || {
        let stream = WatchStream::new(editions.clone()).map(move |edition| {
            Ok::<_, io::Error>(Event::default().data(format!("{started}.{edition}")))
        });
        async { Sse::new(stream).keep_alive(KeepAlive::default()) }
    };
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) };
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    let router = Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(fresh))
        .route("/.newsprint/reload.js", get(script))
        .route("/.newsprint/editions", get(events));
    axum::serve(listener, router).await
}

/// Has nothing come from a cache, since the folder changes under the same addresses; and pages load again.
async fn fresh(mut request: Request, next: Next) -> Response {
    for conditional in [header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH, header::RANGE] {
        request.headers_mut().remove(conditional);
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return with_reload(response).await;
    }
    response
}

async fn with_reload(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&page);
    let page = match page.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{RELOAD_TAG}</body>{after}"),
        None => page.into_owned(),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}
