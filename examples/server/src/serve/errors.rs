//! Why the service does not start, or does not end well.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use crate::store::OpenError;

/// Why the service does not start.
#[derive(Debug)]
pub enum StartError {
    /// The address cannot be had.
    Listen {
        /// The wanted one.
        address: SocketAddr,
        /// What the system says.
        error: io::Error,
    },
    /// The database cannot be opened.
    Store(OpenError),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { address, error } => {
                write!(f, "cannot listen on {address}: ")?;
                match error.kind() {
                    ErrorKind::AddrInUse => {
                        f.write_str("the address is in use; choose another with --bind")
                    }
                    ErrorKind::AddrNotAvailable => f.write_str(
                        "this machine does not have the address; choose another with --bind",
                    ),
                    ErrorKind::PermissionDenied => f.write_str(
                        "the system does not allow it; choose a port from 1024 with --bind",
                    ),
                    _ => error.fmt(f),
                }
            }
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl Error for StartError {}

/// That some requests were not finished when the time for the end was over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many connections were closed on them.
    pub connections: usize,
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { connections } = self;
        write!(
            f,
            "stopped before all requests were finished: the time for that was over, and connections \
             were cut: {connections}"
        )
    }
}

impl Error for Cut {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_cannot_be_had_is_told_with_the_way_out() {
        let sentence = |kind: ErrorKind| {
            let address = SocketAddr::from(([127, 0, 0, 1], 8000));
            StartError::Listen {
                address,
                error: kind.into(),
            }
            .to_string()
        };
        assert_eq!(
            sentence(ErrorKind::AddrInUse),
            "cannot listen on 127.0.0.1:8000: the address is in use; choose another with --bind"
        );
        assert_eq!(
            sentence(ErrorKind::AddrNotAvailable),
            "cannot listen on 127.0.0.1:8000: this machine does not have the address; choose another with --bind"
        );
        assert_eq!(
            sentence(ErrorKind::PermissionDenied),
            "cannot listen on 127.0.0.1:8000: the system does not allow it; choose a port from 1024 with --bind"
        );
        assert_eq!(
            sentence(ErrorKind::OutOfMemory),
            "cannot listen on 127.0.0.1:8000: out of memory"
        );
    }
}
