//! The program: files in, a site out. What it can do is in [`args`], which is also its help.
//!
//! It is the only place that reads and writes files, and it decides nothing about texts: it gathers
//! the inputs ([`inputs`]), makes a corpus of them with the library ([`load`]), and hands that to one
//! command. What it has to say goes to stderr ([`draw`]); stdout carries results only.

// In a browser there is no program: `cargo test` for wasm builds this file too, and finds it empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod args;
mod attach;
mod build;
mod bytes;
mod config;
mod draw;
mod entities;
mod init;
mod inputs;
mod inspect;
mod load;
mod outline;
mod pictures;
mod progress;
mod search;
mod serve;
mod understand;
mod why;
mod wrong;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

/// How a command ended that did not fail.
enum Ending {
    /// Everything was done.
    Done,
    /// The rest was done, but some input could not be used.
    WithErrors,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::WithErrors) => ExitCode::from(3),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            draw::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> anyhow::Result<Ending> {
    match &args.command {
        Command::Build(build) => build::run(build, args.verbose),
        Command::Serve(serve) => serve::run(serve, args.verbose),
        Command::Inspect(inspect) => inspect::run(inspect, args.verbose),
        Command::Entities(entities) => entities::run(entities, args.verbose),
        Command::Search(search) => search::run(search, args.verbose),
        Command::Attach(attach) => attach::run(attach, args.verbose),
        Command::Init(init) => init::run(init),
    }
}

/// Whoever read our output has had enough, as in `newsprint inspect page.txt | head`: not a failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut io_errors = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    io_errors.any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
