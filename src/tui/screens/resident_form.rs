//! The form about a resident, new or known: what a NIK tells is said while it is typed.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, directory, keeping, likeness, portrait, residents},
    domain::{
        choice::Choice as _, digits::masks, id::Id, likeness::Band, request::Kind,
        resident::Resident,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Offer, Source},
        resident::{BORN, FIELDS, KK, MOTHER, NIK, NO_NIK, PHONE},
        resident_answers::{answers, begun},
    },
    tui::{
        command::Command,
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Route, Step},
        sheet::{Sheet, Told},
        verdict::Verdict,
    },
};

const FORM: &str = "warga";

/// The hidden answer that says which kind of request follows.
const THEN: &str = "lanjut";

/// The questions after which somebody who is known can be recognised.
const EARLY: &[&str] = &[BORN.id, MOTHER.id, PHONE.id];

/// Said where the masked NIK of a known resident stands.
const KEPT: &str = "NIK yang tercatat tetap. Bila salah: Ctrl-U, lalu ketik yang benar.";

/// The same of the number of the card.
const KEPT_KK: &str = "Nomor KK yang tercatat tetap. Bila salah: Ctrl-U, lalu ketik yang benar.";

/// What the answers are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// A new resident, and the kind of request that follows.
    New(Option<Kind>),
    /// What is known of this resident is mended.
    Mend(Id),
}

/// The form, and what its NIK says.
#[derive(Debug)]
pub struct ResidentForm {
    filling: Filling,
    purpose: Purpose,
    title: String,
    /// Another resident who holds the NIK.
    holder: Option<Id>,
    /// Whose NIK it is, or what it says.
    told: Option<String>,
    /// Answers that came from the NIK, as they were put.
    given: Vec<(&'static str, String)>,
}

/// A new resident, begun with what was typed in the search.
pub fn begin(desk: &mut Desk, typed: &str, then: Option<Kind>) -> Opened {
    let mut draft = begun(typed);
    draft.put(keeping::APART, keeping::serial(desk, FORM));
    draft.put(THEN, then.map_or("", Kind::code));
    let filling = Filling::begun(FORM, sheet(desk, draft));
    ResidentForm::open(desk, filling, Purpose::New(then), "Warga baru")
}

/// A new resident whose form was left half-typed.
pub fn resume(desk: &mut Desk, slot: &str) -> Opened {
    let draft = keeping::of(desk, slot).ok_or(Fault::Missing { what: "konsep" })?;
    let then = Kind::coded(draft.named(THEN));
    let filling = Filling::resumed(FORM, sheet(desk, draft));
    ResidentForm::open(desk, filling, Purpose::New(then), "Warga baru (konsep)")
}

/// A known resident; what was left half-typed about this one is there again.
pub fn mend(desk: &mut Desk, id: Id) -> Opened {
    let who: Resident = desk.opened(id)?;
    let mut draft = answers(&who);
    draft.put(keeping::APART, format!("{id:?}"));
    let kept = keeping::of(desk, &keeping::slot(FORM, &draft));
    let (filling, mark) = match kept {
        Some(draft) => (Filling::resumed(FORM, sheet(desk, draft)), " (konsep)"),
        None => (Filling::begun(FORM, sheet(desk, draft)), ""),
    };
    let title = format!("Ubah data {}{mark}", who.name());
    ResidentForm::open(desk, filling, Purpose::Mend(id), &title)
}

fn sheet(desk: &Desk, draft: Draft) -> Sheet {
    let offers = |source, draft: &Draft| offers(desk, source, draft);
    Sheet::new(FIELDS, draft, desk.today()).labelled(&offers)
}

fn offers(desk: &Desk, source: Source, draft: &Draft) -> Vec<Offer> {
    directory::offers(desk, source, draft, directory::About::Nothing)
}

impl ResidentForm {
    fn open(desk: &Desk, filling: Filling, purpose: Purpose, title: &str) -> Opened {
        let title = title.to_owned();
        let mut form =
            Self { filling, purpose, title, holder: None, told: None, given: Vec::new() };
        form.read_nik(desk)?;
        Ok(Box::new(form))
    }

    /// Looks whose NIK stands there, or else what it says.
    fn read_nik(&mut self, desk: &Desk) -> Result<(), Fault> {
        let typed = self.filling.sheet.draft.text(&NIK);
        let own = |id: &Id| self.purpose == Purpose::Mend(*id);
        self.holder = residents::known_nik(desk, typed).filter(|id| !own(id));
        let known = matches!(self.purpose, Purpose::Mend(_));
        self.told = match self.holder {
            Some(id) => Some(match residents::holder(desk, id) {
                Ok(who) => {
                    let words = portrait::holder(desk, &who);
                    format!("NIK ini milik {words}. F4 membuka datanya.")
                }
                Err(fault @ Fault::Guarded) => format!("{fault}. {}", fault.remedy()),
                Err(other) => return Err(other),
            }),
            None if known && masks(typed.trim()) => Some(KEPT.to_owned()),
            None => residents::nik_tells(desk, typed).map(|words| format!("NIK: {words}.")),
        };
        Ok(())
    }

    /// Takes back why there is no NIK, once there is one.
    fn drop_reason(&mut self) {
        let sheet = &mut self.filling.sheet;
        let given = !sheet.draft.text(&NIK).trim().is_empty();
        if given && !sheet.draft.text(&NO_NIK).is_empty() {
            sheet.put(NO_NIK.id, "", &|_, _| vec![]);
        }
    }

    /// Fills what the NIK gives where nothing, or what another NIK gave, stands.
    fn take_from_nik(&mut self, desk: &Desk) -> Vec<Effect> {
        let said = |words: &str| vec![Effect::Say(words.to_owned())];
        if let (Some(_), Some(told)) = (self.holder, &self.told) {
            return said(told);
        }
        let none = |source, draft: &Draft| offers(desk, source, draft);
        let sheet = &mut self.filling.sheet;
        for (id, answer) in self.given.drain(..) {
            if sheet.draft.named(id) == answer {
                sheet.put(id, "", &none);
            }
        }
        self.given = residents::nik_gives(desk, &sheet.draft);
        for (id, answer) in &self.given {
            sheet.put(id, answer, &none);
        }
        let given = |field: &&&Field| self.given.iter().any(|(id, _)| *id == field.id);
        let labels: Vec<&str> = FIELDS.iter().filter(given).map(|field| field.label).collect();
        if labels.is_empty() {
            return vec![];
        }
        let labels = labels.join(", ").to_lowercase();
        said(&format!("Diisi dari NIK: {labels}. Cocokkan dengan KTP."))
    }
}

impl ResidentForm {
    /// Whom a new person is very much like, said before the rest is typed.
    fn look_up(&self, desk: &mut Desk) -> Vec<Effect> {
        let typed = match self.purpose {
            Purpose::New(_) => residents::meant(desk, None, &self.filling.sheet.draft),
            Purpose::Mend(_) => return vec![],
        };
        let alike = typed.and_then(|typed| likeness::candidates(desk, &typed, 1));
        let likely = alike.unwrap_or_default().into_iter().find(|one| one.band >= Band::Likely);
        let said = likely.map(|one| {
            let known = portrait::holder(desk, &one.who);
            Effect::Say(format!("Mungkin sudah terdaftar: {known}. F2 membandingkannya."))
        });
        said.into_iter().collect()
    }

    /// The way to those who may be the person on this form.
    fn review(&self, known: Vec<Id>) -> Route {
        let of = if let Purpose::Mend(id) = self.purpose { Some(id) } else { None };
        Route::Alike { typed: self.filling.sheet.draft.clone(), of, known }
    }

    /// Goes on as was said of those who may be the person on this form.
    fn decide(&mut self, verdict: Verdict, desk: &mut Desk) -> Step {
        match verdict {
            Verdict::Same(id) => self.is_known(id, desk),
            Verdict::Apart(others) => {
                likeness::tell_apart(&mut self.filling.sheet.draft, &others);
                Ok(vec![])
            }
            Verdict::AsNew(others) => {
                likeness::tell_apart(&mut self.filling.sheet.draft, &others);
                self.save(desk)
            }
        }
    }

    /// Goes on with a person who is known; what was typed otherwise is told, and kept as a draft.
    fn is_known(&self, id: Id, desk: &mut Desk) -> Step {
        if let Purpose::Mend(own) = self.purpose {
            let said = "Bandingkan; isian tadi tersimpan sebagai konsep dan harus selesai dahulu.";
            return Ok(vec![Effect::Replace(Route::Merge(own, id)), Effect::Say(said.to_owned())]);
        }
        let known: Resident = desk.opened(id)?;
        let typed = residents::meant(desk, None, &self.filling.sheet.draft)?;
        let mut told = answers(&typed);
        // An area that was not typed is the office's, and says nothing.
        for field in FIELDS.iter().filter(|field| self.filling.sheet.draft.text(field).is_empty()) {
            told.put(field.id, "");
        }
        let other = residents::differences(&answers(&known), &told);
        let labels = FIELDS.iter().filter(|field| other.iter().any(|one| one.field == field.id));
        let labels: Vec<&str> = labels.map(|field| field.label).collect();
        let said = if labels.is_empty() {
            self.filling.forget(desk)?;
            format!("Dipakai data {} yang sudah tercatat.", known.name())
        } else {
            format!("Beda dari yang tercatat: {}. Isian tadi ada di Konsep.", labels.join(", "))
        };
        let route = match self.purpose {
            Purpose::New(Some(kind)) => Route::NewRequest { subject: id, kind },
            _ => Route::Resident(id),
        };
        Ok(vec![Effect::Replace(route), Effect::Say(said)])
    }
}

impl FormScreen for ResidentForm {
    const NAME: &'static str = "data-warga";

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let sheet = &self.filling.sheet;
        let here = sheet.field().filter(|field| sheet.remark(field).is_none());
        if here.is_some_and(|field| field.id == KK.id) && masks(sheet.draft.text(&KK).trim()) {
            return KEPT_KK.into();
        }
        match &self.told {
            Some(told) if here.is_some_and(|field| field.id == NIK.id) => told.as_str().into(),
            _ => self.filling.sheet.hint(),
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.filling.refusal(command).filter(|_| self.holder.is_none())
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let purpose = self.purpose;
        self.drop_reason();
        let saved = self.filling.save(|draft, confirmed| match purpose {
            Purpose::New(_) => residents::register(desk, draft, confirmed),
            Purpose::Mend(id) => residents::amend(desk, id, draft, confirmed),
        });
        let saved = match saved {
            Err(Fault::Alike(known)) => return Ok(vec![Effect::Go(self.review(known))]),
            saved => saved?,
        };
        self.filling.forget(desk)?;
        let said = format!("Tersimpan: {}.", saved.name());
        if let Err(Fault::Forbidden(_)) = desk.opened::<Resident>(saved.id) {
            let said = format!("{said} Terbatas: petugas yang berhak melanjutkannya.");
            return Ok(vec![Effect::Back, Effect::Say(said)]);
        }
        Ok(match purpose {
            Purpose::Mend(_) => vec![Effect::Back, Effect::Say(said)],
            Purpose::New(None) => {
                vec![Effect::Replace(Route::Resident(saved.id)), Effect::Say(said)]
            }
            Purpose::New(Some(kind)) => vec![
                Effect::Replace(Route::NewRequest { subject: saved.id, kind }),
                Effect::Say(format!("{said} Sekarang isi permohonannya.")),
            ],
        })
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        if let (Msg::Command(Command::LookUp), Some(holder)) = (msg, self.holder)
            && self.filling.refusal(Command::LookUp).is_some()
        {
            return Ok(vec![Effect::Go(Route::Resident(holder))]);
        }
        if let Msg::Picked(codes) = msg
            && let Some(verdict) = Verdict::read(codes)
        {
            return self.decide(verdict, desk);
        }
        let told = {
            let offers = |source, draft: &Draft| offers(desk, source, draft);
            self.filling.update(msg, &offers)
        };
        match told {
            Told::Changed(field) if field.id == NIK.id => {
                self.read_nik(desk)?;
                Ok(vec![])
            }
            Told::Left(field) if field.id == NIK.id => {
                self.drop_reason();
                self.read_nik(desk)?;
                let said = self.take_from_nik(desk);
                Ok(if said.is_empty() { self.filling.effects(told) } else { said })
            }
            Told::Left(field) if EARLY.contains(&field.id) => {
                let said = self.filling.effects(told);
                Ok(if said.is_empty() { self.look_up(desk) } else { said })
            }
            told => Ok(self.filling.effects(told)),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        if let Fault::Taken(holder) = fault {
            self.holder = Some(*holder);
            self.filling.sheet.point(NIK.id);
        }
        self.filling.sheet.blame(fault)
    }
}
