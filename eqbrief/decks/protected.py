# SPDX-License-Identifier: MIT
"""Open Office files that are encrypted with a password, in memory: nothing unlocked is ever written to a disk.

Format: [MS-OFFCRYPTO]; msoffcrypto-tool does the work.
"""

import io
import struct
from pathlib import Path
from xml.parsers.expat import ExpatError

from eqbrief.decks.libraries import msoffcrypto
from eqbrief.decks.parts import PasswordTrouble, Unreadable

# Office encrypts with this one where a file is only marked as 'read only', and opens it without asking.
_WITHOUT_ASKING = "VelvetSweatshop"
_LARGEST = 128 << 20
# The library does not name what it stumbles over.
_MET_IN_DAMAGED_FILES = (
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
    OverflowError,
    struct.error,
    ExpatError,
)


def unlocked(path: Path, password: str | None) -> io.BytesIO:
    """Give the package that is in an encrypted file.

    Raises:
        PasswordTrouble: when it needs a password that was not given, or another one.
        Unreadable: when it is damaged, or encrypted in a way that is not known.
    """
    if password == "":
        # Nothing is encrypted with no password, and the library takes it for none given.
        raise PasswordTrouble
    crypto = msoffcrypto()
    known = crypto.exceptions
    if path.stat().st_size > _LARGEST:
        raise Unreadable("it is too big to be decrypted safely")
    out = io.BytesIO()
    try:
        with path.open("rb") as file:
            locked = crypto.OfficeFile(file)
            locked.load_key(password=_WITHOUT_ASKING if password is None else password, verify_password=True)
            locked.decrypt(out)
    except known.InvalidKeyError as error:
        raise PasswordTrouble from error
    except (known.FileFormatError, known.ParseError, known.DecryptionError, OSError, *_MET_IN_DAMAGED_FILES) as error:
        raise Unreadable("its encryption is damaged or of a kind that EqBrief does not know") from error
    out.seek(0)
    return out
