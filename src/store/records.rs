//! Which records there are, and where each is kept.
use crate::{
    domain::{
        clerk::Clerk,
        id::Id,
        import::Import,
        institution::Institution,
        letter::{Letter, Rule},
        office::Office,
        printing::Printing,
        request::Request,
        resident::Resident,
        saved_filter::SavedFilter,
        service::Service,
        wording::Wording,
    },
    fault::Fault,
    store::{
        record::{Record, Table},
        retired::{self, Clerk1, Letter1, Request1, Service1, upgraded},
    },
};

impl Record for Resident {
    const TABLE: Table = Table::Resident;
    const NAME: &'static str = "warga";
    const VERSION: u8 = 3;

    fn id(&self) -> Id {
        self.id
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        retired::resident(version, bytes)
    }
}

impl Record for Request {
    const TABLE: Table = Table::Request;
    const NAME: &'static str = "permohonan";
    const VERSION: u8 = 2;

    fn id(&self) -> Id {
        self.id
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        upgraded::<Request1, Self>(version, bytes)
    }
}

impl Record for Letter {
    const TABLE: Table = Table::Letter;
    const NAME: &'static str = "surat";
    const VERSION: u8 = 2;

    fn id(&self) -> Id {
        self.id
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        upgraded::<Letter1, Self>(version, bytes)
    }
}

impl Record for Office {
    const TABLE: Table = Table::Office;
    const NAME: &'static str = "kantor";
    const VERSION: u8 = 3;

    fn id(&self) -> Id {
        Self::id()
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        retired::office(version, bytes)
    }
}

impl Record for Clerk {
    const TABLE: Table = Table::Clerk;
    const NAME: &'static str = "petugas";
    const VERSION: u8 = 2;

    fn id(&self) -> Id {
        self.id
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        upgraded::<Clerk1, Self>(version, bytes)
    }
}

impl Record for Institution {
    const TABLE: Table = Table::Institution;
    const NAME: &'static str = "lembaga";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        Self::id(self)
    }
}

impl Record for Service {
    const TABLE: Table = Table::Service;
    const NAME: &'static str = "layanan";
    const VERSION: u8 = 2;

    fn id(&self) -> Id {
        Self::id(self)
    }

    fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
        upgraded::<Service1, Self>(version, bytes)
    }
}

impl Record for Rule {
    const TABLE: Table = Table::LetterRule;
    const NAME: &'static str = "aturan surat";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        Self::id(self)
    }
}

impl Record for Import {
    const TABLE: Table = Table::Import;
    const NAME: &'static str = "impor";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        self.id
    }
}

impl Record for SavedFilter {
    const TABLE: Table = Table::Filter;
    const NAME: &'static str = "saringan";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        self.id
    }
}

impl Record for Wording {
    const TABLE: Table = Table::Template;
    const NAME: &'static str = "templat surat";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        Self::id(self)
    }
}

impl Record for Printing {
    const TABLE: Table = Table::Printing;
    const NAME: &'static str = "printer";
    const VERSION: u8 = 1;

    fn id(&self) -> Id {
        Self::id(self)
    }
}
