//! Has the program built again when the page is.

use std::path::Path;

const PAGE: &str = "../web/dist";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={PAGE}");
    // Cargo takes a folder that is not there for one that has changed, and would compile the server every
    // time. In a source that cannot be written it does so, and all is well otherwise.
    if !Path::new(PAGE).exists() {
        std::fs::create_dir_all(PAGE).ok();
    }
}
