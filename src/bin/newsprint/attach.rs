//! `newsprint attach`: what Trunk calls after it has built the viewer, so that `trunk serve` shows articles.

use std::fs;

use anyhow::Context as _;
use newsprint::{pack, site};

use crate::Ending;
use crate::args::Attach;
use crate::load::load;

pub(crate) fn run(args: &Attach, verbose: bool) -> anyhow::Result<Ending> {
    let loaded = load(&args.source, &[])?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;
    let file = args.wasm.display();
    let viewer = fs::read(&args.wasm).with_context(|| format!("{file} cannot be read"))?;
    let attached = site::attach(&viewer, pack::encode(&loaded.corpus))
        .with_context(|| format!("{file} cannot take the articles"))?;
    fs::write(&args.wasm, attached).with_context(|| format!("{file} cannot be written"))?;
    Ok(loaded.ending())
}
