//! What is refused before anything is read.

use semaine_migrate::database;
use semaine_migrate::error::FaultKind;

#[test]
fn a_file_that_is_not_there_or_not_of_sqlite_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.sqlite");
    let open_it = || database::open(path.to_str().unwrap());
    assert_eq!(open_it().unwrap_err().exit_code(), 2);
    assert!(!path.exists());
    std::fs::write(&path, "Dear diary, ".repeat(1000)).unwrap();
    let refused = open_it().unwrap_err();
    assert_eq!(refused.fault(), Some(FaultKind::Corrupt));
    assert!(refused.to_string().contains("none.sqlite"), "{refused}");
    assert!(refused.to_string().contains("not a database"), "{refused}");
}

#[test]
fn a_password_is_never_told() {
    let urls = [
        "mysql://root:hunter2@localhost/a",
        "postgres://root:hunter2@[::1/a",
        "postgres://root:hunter2@localhost:1/a?wrong=hunter2",
        "postgres://root:hunter2@127.0.0.1:1/a",
        "postgres://root:x?hunter2=1@127.0.0.1:1/a",
    ];
    for url in urls {
        let refused = database::open(url).unwrap_err();
        assert!(!refused.to_string().contains("hunter2"), "{refused}");
        assert!(!format!("{refused:?}").contains("hunter2"), "{refused:?}");
    }
}
