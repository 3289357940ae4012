//! A network between the server and PostgreSQL, which can stand still.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::spawn;

/// Passes bytes on, unless it is frozen: then it keeps them, and tells nobody.
#[derive(Debug)]
pub(super) struct Proxy {
    pub(super) address: SocketAddr,
    frozen: Arc<(Mutex<bool>, Condvar)>,
}

impl Proxy {
    pub(super) fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let frozen = Arc::<(Mutex<bool>, Condvar)>::default();
        let gate = Arc::clone(&frozen);
        spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(&target) else {
                    continue;
                };
                let (back, forth) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                for (from, to) in [(client, server), (forth, back)] {
                    let gate = Arc::clone(&gate);
                    spawn(move || pass(from, to, &gate));
                }
            }
        });
        Self { address, frozen }
    }

    pub(super) fn freeze(&self, frozen: bool) {
        *self.frozen.0.lock().unwrap() = frozen;
        self.frozen.1.notify_all();
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, (frozen, thawed): &(Mutex<bool>, Condvar)) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        drop(
            thawed
                .wait_while(frozen.lock().unwrap(), |frozen| *frozen)
                .unwrap(),
        );
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    // The other side may have ended it before.
    let _ = to.shutdown(Shutdown::Write);
}
