//! `src/core.ts`, which is the core compiled to plain JavaScript.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::tools::Tools;
use super::{folder, node};
use crate::bare::Compiler;
use crate::{process, workspace};

const MENDED: &str = "`cargo xtask codegen` writes it";

/// Compiles it anew.
pub(crate) fn write() -> Result<()> {
    let file = file();
    let text = Generated::new(&Tools::set_up()?)?.text;
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Compiles it and compares: its text if this is the compiler that wrote the file; what it computes if
/// not, since another compiler finds other expressions for the same numbers.
pub(crate) fn check() -> Result<()> {
    let tools = Tools::set_up()?;
    let Generated { text, compiler } = Generated::new(&tools)?;
    let file = file();
    let committed =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if text == committed {
        return Ok(());
    }
    if committed.contains(&compiler) {
        bail!("{} is not what would be written: {MENDED}", file.display());
    }
    process::say(&format!(
        "{} was written by another compiler than {compiler}: comparing what it computes",
        file.display()
    ))?;
    check_answers(&tools, &text)
}

/// Runs the vectors through a text that was not committed.
fn check_answers(tools: &Tools, text: &str) -> Result<()> {
    let scratch = workspace::scratch()?.join("javascript").join("core");
    fs::create_dir_all(&scratch)?;
    let source = scratch.join("core.ts");
    fs::write(&source, text).with_context(|| format!("cannot write {}", source.display()))?;
    process::run(
        tools
            .program("tsc")
            .args(["--ignoreConfig", "--target", "es2022", "--module", "es2022"])
            .arg("--outDir")
            .arg(&scratch)
            .arg(&source),
    )?;
    fs::write(scratch.join("package.json"), r#"{"type":"module"}"#)?;
    process::run(
        node::node()?
            .arg("bindings/javascript/portable/check.mjs")
            .arg(scratch.join("core.js"))
            .arg("tests/vectors"),
    )
}

struct Generated {
    text: String,
    compiler: String,
}

impl Generated {
    fn new(_: &Tools) -> Result<Self> {
        let rust = Compiler::for_target("wasm32-unknown-unknown")?;
        let compiler = rust.version()?;
        let module = rust
            .build("semaine-portable", "portable")?
            .join("semaine_portable.wasm");
        let mut generate = node::node()?;
        generate
            .arg("bindings/javascript/portable/generate.mjs")
            .arg(module)
            .arg(&compiler);
        let text = process::capture(&mut generate)?;
        Ok(Self { text, compiler })
    }
}

fn file() -> PathBuf {
    folder().join("src").join("core.ts")
}
