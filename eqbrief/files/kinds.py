# SPDX-License-Identifier: MIT
"""The kinds of file that EqBrief can tell apart by their content, as one table: what each is called and is good for.

A name's ending says what a file claims to be; this table says which claims its content bears out.
"""

from dataclasses import dataclass
from typing import Literal

Use = Literal["deck", "document", "picture", "recording", "page", "danger", "damaged", "other"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `words` completes 'it is …'; `endings` are those that agree with such content, best first."""

    name: str
    words: str
    use: Use
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a file's content is. `macros`: it can run a program of its own; `protected`: it is encrypted."""

    kind: str
    macros: bool = False
    protected: bool = False


# A slide show or template under the name of a presentation is common and harmless; PowerPoint opens either.
_PLAIN = ("pptx", "ppsx", "potx")
_MACRO = ("pptm", "ppsm", "potm")

_TABLE = (
    Kind("pptx", "a PowerPoint presentation", "deck", _PLAIN + _MACRO),
    Kind("ppsx", "a PowerPoint slide show", "deck", ("ppsx", "pptx", "potx", *_MACRO)),
    Kind("potx", "a PowerPoint template", "deck", ("potx", "pptx", "ppsx", *_MACRO)),
    Kind("pptm", "a PowerPoint presentation that may hold macros", "deck", _MACRO),
    Kind("protected", "a Microsoft Office file with a password", "deck", (*_PLAIN, *_MACRO, "docx", "xlsx")),
    Kind("ppt", "a PowerPoint presentation in the older format", "deck", ("ppt", "pps", "pot")),
    Kind("odp", "an OpenDocument presentation", "deck", ("odp", "otp")),
    Kind("key", "a Keynote presentation", "deck", ("key",)),
    Kind("pdf", "a PDF", "deck", ("pdf",)),
    Kind("docx", "a Word document", "document", ("docx", "dotx")),
    Kind("xlsx", "an Excel workbook", "document", ("xlsx", "xltx")),
    Kind("odt", "an OpenDocument text", "document", ("odt", "ott")),
    Kind("ods", "an OpenDocument spreadsheet", "document", ("ods", "ots")),
    Kind("png", "a picture", "picture", ("png",)),
    Kind("jpeg", "a picture", "picture", ("jpg", "jpeg", "jpe")),
    Kind("gif", "a picture", "picture", ("gif",)),
    Kind("webp", "a picture", "picture", ("webp",)),
    Kind("bmp", "a picture", "picture", ("bmp",)),
    Kind("tiff", "a picture", "picture", ("tif", "tiff")),
    Kind("sign-in", "a web page that asks for a password, not the file itself", "page", ("html", "htm")),
    Kind("html", "a web page", "page", ("html", "htm", "xhtml")),
    Kind("mhtml", "a saved web page or message", "page", ("mhtml", "mht", "eml")),
    Kind("text", "a text file", "other", ("txt", "md", "csv")),
    Kind("xml", "an XML file", "other", ("xml", "svg")),
    Kind("rtf", "an RTF document", "other", ("rtf",)),
    Kind("office", "an older Office document, not a presentation", "other", ("doc", "xls", "msg")),
    Kind("macro document", "an Office document that may hold macros, not a presentation", "other", ("docm", "xlsm")),
    Kind("ole", "a file of Microsoft's older kind, not a presentation", "other"),
    Kind("zip", "an archive, not a presentation", "other", ("zip",)),
    Kind("archive", "an archive, not a presentation", "other", ("rar", "7z", "gz", "tar", "bz2", "xz")),
    Kind("media", "a recording", "recording", ("mp4", "mp3", "wav", "m4a", "mov", "webm", "mkv", "ogg")),
    Kind("unknown", "of a kind that EqBrief does not know", "other"),
    Kind("folder", "a folder, not a file", "other"),
    Kind("special", "no ordinary file", "other"),
    Kind("empty", "empty", "damaged"),
    Kind("damaged", "damaged or incomplete", "damaged"),
    Kind("program", "a program", "danger"),
    Kind("script", "a script, which is a program", "danger"),
    Kind("shortcut", "a shortcut that can start something else", "danger"),
    Kind("installer", "an installer, which is a program", "danger"),
    Kind("add-in", "an add-in, which is a program", "danger"),
    Kind("disk", "a disk image or a container that can hide a program", "danger"),
    Kind("bomb", "made to swell to an enormous size when it is opened", "danger"),
    Kind("entities", "made to mislead whatever reads it", "danger"),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}

DECK_ENDINGS = (*_PLAIN, *_MACRO, "ppt", "pps", "pot", "odp", "otp", "key", "pdf")
MACRO_ENDINGS = frozenset(_MACRO)

# Endings that start something when double-clicked, on Windows, macOS or Linux, or bring such a thing along.
_PROGRAMS = """
    action ade adp apk app appimage application appref-ms appx appxbundle applescript asp bas bat bin cab chm cmd
    com command cpl crt csh deb desktop diagcab dll dmg drv elf exe fxp gadget grp hlp hta img inf ins iqy iso isp
    jar jnlp job js jse jsp ksh library-ms lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw
    mdz mjs msc msh msh1 msh2 mshxml msi msix msixbundle msp mst ocx ops osd osx paf pcd php pif pkg pl ppa ppam prf
    prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 py pyc pyo pyw pyz rb reg rpm run scf scpt scptd scr sct search-ms
    settingcontent-ms sh shb shs slk snap so swf sys terminal tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd
    wasm webloc website workflow ws wsc wsf wsh xbap xla xlam xll xnk xpi zsh
"""
PROGRAM_ENDINGS = frozenset(_PROGRAMS.split())

# How a file begins, in the order of asking: the first that fits counts. Offset, bytes, kind.
STARTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"MZ", "program"),
    (0, b"ZM", "program"),
    (0, b"\x7fELF", "program"),
    (0, b"\xfe\xed\xfa\xce", "program"),
    (0, b"\xfe\xed\xfa\xcf", "program"),
    (0, b"\xce\xfa\xed\xfe", "program"),
    (0, b"\xcf\xfa\xed\xfe", "program"),
    (0, b"\xca\xfe\xba\xbe", "program"),
    (0, b"\xca\xfe\xd0\x0d", "program"),
    (0, b"dex\n", "program"),
    (0, b"\0asm", "program"),
    (0, b"FWS", "program"),
    (0, b"CWS", "program"),
    (0, b"ITSF", "program"),
    (0, b"#!", "script"),
    (0, b"\xef\xbb\xbf#!", "script"),
    (0, b"L\0\0\0\x01\x14\x02\0", "shortcut"),
    (0, b"!<arch>\ndebian", "installer"),
    (0, b"\xed\xab\xee\xdb", "installer"),
    (0, b"xar!", "installer"),
    (0, b"MSCF", "disk"),
    (0, b"vhdxfile", "disk"),
    (0, b"conectix", "disk"),
    (32769, b"CD001", "disk"),
    (0, b"Rar!\x1a\x07", "archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"),
    (0, b"\x1f\x8b", "archive"),
    (0, b"BZh", "archive"),
    (0, b"\xfd7zXZ\0", "archive"),
    (0, b"\x28\xb5\x2f\xfd", "archive"),
    (257, b"ustar", "archive"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (8, b"WEBP", "webp"),
    (0, b"II*\0", "tiff"),
    (0, b"MM\0*", "tiff"),
    (0, b"{\\rtf", "rtf"),
    (4, b"ftyp", "media"),
    (0, b"ID3", "media"),
    (0, b"\xff\xfb", "media"),
    (0, b"\xff\xf3", "media"),
    (0, b"OggS", "media"),
    (0, b"\x1aE\xdf\xa3", "media"),
    (8, b"WAVE", "media"),
)
