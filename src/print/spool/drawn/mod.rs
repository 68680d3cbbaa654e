//! Pages drawn by a printer's driver.
#[cfg(windows)]
pub mod windows;
