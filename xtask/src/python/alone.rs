//! Python for programs that need a group of requirements and not the package.

use std::path::PathBuf;

use anyhow::Result;

use super::environment::Environment;
use super::interpreter::Interpreter;
use super::requirements::Group;
use super::tools::Tools;

/// Installs a group anew into an environment of its own, and gives the Python that finds it.
pub(crate) fn environment_of(group: Group) -> Result<PathBuf> {
    let tools = Tools::set_up()?;
    let environment = Environment::create(&tools, group.name(), &Interpreter::first()?)?;
    environment.install_group(group)?;
    Ok(environment.program("python").get_program().into())
}
