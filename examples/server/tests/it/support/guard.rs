//! What ends with the test process, even if that is killed.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// A shell that waits at a pipe, whose other end closes when the test process has gone, and then kills a
/// process.
#[derive(Debug)]
pub(crate) struct Guard(Child);

impl Guard {
    pub(crate) fn of(process: &Child) -> Self {
        let shell = Command::new("sh")
            .args(["-c", "read -r _; kill -KILL \"$0\""])
            .arg(process.id().to_string())
            // A signal to the tests as a group, such as that of Ctrl-C, is not for it.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self(shell)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // The shell has to go before its pipe closes: the process may have another owner by now.
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}
