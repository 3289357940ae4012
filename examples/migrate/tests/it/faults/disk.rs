//! There is no more room.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::bed::{Bed, MIGRATE, RESUME, ROLLBACK};
use super::legacy;
use crate::support::database::Kind;
use crate::support::program::{Ended, Program};
use crate::support::scale::count;

const PLANS: u64 = 2000;

/// The same command in a process that may make no file larger than so many blocks of 512 bytes.
fn limited(bed: &Bed, blocks: u64, arguments: &[&str]) -> Ended {
    let command = bed.program.command(arguments);
    // The signal that comes with it would end the process before it can tell.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(command.get_current_dir().unwrap())
        .stdin(Stdio::null());
    shell.output().unwrap().into()
}

fn size(bed: &Bed) -> u64 {
    let path = bed.database.url.strip_prefix("sqlite:").unwrap();
    fs::metadata(path).unwrap().len()
}

#[test]
fn a_file_that_must_not_grow_is_told_and_loses_nothing() {
    let bed = Bed::of(Kind::Sqlite, PLANS).unwrap();
    let first = size(&bed);
    bed.does(&MIGRATE);
    let grown = size(&bed);
    assert!(first < grown);
    let mut failed = 0;
    for step in 0..6 {
        bed.renew();
        let most = first + (grown - first) * step / 6;
        let ended = limited(&bed, most.div_ceil(512), &MIGRATE);
        assert!(ended.code.is_some(), "{ended:?}");
        if ended.code == Some(0) {
            continue;
        }
        assert!(
            ended.err.contains("full") || ended.err.contains("disk"),
            "{ended:?}"
        );
        failed += 1;
        if bed.is_pending() {
            bed.does(&RESUME);
        } else {
            bed.is_as_before("there was no room to begin");
            bed.does(&MIGRATE);
        }
        bed.is_migrated("after there was no room");
        bed.does(&ROLLBACK);
        bed.is_as_before("after there was no room");
    }
    assert!(failed > 1);
    count("full disks", failed);
}

#[test]
fn a_full_disk_is_told_and_gets_over() {
    let bed = Bed::of(Kind::Sqlite, PLANS).unwrap();
    let Some(disk) = Disk::mount(bed.database.folder.path()) else {
        // A count that is missing is seen where they are printed.
        println!("SKIPPED a_full_disk_is_told_and_gets_over: only root can make a small disk");
        return;
    };
    let file = disk.0.join("small.db");
    let path = bed.database.url.strip_prefix("sqlite:").unwrap();
    fs::copy(path, &file).unwrap();
    let filler = disk.0.join("filler");
    let room = 40 * 1024;
    let free = disk.free();
    fs::write(&filler, vec![0; usize::try_from(free - room).unwrap()]).unwrap();
    let program = Program::on(&bed.database, None).at(format!("sqlite:{}", file.display()));
    let ended = program.run(&MIGRATE);
    assert!(!matches!(ended.code, None | Some(0)), "{ended:?}");
    fs::remove_file(&filler).unwrap();
    let again: &[&str] = match program.run(&["status"]).code {
        Some(20) => &RESUME,
        _ => &MIGRATE,
    };
    program.expect(0, again);
    fs::copy(&file, path).unwrap();
    drop(disk);
    assert!(legacy::read(&bed.database) == bed.after);
    count("full disks", 1);
}

/// A disk in memory.
#[derive(Debug)]
struct Disk(PathBuf);

impl Disk {
    fn mount(folder: &Path) -> Option<Self> {
        let path = folder.join("disk");
        fs::create_dir(&path).unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=4m", "semaine"])
            .arg(&path);
        let mounted = mount.output();
        mounted
            .is_ok_and(|output| output.status.success())
            .then_some(Self(path))
    }

    fn free(&self) -> u64 {
        let stat = rustix::fs::statvfs(&self.0).unwrap();
        stat.f_bavail * stat.f_frsize
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("-l").arg(&self.0).status();
        assert!(unmounted.is_ok_and(|status| status.success()));
    }
}
