//! `newsprint serve`: the site in a browser on this machine, built again whenever a file changes.

mod http;
mod watch;

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context as _, bail};
use newsprint::site::{self, Options};
use tokio::runtime::Runtime;
use tokio::signal;
use tokio::sync::watch as channel;

use crate::Ending;
use crate::args::{Serve, Source};
use crate::draw::{self, counted};
use crate::load::load;
use crate::pictures::States;

/// Where a free port is looked for.
const PORTS: std::ops::Range<u16> = 8080..8180;

pub(crate) fn run(args: &Serve, verbose: bool) -> anyhow::Result<Ending> {
    if args.source.inputs.iter().any(|input| input.as_os_str() == "-") {
        bail!("standard input cannot be watched; name a file, or use `newsprint build -`");
    }
    let temporary = tempfile::tempdir().context("no temporary folder can be made")?;
    let folder = temporary.path().join("site");
    // Looked at before the first build, so that no change falls in between.
    let mut changes = watch::Changes::of(&args.source)?;
    let listener = listen(args.port)?;
    changes.follow(write(&args.source, &folder, verbose)?);

    let runtime = Runtime::new().context("the server cannot start")?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        let (publish, editions) = channel::channel(0);
        let (source, target) = (args.source.clone(), folder.clone());
        std::thread::spawn(move || write_again(changes, &source, &target, verbose, &publish));
        say(&format!("http://{address}/ (Ctrl-C ends it)"))?;
        tokio::select! {
            served = http::serve(listener, &folder, editions) => served.context("the server stopped"),
            () = interrupted() => Ok(()),
        }
    });
    // Browsers hold their connections open, and the watcher waits for ever: neither is waited for.
    runtime.shutdown_background();
    served.map(|()| Ending::Done)
}

/// Builds an edition. Gives the pictures that it was looking for.
fn write(source: &Source, folder: &Path, verbose: bool) -> anyhow::Result<States> {
    let loaded = load(source, &[])?;
    loaded.draw(verbose);
    loaded.require_articles(source)?;
    let options = Options { pictures: loaded.pictures, ..Options::default() };
    site::write(&loaded.corpus, &options, folder)?;
    say(&format!("built {}", counted(loaded.corpus.articles.len(), "article")))?;
    Ok(loaded.sought)
}

/// Builds a new edition after each change, and keeps the one before where that fails.
fn write_again(
    mut changes: watch::Changes,
    source: &Source,
    folder: &Path,
    verbose: bool,
    publish: &channel::Sender<u64>,
) {
    while changes.wait() {
        match write(source, folder, verbose) {
            Ok(pictures) => {
                publish.send_modify(|edition| *edition += 1);
                changes.follow(pictures);
            }
            Err(error) => draw::failure(&error),
        }
    }
}

fn listen(port: Option<u16>) -> anyhow::Result<TcpListener> {
    let listener = match port {
        Some(port) => {
            let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
            bound.with_context(|| format!("port {port} cannot be used"))?
        }
        None => free_port()?,
    };
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn free_port() -> anyhow::Result<TcpListener> {
    for port in PORTS {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            bound => return bound.with_context(|| format!("port {port} cannot be used")),
        }
    }
    bail!("no port from {} on is free; name one with --port", PORTS.start)
}

async fn interrupted() {
    #[cfg(unix)]
    if let Ok(mut terminated) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminated.recv() => {}
            // Where it cannot be listened for, the signal ends the program by itself.
            Ok(()) = signal::ctrl_c() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = signal::ctrl_c().await;
}

/// To stdout at once, also where that is a pipe: whoever started the server waits for the address.
fn say(line: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
