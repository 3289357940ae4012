//! Processes that are killed, stopped and cut off, disks that are full, files that are damaged, and others
//! who write meanwhile.

mod bed;
mod clock;
mod commit;
mod corrupt;
mod disk;
mod drift;
mod kills;
mod legacy;
mod memory;
mod places;
mod proxy;
mod random;
mod signals;
mod two;
mod writers;
mod zombie;
