//! The package built from the present source and installed, for a script that uses it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::project::Project;
use super::tools::Tools;
use super::{node, package};

/// A project with the package, and its addon where there is one.
pub(crate) struct Installed {
    project: Project,
    version: String,
    addon: bool,
}

impl Installed {
    /// Installs both beside a script.
    pub(crate) fn beside(script: &str) -> Result<Self> {
        let version = node::version()?;
        let tools = Tools::set_up()?;
        let tarball = package::tarball(&tools)?;
        let addon = package::addon()?;
        let project = Project::empty("demo")?;
        let tarballs: Vec<&Path> = [Some(&tarball), addon.as_ref()]
            .into_iter()
            .flatten()
            .map(AsRef::as_ref)
            .collect();
        project.install(&tarballs)?;
        let name = Path::new(script)
            .file_name()
            .context("a script has a name")?;
        project.add(script, &name.to_string_lossy())?;
        Ok(Self {
            project,
            version,
            addon: addon.is_some(),
        })
    }

    /// What answers for columns.
    pub(crate) fn name(&self) -> String {
        let Self { version, addon, .. } = self;
        let addon = if *addon { "with" } else { "without" };
        format!("Node {version} {addon} the addon")
    }

    /// Node, beside the script.
    pub(crate) fn node(&self) -> Result<Command> {
        let mut node = self.project.node()?;
        // So that an addon which cannot be loaded is an error.
        node.env(
            "SEMAINE_ENGINE",
            if self.addon { "native" } else { "portable" },
        );
        Ok(node)
    }
}
