//! A print server that was killed: what is said then; `.ci/run` kills it.
use loket::{
    domain::printer::Printer,
    fault::Fault,
    letter::{filled::lay, kinds::KINDS},
    print::{
        page::Paper,
        spool::{
            job::{Job, Load},
            printers::Spool,
        },
    },
};

#[test]
#[ignore = "needs the print server of .ci/cups, killed"]
fn a_print_server_that_was_killed_is_told_whatever_is_asked() {
    let spool = Spool::default();
    let letter = lay(&KINDS[0].sample().unwrap(), Paper::A4, None).unwrap();
    let says = |fault: Fault| {
        let told = fault.told();
        assert!(told.contains("layanan cetak di komputer ini tidak berjalan"), "{told}");
    };
    for printer in [Printer::Queue("PDF".to_owned()), Printer::Default] {
        says(spool.print(&printer, Load::Pages(&letter)).unwrap_err());
        says(spool.print(&printer, Load::Raw(b"x")).unwrap_err());
        says(spool.condition(&printer).unwrap_err());
    }
    says(spool.progress(&Job::Queued("PDF-1".to_owned())).unwrap_err());
    says(spool.queues().unwrap_err());
}
