//! Signs what leaves the office, and tells whether a signature is its own (Ed25519).
//!
//! # Why
//! The signet of an epoch follows from the key of that epoch: it needs no file of its own, is in
//! every backup, and changes when an officer leaves. Its imprint, the public half, tells nothing of
//! it and is what institutions get.
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::store::cipher;

/// What signs.
pub struct Signet(SigningKey);

/// What tells whether a signature is a signet's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint(VerifyingKey);

impl Signet {
    /// The signet that follows from a secret.
    #[must_use]
    pub fn of(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&cipher::derived(secret, b"tanda surat")))
    }

    #[must_use]
    pub fn imprint(&self) -> Imprint {
        Imprint(self.0.verifying_key())
    }

    #[must_use]
    pub fn sign(&self, words: &[u8]) -> [u8; 64] {
        self.0.sign(words).to_bytes()
    }
}

impl Imprint {
    /// The imprint of these bytes, if they are one.
    #[must_use]
    pub fn of(bytes: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Whether its signet signed these words.
    #[must_use]
    pub fn signed(&self, words: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(words, &Signature::from_bytes(signature)).is_ok()
    }
}

impl std::fmt::Debug for Signet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signet")
    }
}
