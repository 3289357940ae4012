//! The kinds of machines for which there is an addon, named as Node and napi-rs name them.

use std::env::consts::{ARCH, OS};

use serde_json::{Map, Value, json};

/// A kind of machine.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Platform {
    os: &'static str,
    cpu: &'static str,
    /// The library of C, or what takes its place.
    abi: Option<&'static str>,
}

/// Those that the main package names.
pub(crate) const ALL: [Platform; 4] = [
    Platform::new("linux", "x64", Some("gnu")),
    Platform::new("linux", "arm64", Some("gnu")),
    Platform::new("darwin", "arm64", None),
    Platform::new("win32", "x64", Some("msvc")),
];

impl Platform {
    const fn new(os: &'static str, cpu: &'static str, abi: Option<&'static str>) -> Self {
        Self { os, cpu, abi }
    }

    /// That of this machine, if there is an addon for it.
    pub(crate) fn of_this_machine() -> Option<Self> {
        let os = match OS {
            "macos" => "darwin",
            "windows" => "win32",
            other => other,
        };
        let cpu = match ARCH {
            "x86_64" => "x64",
            "aarch64" => "arm64",
            other => other,
        };
        let abi = match () {
            () if cfg!(target_env = "gnu") => Some("gnu"),
            () if cfg!(target_env = "musl") => Some("musl"),
            () if cfg!(target_env = "msvc") => Some("msvc"),
            () => None,
        };
        let here = Self::new(os, cpu, abi);
        ALL.into_iter().find(|platform| *platform == here)
    }

    /// The package with its addon: `@semaine/linux-x64-gnu`.
    pub(crate) fn package(&self) -> String {
        let Self { os, cpu, abi } = self;
        let abi = abi.map_or_else(String::new, |abi| format!("-{abi}"));
        format!("@semaine/{os}-{cpu}{abi}")
    }

    /// The manifest of that package, by which npm installs it on such machines alone.
    pub(crate) fn manifest(&self) -> Map<String, Value> {
        let Self { os, cpu, abi } = self;
        let mut manifest = Map::from_iter([
            ("name".to_owned(), json!(self.package())),
            (
                "description".to_owned(),
                json!(format!(
                    "What speeds up the columns of semaine on {os} {cpu}"
                )),
            ),
            ("os".to_owned(), json!([os])),
            ("cpu".to_owned(), json!([cpu])),
            // npm takes a package with a scope for a private one.
            ("publishConfig".to_owned(), json!({ "access": "public" })),
        ]);
        match abi {
            Some("gnu") => manifest.insert("libc".to_owned(), json!(["glibc"])),
            Some("musl") => manifest.insert("libc".to_owned(), json!(["musl"])),
            _ => None,
        };
        manifest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn packages_are_named_after_machines() {
        assert_eq!(
            ALL.map(|platform| platform.package()),
            [
                "@semaine/linux-x64-gnu",
                "@semaine/linux-arm64-gnu",
                "@semaine/darwin-arm64",
                "@semaine/win32-x64-msvc",
            ],
        );
    }

    #[test]
    fn the_package_looks_for_those_and_no_others() {
        let source = "bindings/javascript/src/columns/load-addon.cts";
        let source = std::fs::read_to_string(workspace::root().join(source)).unwrap();
        for platform in &ALL {
            let Platform { os, cpu, .. } = platform;
            let entry = format!("\"{os}-{cpu}\": \"{}\"", platform.package());
            assert!(source.contains(&entry), "{entry}");
        }
        assert_eq!(source.matches("\"@semaine/").count(), ALL.len());
    }

    #[test]
    fn a_manifest_says_for_which_machines_it_is() {
        let [linux, _, mac, _] = ALL.map(|platform| platform.manifest());
        assert_eq!(linux["os"], json!(["linux"]));
        assert_eq!(linux["cpu"], json!(["x64"]));
        assert_eq!(linux["libc"], json!(["glibc"]));
        assert_eq!(linux["publishConfig"]["access"], "public");
        assert_eq!(mac["os"], json!(["darwin"]));
        assert!(!mac.contains_key("libc"));
    }
}
