//! Printers in the network that take bytes at a port of their own, without a queue.
use std::{
    io::{self, Read as _, Write as _},
    net::{Shutdown, TcpStream, ToSocketAddrs as _},
    time::Duration,
};

use crate::{fault::Fault, print::spool::job::refused};

/// How long a printer is listened to after its last byte: one that is left at once may drop some.
const FAREWELL: Duration = Duration::from_millis(500);

/// The most that it may say then.
const ANSWER: u64 = 4096;

/// Sends all of the bytes.
pub fn send(address: (&str, u16), bytes: &[u8], patience: Duration) -> Result<(), Fault> {
    let mut printer = reached(address, patience)?;
    let sent = printer
        .set_write_timeout(Some(patience))
        .and_then(|()| printer.write_all(bytes))
        .and_then(|()| printer.shutdown(Shutdown::Write));
    sent.map_err(|_| {
        let (host, port) = address;
        refused(format!(
            "sambungan ke {host}:{port} putus sebelum semua terkirim; lihat dahulu kertas yang \
             keluar, lalu cetak lagi"
        ))
    })?;
    // Whatever it answers, or whether it does, says nothing about the paper.
    if printer.set_read_timeout(Some(FAREWELL)).is_ok() {
        let _ = io::copy(&mut printer.take(ANSWER), &mut io::sink());
    }
    Ok(())
}

/// A connection to the printer at that host and port.
pub fn reached((host, port): (&str, u16), patience: Duration) -> Result<TcpStream, Fault> {
    let known = (host, port).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
    let known = known.ok().filter(|known| !known.is_empty()).ok_or_else(|| {
        refused(format!("alamat {host} tidak dikenal di jaringan ini; periksa tulisannya"))
    })?;
    let mut last = io::ErrorKind::NotFound;
    for address in known {
        match TcpStream::connect_timeout(&address, patience) {
            Ok(printer) => return Ok(printer),
            Err(why) => last = why.kind(),
        }
    }
    Err(refused(match last {
        io::ErrorKind::ConnectionRefused => format!(
            "yang ada di {host} tidak menerima cetakan pada nomor {port}; periksa alamat printernya"
        ),
        _ => format!(
            "printer di {host}:{port} tidak menjawab; periksa apakah hidup dan tersambung ke \
             jaringan ini"
        ),
    }))
}
