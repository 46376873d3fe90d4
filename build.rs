//! Puts the viewer that Trunk built into the program, so that an author needs this one file.
//!
//! `scripts/attach.sh` leaves the viewer in `target/viewer`; `NEWSPRINT_VIEWER_DIR` names another folder.
//! Where there is none (a first `cargo check`, most tests) two empty files stand in, and the program
//! says what is missing when it is asked for a site.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=NEWSPRINT_VIEWER_DIR");
    // The viewer does not carry itself.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        return Ok(());
    }
    let folder = |name| env::var_os(name).map(PathBuf::from).unwrap_or_default();
    let source = match env::var_os("NEWSPRINT_VIEWER_DIR") {
        Some(named) => PathBuf::from(named),
        None => default_folder(&folder("CARGO_MANIFEST_DIR").join("target")),
    };
    if source.is_dir() {
        println!("cargo:rerun-if-changed={}", source.display());
    }
    for file in ["viewer.js", "viewer_bg.wasm"] {
        let content = match fs::read(source.join(file)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read?,
        };
        fs::write(folder("OUT_DIR").join(file), content)?;
    }
    Ok(())
}

/// `target/viewer`, made empty where it is missing: Cargo takes a watched path that does not exist for
/// changed every time, and would compile everything again and again until the first viewer is built.
fn default_folder(target: &std::path::Path) -> PathBuf {
    let folder = target.join("viewer");
    if target.is_dir() {
        // Where it cannot be made, it is only not watched.
        let _ = fs::create_dir(&folder);
    }
    folder
}
