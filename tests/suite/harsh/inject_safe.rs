//! The system refuses a call while a backup is made, or brought back.
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use loket::desk::restoring::inspect;

use crate::harsh::{
    inject::{Base, goes_on},
    refusal::{Errand, Refused, refused},
    run::{Ended, behind, ended, loket},
};

/// Every file in a folder and what is in it.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Every file in a folder. What only says who holds it is not counted.
pub fn files(folder: &Path) -> Files {
    let mut all = Files::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if !path.ends_with("gembok.siapa") {
            all.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    all
}

/// Whether every file that bears the name of a backup is one, and none of those is missing.
pub fn are_sound(stick: &Path, before: &Files) -> Result<usize, String> {
    let now = files(stick);
    if let Some((path, _)) = before.iter().find(|(path, bytes)| now.get(*path) != Some(*bytes)) {
        return Err(format!("cadangan lama berubah: {}", path.display()));
    }
    let half = |path: &&PathBuf| path.extension().is_some_and(|end| end == "baru");
    let whole: Vec<&PathBuf> = now.keys().filter(|path| !half(path)).collect();
    for path in &whole {
        inspect(path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    }
    Ok(whole.len())
}

/// Backs an office up; the file.
pub fn backed_up(data: &Path, stick: &Path) -> Result<PathBuf, String> {
    let end = ended(loket(data, &["cadangkan", stick.to_str().unwrap()]), "")?.well()?;
    let file = end.out.split('\t').next().unwrap_or_default();
    Ok(PathBuf::from(file))
}

/// A backup is made onto a stick on which there is one already.
struct BackingUp {
    base: Base,
    before: Files,
}

impl BackingUp {
    fn begin() -> Self {
        let base = Base::of_an_office();
        let stick = base.place.path().join("stick");
        fs::create_dir(&stick).unwrap();
        backed_up(&base.place.path().join("data"), &stick).unwrap();
        let before = files(&stick);
        Self { base, before }
    }
}

impl Errand for BackingUp {
    fn name(&self) -> String {
        "cadangkan".to_owned()
    }

    fn folder(&self) -> &Path {
        self.base.place.path()
    }

    fn ready(&self, before: &[&str]) -> (Command, String) {
        let stick = self.folder().join("stick");
        for path in files(&stick).keys().filter(|path| !self.before.contains_key(*path)) {
            fs::remove_file(path).unwrap();
        }
        let words = ["cadangkan", stick.to_str().unwrap()];
        (behind(before, &self.base.again(), &words), String::new())
    }

    fn judge(&self, refused: &Refused) -> Result<(), String> {
        let (data, stick) = (self.folder().join("lagi"), self.folder().join("stick"));
        let well = refused.is_told()?;
        let sound = are_sound(&stick, &self.before)?;
        let said = refused.end.out.split_once('\t').map(|(file, _)| Path::new(file).is_file());
        if said == Some(false) || well && !refused.killed && sound != 2 {
            return Err(format!("{sound} cadangan, berakhir {:?}", refused.end));
        }
        backed_up(&data, &stick)?;
        let count = files(&stick).len();
        if are_sound(&stick, &self.before)? != count || count != sound + 1 {
            return Err(format!("{count} berkas di stick sesudah {sound} cadangan"));
        }
        goes_on(self.base.book.clone(), &data)
    }
}

/// A backup is brought back beside the office that it is of.
struct BringingBack {
    base: Base,
    file: PathBuf,
    before: Files,
}

impl BringingBack {
    fn begin() -> Self {
        let base = Base::of_an_office();
        let data = base.place.path().join("data");
        let file = backed_up(&data, base.place.path()).unwrap();
        let before = files(&data);
        Self { base, file, before }
    }

    fn to(&self) -> PathBuf {
        self.folder().join("pulih")
    }

    fn command(&self, before: &[&str]) -> Command {
        let (file, to) = (self.file.to_str().unwrap(), self.to());
        let words = ["pulihkan", file, "--ke", to.to_str().unwrap()];
        behind(before, &self.folder().join("data"), &words)
    }
}

impl Errand for BringingBack {
    fn name(&self) -> String {
        "pulihkan".to_owned()
    }

    fn folder(&self) -> &Path {
        self.base.place.path()
    }

    fn ready(&self, before: &[&str]) -> (Command, String) {
        let _ = fs::remove_dir_all(self.to());
        (self.command(before), String::new())
    }

    fn judge(&self, refused: &Refused) -> Result<(), String> {
        let to = self.to();
        let said = refused.is_told()? && !refused.killed || refused.end.out.contains("pulih\t");
        let words = ["ekspor", "permohonan", "--format", "jsonl"];
        let office = to.is_dir() && ended(loket(&to, &words), "")?.calm()?.status == Some(0);
        if office {
            self.base.book.check_all(&to)?;
        } else if said {
            return Err(format!("bukan kantor, berakhir {:?}", refused.end));
        } else {
            // The same command again, wherever it was cut off.
            ended(self.command(&[]), "").and_then(Ended::well)?;
        }
        if files(&self.folder().join("data")) != self.before {
            return Err("data yang sekarang berubah".to_owned());
        }
        goes_on(self.base.book.clone(), &to)
    }
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_during_a_backup_the_one_before_stays_and_none_is_half() {
    refused(BackingUp::begin);
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_restoring_half_an_office_is_never_opened() {
    refused(BringingBack::begin);
}
