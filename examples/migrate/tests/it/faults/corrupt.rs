//! Files are damaged.

use std::fs;
use std::path::{Path, PathBuf};

use super::bed::{Bed, MIGRATE};
use super::random::Random;
use crate::support::database::Kind;
use crate::support::scale::{count, times};

/// What a damaged backup ends with.
const BACKUP: Option<i32> = Some(6);
/// What a damaged database ends with.
const CHECK: Option<i32> = Some(3);

#[test]
fn a_damaged_database_is_refused_and_left_alone() {
    let bed = Bed::of(Kind::Sqlite, 500).unwrap();
    let path = bed.database.url.strip_prefix("sqlite:").unwrap();
    let sound = fs::read(path).unwrap();
    // A page's head in the midst of the file, of whatever tree.
    for page in [3, 7, sound.len() / 4096 - 2] {
        let mut damaged = sound.clone();
        for byte in &mut damaged[page * 4096..page * 4096 + 64] {
            *byte ^= 0xa5;
        }
        fs::write(path, &damaged).unwrap();
        let ended = bed.program.run(&MIGRATE);
        assert_eq!(ended.code, CHECK, "page {page}: {ended:?}");
        assert!(fs::read(path).unwrap() == damaged, "page {page}");
        count("damaged databases", 1);
    }
}

#[test]
fn a_backup_with_any_byte_damaged_is_found() {
    for bed in Bed::on_both(200) {
        bed.does(&["backup"]);
        let backups = bed.program.expect(0, &["list-backups"]);
        let name = backups["backups"][0]["name"].as_str().unwrap();
        bed.does(&["verify-backup", name]);
        let files = files(&bed.database.folder.path().join("semaine-backups"));
        assert!(files.len() >= 2, "{files:?}");
        let mut random = Random::new(1);
        for round in 0..times(6, 1000) {
            let file = &files[round as usize % files.len()];
            let sound = fs::read(file).unwrap();
            let mut damaged = sound.clone();
            let offset = usize::try_from(random.next()).unwrap() % sound.len();
            damaged[offset] ^= 1 << (random.next() % 8);
            fs::write(file, &damaged).unwrap();
            let place = format!("{} at {offset}", file.display());
            let ended = bed.run(&["verify-backup", name]);
            assert_eq!(ended.code, BACKUP, "{place}: {ended:?}");
            let ended = bed.run(&["restore", name, "--execute"]);
            assert_eq!(ended.code, BACKUP, "{place}: {ended:?}");
            fs::write(file, &sound).unwrap();
            count("damaged backups", 1);
        }
        bed.is_as_before("of no damaged backup");
        bed.does(&["verify-backup", name]);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all
}
