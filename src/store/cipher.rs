//! Ciphers, hashes and keys; the only file that names any.
//!
//! # Why
//! XChaCha20-Poly1305 seals: fast without special processors, and its nonces are long enough to be
//! drawn without keeping books. A nonce is sixteen random bytes, drawn when the key comes into
//! memory, and a counter; so sealing cannot fail, and two runs of the program never meet. What is
//! sealed *for* somebody (an officer, the restricted class) goes through an X25519 key pair: then
//! it can be written by those who must not read it.
use std::{
    io,
    sync::atomic::{AtomicU64, Ordering},
};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    Key as CipherKey, KeyInit as _, XChaCha20Poly1305, XNonce, aead::AeadInOut as _,
};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::fault::Fault;

/// Bytes that sealing adds with a key that seals many things: the nonce and the tag.
pub const ADDED: usize = NONCE + 16;

/// Bytes that sealing adds at the most, for somebody and with the number of the keys.
pub const ROOM: usize = 2 + 32 + ADDED;

/// Bytes of a nonce.
const NONCE: usize = 24;

/// Thirty-two secret bytes; wiped when they go.
pub type Secret = Zeroizing<[u8; 32]>;

/// The SHA-256 of these parts, one after another.
#[must_use]
pub fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// A SHA-256 that is fed piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Hash(Sha256);

impl Hash {
    /// Goes on with these bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that was fed so far.
    #[must_use]
    pub fn value(&self) -> [u8; 32] {
        self.0.clone().finalize().into()
    }
}

/// Bytes that nobody can guess.
pub fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, Fault> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut())
        .map_err(|why| Fault::Device { name: "sumber acak", why: io::Error::other(why) })?;
    Ok(bytes)
}

/// How dear one guess of a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory, in KiB.
    memory: u32,
    passes: u32,
}

impl Cost {
    /// 64 MiB and three passes, as OWASP and RFC 9106 ask at least: a fifth of a second at a desk.
    pub const DESK: Self = Self { memory: 64 << 10, passes: 3 };

    /// Next to nothing, for tests: no part of the program may ask for it.
    #[must_use]
    pub const fn trifle() -> Self {
        Self { memory: 8, passes: 1 }
    }
}

/// The secret that a passphrase stands for (Argon2id).
pub fn stretched(passphrase: &str, salt: &[u8; 16], cost: Cost) -> Result<Secret, Fault> {
    let weak = || Fault::Asset("pengolah kata sandi");
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).map_err(|_| weak())?;
    let mut secret = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, secret.as_mut())
        .map_err(|_| weak())?;
    Ok(secret)
}

/// Another secret, for one purpose only (HKDF-SHA-256).
#[must_use]
pub fn derived(secret: &[u8; 32], purpose: &[u8]) -> Secret {
    let mut out = Zeroizing::new([0; 32]);
    // Thirty-two bytes are never too many for it.
    let _ = Hkdf::<Sha256>::new(None, secret).expand(purpose, out.as_mut());
    out
}

/// A key that seals many things.
pub struct Key {
    secret: Secret,
    cipher: XChaCha20Poly1305,
    drawn: [u8; 16],
    next: AtomicU64,
}

impl Key {
    /// The key of that secret.
    pub fn of(secret: Secret) -> Result<Self, Fault> {
        let cipher = cipher(&secret);
        Ok(Self { secret, cipher, drawn: *random()?, next: AtomicU64::new(0) })
    }

    /// A key that there never was.
    pub fn fresh() -> Result<Self, Fault> {
        Self::of(random()?)
    }

    /// The secret itself, to be sealed for somebody.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Closes bytes so that only [`Self::open`] with the same context returns them.
    #[must_use]
    pub fn seal(&self, context: &[u8], plain: &[u8]) -> Vec<u8> {
        self.seal_over(context, roomy(plain))
    }

    /// The same where the bytes stand: very many of them are not copied.
    #[must_use]
    pub fn seal_over(&self, context: &[u8], mut bytes: Vec<u8>) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        nonce[..16].copy_from_slice(&self.drawn);
        let count = self.next.fetch_add(1, Ordering::Relaxed);
        nonce[16..].copy_from_slice(&count.to_le_bytes());
        close(&self.cipher, &nonce, context, &mut bytes);
        bytes.splice(..0, nonce);
        bytes
    }

    /// The bytes that were sealed with this context, if not one bit of both has changed.
    #[must_use]
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, body) = sealed.split_first_chunk()?;
        opened(&self.cipher, nonce, context, body.to_vec())
    }

    /// The same where the bytes stand.
    #[must_use]
    pub fn open_over(&self, context: &[u8], mut sealed: Vec<u8>) -> Option<Vec<u8>> {
        let nonce = *sealed.first_chunk()?;
        sealed.drain(..NONCE);
        opened(&self.cipher, &nonce, context, sealed)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// Seals the one thing that this secret ever seals.
#[must_use]
pub fn seal_once(secret: &[u8; 32], context: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut bytes = roomy(plain);
    close(&cipher(secret), &[0; NONCE], context, &mut bytes);
    bytes
}

/// Opens what [`seal_once`] sealed.
#[must_use]
pub fn open_once(secret: &[u8; 32], context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    opened(&cipher(secret), &[0; NONCE], context, sealed.to_vec())
}

/// The public half of a pair, which anyone may know.
pub type Public = [u8; 32];

/// The two halves that belong together: what is sealed for the public one, this opens.
#[derive(Clone)]
pub struct Pair {
    secret: StaticSecret,
    public: Public,
}

impl Pair {
    /// The pair of that secret.
    #[must_use]
    pub fn of(secret: &[u8; 32]) -> Self {
        let secret = StaticSecret::from(*secret);
        let public = PublicKey::from(&secret).to_bytes();
        Self { secret, public }
    }

    /// A pair that there never was.
    pub fn fresh() -> Result<Self, Fault> {
        Ok(Self::of(&*random()?))
    }

    #[must_use]
    pub const fn public(&self) -> Public {
        self.public
    }

    /// The secret half, to be sealed for somebody.
    #[must_use]
    pub fn secret(&self) -> Secret {
        Zeroizing::new(self.secret.to_bytes())
    }

    /// The bytes that were sealed for the public half with this context.
    #[must_use]
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        self.open_over(context, sealed.to_vec())
    }

    /// The same where the bytes stand.
    #[must_use]
    pub fn open_over(&self, context: &[u8], mut sealed: Vec<u8>) -> Option<Vec<u8>> {
        let sender: Public = *sealed.first_chunk()?;
        sealed.drain(..sender.len());
        let shared = self.secret.diffie_hellman(&PublicKey::from(sender));
        let secret = agreed(shared.as_bytes(), &sender, &self.public);
        opened(&cipher(&secret), &[0; NONCE], context, sealed)
    }
}

impl std::fmt::Debug for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pair")
    }
}

/// Seals bytes for whoever holds the other half; not even the sealer can open them again.
pub fn seal_for(public: &Public, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
    seal_for_over(public, context, roomy(plain))
}

/// The same where the bytes stand.
pub fn seal_for_over(
    public: &Public,
    context: &[u8],
    mut bytes: Vec<u8>,
) -> Result<Vec<u8>, Fault> {
    let sender = Pair::fresh()?;
    let shared = sender.secret.diffie_hellman(&PublicKey::from(*public));
    let secret = agreed(shared.as_bytes(), &sender.public, public);
    close(&cipher(&secret), &[0; NONCE], context, &mut bytes);
    bytes.splice(..0, sender.public);
    Ok(bytes)
}

/// The secret that both halves agree on, bound to both of them.
fn agreed(shared: &[u8; 32], sender: &Public, receiver: &Public) -> Secret {
    derived(shared, &[b"loket untuk", &sender[..], &receiver[..]].concat())
}

fn cipher(secret: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&CipherKey>::from(secret))
}

/// Bytes with room for all that sealing adds, so that they are not moved about.
fn roomy(plain: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(plain.len() + ROOM);
    bytes.extend_from_slice(plain);
    bytes
}

fn close(cipher: &XChaCha20Poly1305, nonce: &[u8; NONCE], context: &[u8], bytes: &mut Vec<u8>) {
    // It fails only above 256 GiB; what could not be closed is not told.
    if cipher.encrypt_in_place(&XNonce::from(*nonce), context, bytes).is_err() {
        bytes.clear();
    }
}

fn opened(
    cipher: &XChaCha20Poly1305,
    nonce: &[u8; NONCE],
    context: &[u8],
    mut bytes: Vec<u8>,
) -> Option<Vec<u8>> {
    cipher.decrypt_in_place(&XNonce::from(*nonce), context, &mut bytes).ok()?;
    Some(bytes)
}
