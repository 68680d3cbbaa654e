"""A second opinion on letters' squares: python3 verifikasi.py KEYS < squares

Reads the office's file of keys and one square a line, and answers for each with `ya` and the
signed fields, or `tidak`. Shares nothing with the program but what README says of the square.
"""
import base64
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def unpadded(text):
    """RFC 4648 base32 without padding, in the one way it can be written."""
    raw = base64.b32decode(text + "=" * (-len(text) % 8))
    if base64.b32encode(raw).decode().rstrip("=") != text:
        raise ValueError(text)
    return raw


def keys(path):
    office, known = None, {}
    lines = open(path, encoding="utf-8").read().splitlines()
    assert lines[0] == "LOKET-KUNCI1"
    for line in lines[1:]:
        word, *rest = line.split(" ", 2)
        if word == "kantor":
            office = rest[0].replace(".", "")
        if word == "kunci":
            known[rest[0]] = Ed25519PublicKey.from_public_bytes(unpadded(rest[1]))
    return office, known


def plain(field):
    raw = re.sub(rb"%([0-9A-F]{2})", lambda hit: bytes.fromhex(hit[1].decode()), field.encode())
    return raw.decode()


def asked(square, office, known):
    fields = square.split("*")
    if len(fields) != 12 or fields[0] not in ("LOKET1", "LATIHAN1") or fields[1] != office:
        raise ValueError(square)
    signed = square.rpartition("*")[0]
    known[fields[2]].verify(unpadded(fields[11]), signed.encode())
    return "\t".join([fields[0], *map(plain, fields[3:8])])


office, known = keys(sys.argv[1])
for line in sys.stdin:
    try:
        print("ya", asked(line.rstrip("\n"), office, known), sep="\t")
    except (ValueError, KeyError, InvalidSignature):
        print("tidak")
