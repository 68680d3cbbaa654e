//! What this machine can do, and what it says about what it cannot.
use std::{
    io::{self, Write as _},
    process::{Command, Stdio},
};

/// Says a line even where the test program keeps what its tests print to itself.
pub fn tell(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Says that something could not be tried, and why.
pub fn skip(what: &str, why: &str) {
    tell(&format!("DILEWATI: {what} ({})", why.trim().replace('\n', "; ")));
}

/// Runs a tool to its end, or for a minute; what it complained about where it did not go well.
pub fn tool(words: &[&str]) -> Result<String, String> {
    let bounded = ["-k", "5", "60"].iter().chain(words);
    let output = Command::new("timeout").args(bounded).stdin(Stdio::null()).output();
    let output = output.map_err(|why| format!("timeout: {why}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)))
}

/// Whether these tools can be started here and the caller may mount; otherwise it is said.
pub fn offers(what: &str, tools: &[&str]) -> bool {
    let lacks = |name: &&&str| tool(&["sh", "-c", &format!("command -v {name}")]).is_err();
    if let Some(name) = tools.iter().find(lacks) {
        skip(what, &format!("{name} tidak ada"));
        return false;
    }
    true
}

/// Whether this is root, who may mount; otherwise it is said.
pub fn is_root(what: &str) -> bool {
    let root = tool(&["id", "-u"]).is_ok_and(|id| id.trim() == "0");
    if !root {
        skip(what, "bukan root");
    }
    root
}
