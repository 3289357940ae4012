//! Finds the interpreters of this machine by asking it: none is named in advance.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// Says what kind of Python runs it; nothing of one that is too old or another's, also of Python 2.
const INTRODUCTION: &str = "\
import platform, sys, sysconfig
if platform.python_implementation() == 'CPython' and sys.version_info >= (3, 10):
    threads = 'free' if sysconfig.get_config_var('Py_GIL_DISABLED') else 'locked'
    sys.stdout.write('%d %d %d %s %s' % (*sys.version_info[:3], threads, sys.executable))
";

/// A `CPython` that the package supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Interpreter {
    program: PathBuf,
    kind: Kind,
    patch: u16,
}

/// What makes a wheel fit: of two interpreters of a kind, one is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    major: u16,
    minor: u16,
    free_threaded: bool,
}

impl Interpreter {
    /// One of each kind, the oldest first.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(crate) fn all() -> Result<Vec<Self>> {
        let programs = on_path().into_iter().chain(of_pyenv()).chain(of_launcher());
        let found = one_of_each_kind(programs.filter_map(|program| Self::introduced(&program)));
        found.first().context(NONE)?;
        Ok(found)
    }

    /// The newest of them.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(crate) fn newest() -> Result<Self> {
        Self::all()?.pop().context(NONE)
    }

    /// The one that a person means by "python"; if that is too old, the newest of the others.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(crate) fn first() -> Result<Self> {
        let usual = ["python3", "python"].map(OsString::from);
        usual
            .iter()
            .find_map(Self::introduced)
            .map_or_else(Self::newest, Ok)
    }

    /// The program, with its path.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// The kind in short, as folders and wheels are named: `3.13`, or `3.13t` without the lock.
    pub(crate) fn tag(&self) -> String {
        let Kind {
            major,
            minor,
            free_threaded,
        } = self.kind;
        format!("{major}.{minor}{}", if free_threaded { "t" } else { "" })
    }

    /// What a person calls it.
    pub(crate) fn name(&self) -> String {
        let Kind {
            major,
            minor,
            free_threaded,
        } = self.kind;
        let threads = if free_threaded { " free-threaded" } else { "" };
        format!("Python {major}.{minor}.{}{threads}", self.patch)
    }

    fn introduced(program: impl AsRef<OsStr>) -> Option<Self> {
        let text = process::ask(process::program(program).args(["-c", INTRODUCTION]))?;
        Self::read(&text)
    }

    fn read(introduction: &str) -> Option<Self> {
        let mut words = introduction.splitn(5, ' ');
        let mut number = || words.next()?.parse().ok();
        let (major, minor, patch) = (number()?, number()?, number()?);
        let kind = Kind {
            major,
            minor,
            free_threaded: words.next()? == "free",
        };
        Some(Self {
            program: words.next()?.into(),
            kind,
            patch,
        })
    }
}

impl fmt::Display for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.program.display())
    }
}

const NONE: &str = "CPython 3.10 or newer is needed, and neither the search path nor pyenv has one; \
    install it as your system does, such as `apt-get install python3`, `brew install python` or \
    `winget install Python.Python.3.13`";

/// The first of each kind, sorted.
fn one_of_each_kind(found: impl Iterator<Item = Interpreter>) -> Vec<Interpreter> {
    let mut kinds = BTreeMap::new();
    for interpreter in found {
        kinds.entry(interpreter.kind).or_insert(interpreter);
    }
    kinds.into_values().collect()
}

/// The programs in the folders of the search path that are named as Python's are, and the plain
/// names first, because those are what a person means.
fn on_path() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs: Vec<_> = ["python3", "python"].map(PathBuf::from).into();
    for folder in env::split_paths(&path) {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let mut named: Vec<_> = entries
            .filter(|entry| entry.file_name().to_str().is_some_and(is_versioned))
            .map(|entry| entry.path())
            .collect();
        named.sort();
        programs.append(&mut named);
    }
    programs
}

/// Whether a program is named `python3.N`, or `python3.Nt` without the lock.
fn is_versioned(name: &str) -> bool {
    let name = name.strip_suffix(".exe").unwrap_or(name);
    name.strip_prefix("python3.").is_some_and(|minor| {
        let minor = minor.strip_suffix('t').unwrap_or(minor);
        !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// What pyenv has installed, active or not.
fn of_pyenv() -> Vec<PathBuf> {
    let versions = process::ask(Command::new("pyenv").args(["versions", "--bare"]));
    let versions = versions.unwrap_or_default();
    let prefixes = versions
        .lines()
        .filter_map(|version| process::ask(Command::new("pyenv").args(["prefix", version.trim()])));
    prefixes
        .map(|prefix| Path::new(&prefix).join("bin").join("python"))
        .collect()
}

/// What the launcher of Windows knows.
fn of_launcher() -> Vec<PathBuf> {
    let list = process::ask(Command::new("py").arg("-0p")).unwrap_or_default();
    list.lines().filter_map(path_in).collect()
}

/// The path at the end of a line such as ` -V:3.13 *        C:\Python313\python.exe`.
fn path_in(line: &str) -> Option<PathBuf> {
    let (_, rest) = line.trim_start().split_once(' ')?;
    let path = rest.trim_start().trim_start_matches('*').trim();
    (!path.is_empty()).then(|| path.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn introduced(text: &str) -> Interpreter {
        Interpreter::read(text).unwrap()
    }

    #[test]
    fn an_introduction_is_read() {
        let locked = introduced("3 10 13 locked /usr/bin/python3.10");
        assert_eq!(locked.tag(), "3.10");
        assert_eq!(locked.to_string(), "Python 3.10.13 (/usr/bin/python3.10)");
        let free = introduced("3 14 0 free C:\\Program Files\\Python314\\python3.14t.exe");
        assert_eq!(free.tag(), "3.14t");
        assert_eq!(
            free.to_string(),
            "Python 3.14.0 free-threaded (C:\\Program Files\\Python314\\python3.14t.exe)",
        );
    }

    #[test]
    fn silence_introduces_nobody() {
        for text in ["", "3", "3 10 13 locked", "Python 3.9.18"] {
            assert_eq!(Interpreter::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_of_each_kind_is_kept_and_the_oldest_comes_first() {
        let found = [
            "3 13 0 locked a",
            "3 9 1 locked b",
            "3 13 1 locked c",
            "3 13 1 free d",
            "3 10 0 locked e",
        ]
        .map(introduced);
        let kept: Vec<_> = one_of_each_kind(found.into_iter())
            .iter()
            .map(|interpreter| (interpreter.tag(), interpreter.program.clone()))
            .collect();
        let expected = [("3.9", "b"), ("3.10", "e"), ("3.13", "a"), ("3.13t", "d")];
        assert_eq!(kept, expected.map(|(tag, path)| (tag.into(), path.into())));
    }

    #[test]
    fn only_names_with_a_version_are_looked_at() {
        for name in ["python3.10", "python3.13t", "python3.14.exe"] {
            assert!(is_versioned(name), "{name}");
        }
        for name in [
            "python3",
            "python3.",
            "python3.t",
            "python3.12-config",
            "ipython3.12",
        ] {
            assert!(!is_versioned(name), "{name}");
        }
    }

    #[test]
    fn the_launcher_names_a_path_in_each_line() {
        for (line, path) in [
            (
                " -V:3.13 *        C:\\Python313\\python.exe",
                "C:\\Python313\\python.exe",
            ),
            (
                " -V:3.10          C:\\A B\\python.exe",
                "C:\\A B\\python.exe",
            ),
        ] {
            assert_eq!(path_in(line), Some(path.into()), "{line}");
        }
        assert_eq!(
            path_in("No installed Pythons found!"),
            Some("installed Pythons found!".into())
        );
        assert_eq!(path_in(""), None);
    }

    #[test]
    fn this_machine_has_one() {
        let first = Interpreter::first().unwrap();
        assert!(
            Interpreter::all()
                .unwrap()
                .iter()
                .any(|one| one.kind == first.kind)
        );
    }
}
