//! A network between the program and PostgreSQL that fails at COMMIT.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::spawn;

/// Where the connection ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cut {
    /// Before the server hears of it.
    Before,
    /// After the server has done it, and before its answer arrives.
    After,
}

#[derive(Debug)]
pub(super) struct Proxy {
    pub(super) address: SocketAddr,
    /// How often it has cut a connection.
    pub(super) cuts: Arc<AtomicU32>,
}

impl Proxy {
    /// Passes everything on, and cuts the connection at each `every`th COMMIT.
    pub(super) fn to(server: String, cut: Cut, every: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let cuts = Arc::<AtomicU32>::default();
        let told = Arc::clone(&cuts);
        let commits = Arc::<AtomicU32>::default();
        spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(&server) else {
                    continue;
                };
                let (told, commits) = (Arc::clone(&told), Arc::clone(&commits));
                let (mut back, mut to_client) =
                    (server.try_clone().unwrap(), client.try_clone().unwrap());
                spawn(move || {
                    let _ = std::io::copy(&mut back, &mut to_client);
                    let _ = to_client.shutdown(Shutdown::Both);
                });
                spawn(move || {
                    let is_due =
                        || (commits.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(every);
                    if pass(client, server, cut, is_due) {
                        told.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        Self { address, cuts }
    }
}

/// Passes the client's messages on, and answers whether the connection was cut.
fn pass(
    mut client: TcpStream,
    mut server: TcpStream,
    cut: Cut,
    mut is_due: impl FnMut() -> bool,
) -> bool {
    let mut bytes = [0; 8192];
    while let Ok(count @ 1..) = client.read(&mut bytes) {
        let sent = &bytes[..count];
        // A simple query, a message of its own since the client waits for its answer.
        let is_commit = sent.first() == Some(&b'Q') && sent[5..].starts_with(b"COMMIT");
        let cuts = is_commit && is_due();
        if cuts {
            // Nothing of the answer arrives.
            client.shutdown(Shutdown::Both).unwrap();
        }
        if !(cuts && matches!(cut, Cut::Before)) && server.write_all(sent).is_err() {
            break;
        }
        if cuts {
            // The server does what it has, and sees that nobody is left.
            server.shutdown(Shutdown::Write).unwrap();
            return true;
        }
    }
    let _ = server.shutdown(Shutdown::Write);
    false
}
