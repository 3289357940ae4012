//! Where the Python package is measured: beside its peers, and beside what bounds it.

use std::path::PathBuf;

use anyhow::Result;

use super::environment::Environment;
use super::interpreter::Interpreter;
use super::package;
use super::tools::Tools;
use crate::workspace;

/// The extension modules: what is measured, and the floors, which no user gets.
const MODULES: [&str; 2] = ["bindings/python", "benches/python/floors"];

/// Installs everything anew, the package as the wheel that users get, and gives the Python that
/// finds it.
pub(crate) fn environment() -> Result<PathBuf> {
    let tools = Tools::set_up()?;
    let interpreter = Interpreter::first()?;
    let environment = Environment::create(&tools, "bench", &interpreter)?;
    environment.install_file(&workspace::root().join("benches/python/requirements.txt"))?;
    for module in MODULES {
        environment.install_wheel(&package::wheel_of_crate(&tools, &interpreter, module)?)?;
    }
    environment.installed_package()?;
    Ok(environment.program("python").get_program().into())
}
