//! Loket: the front desk of a Puskesos, in a terminal.
//!
//! Each folder is a layer and may use only itself and the layers above it in this list:
//!
//! * [`domain`]: what is true, whoever asks.
//! * [`fault`]: how failure is told.
//! * [`mod@print`]: paper: pages, and their renderings as text and PDF.
//! * [`form`]: what is asked of the clerk.
//! * [`report`]: what leaves the desk as tables.
//! * [`roster`]: lists that come from elsewhere.
//! * [`letter`]: what stands in a letter.
//! * [`store`]: how records are kept.
//! * [`desk`]: what the clerk can do, one function per use case.
//! * [`tui`]: what the clerk sees.
//! * [`cli`]: the commands beside the screens.
pub mod cli;
pub mod desk;
pub mod domain;
pub mod fault;
pub mod form;
pub mod letter;
pub mod print;
pub mod report;
pub mod roster;
pub mod store;
pub mod tui;
