//! The system refuses a call while an officer changes the passphrase.
//!
//! # Why
//! No command changes a passphrase, only a screen does. So this program plays the desk itself: it
//! starts itself once more behind `strace`, and that child does what the screen would do.
use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::{self, Command},
};

use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::Pass,
        keys::change_own,
    },
    fault::Fault,
    store::cipher::Cost,
};

use crate::harsh::{
    inject::{Base, goes_on},
    office::{lets_in, relock},
    refusal::{Errand, Refused, refused},
    run::OFFICER,
};

/// Where the child finds the folder of the office.
const CHILD: &str = "LOKET_ANAK";

/// What the officer wants to come in with from now on.
const NEXT: &str = "kunci-loket-uji-2";

/// The test that is parent and child.
const OWN_NAME: &str = "harsh::inject_keys::\
    whatever_the_system_refuses_while_the_passphrase_changes_one_of_both_lets_the_officer_in";

/// The child: comes in, changes the passphrase, says so, and closes the desk.
fn changed(folder: &Path) -> Result<(), Fault> {
    let pass = Pass::new(OFFICER.0, OFFICER.1);
    let (mut desk, _) = Desk::enter(folder, &pass, Clock::Wall, &mut |_| {})?;
    desk.set_cost(Cost::trifle());
    change_own(&mut desk, &OFFICER.1.parse().unwrap(), &NEXT.parse().unwrap())?;
    let told = io::stdout().lock().write_all(b"\ntersimpan\n");
    told.map_err(|why| Fault::Device { name: "layar", why })
}

/// An office whose officer does that.
struct Changing(Base);

impl Errand for Changing {
    fn name(&self) -> String {
        "ganti sandi".to_owned()
    }

    fn folder(&self) -> &Path {
        self.0.place.path()
    }

    fn ready(&self, before: &[&str]) -> (Command, String) {
        let (own, data) = (env::current_exe().unwrap(), self.0.again());
        let rest = ["--ignored", "--exact", OWN_NAME, "--test-threads=1"];
        let all = [before, &[own.to_str().unwrap()], &rest].concat();
        let mut command = Command::new(all[0]);
        command.args(&all[1..]).env(CHILD, data).env_remove("RUST_BACKTRACE");
        (command, String::new())
    }

    fn judge(&self, refused: &Refused) -> Result<(), String> {
        let data = self.folder().join("lagi");
        let said = refused.end.out.contains("\ntersimpan\n");
        // What runs the child says by itself that it could not print its own lines.
        if refused.end.status != Some(101) && refused.is_told()? && !refused.killed && !said {
            return Err(format!("berakhir {:?}", refused.end));
        }
        let (old, new) = (lets_in(&data, OFFICER.1)?, lets_in(&data, NEXT)?);
        if old == new || said && old {
            return Err(format!("sandi lama {old}, sandi baru {new}, {:?}", refused.end));
        }
        if new {
            relock(&data, NEXT, OFFICER.1);
        }
        goes_on(self.0.book.clone(), &data)
    }
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_the_passphrase_changes_one_of_both_lets_the_officer_in() {
    let Some(folder) = env::var_os(CHILD) else {
        return refused(|| Changing(Base::of_an_office()));
    };
    // Whatever goes wrong here is told to the parent, and never by a panic.
    let status = changed(Path::new(&folder)).map_or_else(
        |fault| {
            let _ = writeln!(io::stderr().lock(), "{fault}");
            1
        },
        |()| 0,
    );
    process::exit(status);
}
