//! The small server: files of one folder, to browsers on this machine, and one line in each page that has it loaded again.

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, StatusCode, header};
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

/// Serves `folder` until the listener breaks; `editions` counts what was built.
pub(super) async fn serve(
    listener: TcpListener,
    folder: &Path,
    editions: Receiver<u64>,
) -> io::Result<()> {
    // Pages that waited for a server that ended are to be loaded again by the next one.
    let started = UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    let named = move |edition: u64| format!("{started}.{edition}");
    let shown = editions.clone();
    let events = move || {
        let stream = WatchStream::new(editions.clone())
            .map(move |edition| Ok::<_, io::Error>(Event::default().data(named(edition))));
        async { Sse::new(stream).keep_alive(KeepAlive::default()) }
    };
    // The edition is looked up before the file is read: one that is built meanwhile is another.
    let fresh = move |request, next| fresh(named(*shown.borrow()), request, next);
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) };
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    let router = Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(fresh))
        .route("/.newsprint/reload.js", get(script))
        .route("/.newsprint/editions", get(events))
        .layer(middleware::from_fn(to_this_machine));
    axum::serve(listener, router).await
}

/// Refuses what was asked of another name than this machine's own: a page from elsewhere can have its own name lead here
/// (DNS rebinding), and would read what is not published yet. The port may be another's, that of a tunnel.
async fn to_this_machine(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(is_this_machine) {
        return next.run(request).await;
    }
    (StatusCode::MISDIRECTED_REQUEST, "This is served to localhost and 127.0.0.1 alone.\n")
        .into_response()
}

fn is_this_machine(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host().trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Has nothing come from a cache, since the folder changes under the same addresses; and pages load again when there is
/// another edition than this.
async fn fresh(edition: String, mut request: Request, next: Next) -> Response {
    for conditional in [header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH, header::RANGE] {
        request.headers_mut().remove(conditional);
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return with_reload(response, &edition).await;
    }
    response
}

async fn with_reload(response: Response, edition: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&page);
    let page = match page.rsplit_once("</body>") {
        Some((before, after)) => format!(
            "{before}<script defer src=\"/.newsprint/reload.js\" data-edition=\"{edition}\"></script>\n</body>{after}"
        ),
        None => page.into_owned(),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for own in ["localhost", "LocalHost:8080", "127.0.0.1:8080", "127.0.0.2", "[::1]:9000"] {
            assert!(is_this_machine(own), "{own}");
        }
        for other in [
            "news.example",
            "localhost.news.example:8080",
            "192.168.0.7",
            "",
            "a b",
            "127.0.0.1.example",
        ] {
            assert!(!is_this_machine(other), "{other}");
        }
    }
}
