//! What a process and those that it started take, where Linux tells.

use std::fs;
use std::time::Duration;

/// How long a tick of the processes' time is on Linux.
const TICK: Duration = Duration::from_millis(10);

/// Bytes of memory, each page that several share in equal parts; `None` on other systems.
pub(super) fn memory(process: u32) -> Option<u64> {
    let family = family(process)?.into_iter();
    family.map(proportional_set_size).sum()
}

/// Time of processors.
pub(super) fn time(process: u32) -> Option<Duration> {
    let family = family(process)?.into_iter();
    let ticks: u32 = family.map(ticks).sum::<Option<u32>>()?;
    Some(TICK * ticks)
}

/// A process, its children and theirs.
fn family(process: u32) -> Option<Vec<u32>> {
    let mut family = vec![process];
    let mut next = 0;
    while let Some(process) = family.get(next) {
        // Every thread has children of its own.
        let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
        for thread in threads.flatten() {
            let children = fs::read_to_string(thread.path().join("children")).ok()?;
            family.extend(
                children
                    .split_whitespace()
                    .filter_map(|pid| pid.parse::<u32>().ok()),
            );
        }
        next += 1;
    }
    Some(family)
}

fn proportional_set_size(process: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn ticks(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let (_, fields) = text.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_takes_memory() {
        let memory = memory(std::process::id()).unwrap();
        assert!((100_000..100_000_000_000).contains(&memory), "{memory}");
        assert!(time(std::process::id()).is_some());
    }
}
