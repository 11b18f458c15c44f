# SPDX-License-Identifier: MIT
"""A certificate that signs itself, made with the standard library alone: ECDSA on P-256, written in DER."""

import base64
import hashlib
from pathlib import Path

# SEC 2, section 2.4.2: the curve secp256r1.
P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
KEY, ONCE = 0x0EBF1E0000000001, 0x0EBF1E0000000002
"""Neither is a secret: they guard nothing but an empty page of a test."""
Point = tuple[int, int] | None

EC_KEY, P256 = (1, 2, 840, 10045, 2, 1), (1, 2, 840, 10045, 3, 1, 7)
ECDSA_SHA256, COMMON_NAME, OTHER_NAMES = (1, 2, 840, 10045, 4, 3, 2), (2, 5, 4, 3), (2, 5, 29, 17)


def certificate(folder: Path, host: str, first: str = "240101", last: str = "490101") -> Path:
    """Write a certificate for a host, valid from and to a day (YYMMDD), and its key into one PEM file."""
    x, y = times(KEY, G) or (0, 0)
    public = b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")
    signing = der(0x30, oid(ECDSA_SHA256))
    name = der(0x30, der(0x31, der(0x30, oid(COMMON_NAME), der(0x0C, host.encode()))))
    valid = der(0x30, *(der(0x17, f"{day}000000Z".encode()) for day in (first, last)))
    keyed = der(0x30, der(0x30, oid(EC_KEY), oid(P256)), der(0x03, b"\0" + public))
    names = der(0x30, oid(OTHER_NAMES), der(0x04, der(0x30, der(0x82, host.encode()))))
    told = der(0x30, der(0xA0, integer(2)), integer(1), signing, name, valid, name, keyed, der(0xA3, der(0x30, names)))
    whole = der(0x30, told, signing, der(0x03, b"\0" + signature(told)))
    key = der(
        0x30, integer(1), der(0x04, KEY.to_bytes(32, "big")), der(0xA0, oid(P256)), der(0xA1, der(0x03, b"\0" + public))
    )
    path = folder / f"{host}.pem"
    path.write_text(pem("CERTIFICATE", whole) + pem("EC PRIVATE" + " KEY", key), encoding="ascii")
    return path


def signature(data: bytes) -> bytes:
    r = (times(ONCE, G) or (0, 0))[0] % N
    s = pow(ONCE, -1, N) * (int.from_bytes(hashlib.sha256(data).digest(), "big") + r * KEY) % N
    return der(0x30, integer(r), integer(s))


def times(factor: int, point: Point) -> Point:
    total: Point = None
    while factor:
        if factor & 1:
            total = plus(total, point)
        point, factor = plus(point, point), factor >> 1
    return total


def plus(a: Point, b: Point) -> Point:
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0:
        return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + body


def integer(number: int) -> bytes:
    return der(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def oid(parts: tuple[int, ...]) -> bytes:
    body = bytes([parts[0] * 40 + parts[1]])
    for part in parts[2:]:
        digits = [part & 127]
        while part := part >> 7:
            digits.append(part & 127 | 128)
        body += bytes(reversed(digits))
    return der(0x06, body)


def pem(what: str, data: bytes) -> str:
    return f"-----BEGIN {what}-----\n{base64.encodebytes(data).decode('ascii')}-----END {what}-----\n"
