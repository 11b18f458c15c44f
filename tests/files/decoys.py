# SPDX-License-Identifier: MIT
"""Honest decks, and decoys with words of the reason for which each must be refused."""

from eqbrief.files.checking import DeckFile
from tests.files import making
from tests.files.making import MACRO, PDF, SHOW, compound, office, old_deck, open_document, zipped

PE = b"MZ\x90\0" + b"\0" * 56 + b"\x80\0\0\0" + b"\0" * 64 + b"PE\0\0"
ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 60
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30
LOGIN = (
    b"<!DOCTYPE html>\n<html><head><title>Members</title></head><body><form method=post>"
    b"<input name=u><input type='password' name=p></form></body></html>"
)
VBA = office(ppt__vbaProject_dot_bin=b"x")
LOCKED = compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x" * 600})
BOMB = office(ppt__media__blank_dot_bmp=bytes(120 << 20))
ENTITIES = '<?xml version="1.0"?><!DOCTYPE T [<!ENTITY a "aaaa">]><Types>&a;</Types>'

HONEST: list[tuple[str, bytes, DeckFile]] = [
    ("talk.pptx", office(), DeckFile("pptx", macros=False)),
    ("TALK.PPTX", office(), DeckFile("pptx", macros=False)),
    ("Présentation 14.03.23 v2.1 final.pptx", office(), DeckFile("pptx", macros=False)),
    ("1. Action.pptx", office(), DeckFile("pptx", macros=False)),
    ("2. Command and control. Com pany.pptx", office(), DeckFile("pptx", macros=False)),
    ("-rf.pptx", office(), DeckFile("pptx", macros=False)),
    ("show under a plain name.pptx", office(SHOW), DeckFile("pptx", macros=False)),
    ("show.ppsx", office(SHOW), DeckFile("ppsx", macros=False)),
    ("template.potx", office("application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"),
     DeckFile("potx", macros=False)),
    ("macros.pptm", office(MACRO, ppt__vbaProject_dot_bin=b"x"), DeckFile("pptm", macros=True)),
    ("none inside.pptm", office(MACRO), DeckFile("pptm", macros=True)),
    ("renamed.pptm", office(), DeckFile("pptm", macros=True)),
    ("show.ppsm", office(making.MACRO_SHOW), DeckFile("ppsm", macros=True)),
    ("locked.pptx", LOCKED, DeckFile("pptx", macros=False, protected=True)),
    ("locked.pptm", LOCKED, DeckFile("pptm", macros=True, protected=True)),
    ("old.ppt", old_deck(), DeckFile("ppt", macros=False)),
    ("old show.pps", old_deck(), DeckFile("pps", macros=False)),
    ("old with macros.ppt", old_deck(macros=1), DeckFile("ppt", macros=True)),
    ("open.odp", open_document(), DeckFile("odp", macros=False)),
    ("open with macros.odp", open_document(Basic__Standard__M_dot_xml="x"), DeckFile("odp", macros=True)),
    ("locked.odp", open_document(inside="<m:encryption-data/>"), DeckFile("odp", macros=False, protected=True)),
    ("apple.key", zipped({"Index/Document.iwa": b"x"}), DeckFile("key", macros=False)),
    ("printed.pdf", PDF, DeckFile("pdf", macros=False)),
    ("printed with a line before.pdf", b"\n\n" + PDF, DeckFile("pdf", macros=False)),
    ("printed with junk before.pdf", b"\x01\x02\x00" * 100 + PDF, DeckFile("pdf", macros=False)),
    ("locked.pdf", PDF.replace(b"/Root", b"/Encrypt 5 0 R/Root"), DeckFile("pdf", macros=False, protected=True)),
    ("said to be encrypted, but only said.pdf", PDF.replace(b"/Root", b"/EncryptMetadata true/Root"),
     DeckFile("pdf", macros=False)),
    ("عرض.pptx", office(), DeckFile("pptx", macros=False)),
    ("with marks \u200f\u200e.pptx", office(), DeckFile("pptx", macros=False)),
]  # fmt: skip

# What is put before us, and words of the reason that must be given.
DECOYS: list[tuple[str, bytes, str]] = [
    # Programs and scripts under a deck's name.
    ("pe.pptx", PE, "a program"),
    ("pe.pdf", PE + PDF, "a program"),
    ("elf.pptx", ELF, "a program"),
    ("elf.odp", ELF, "a program"),
    ("macho.key", b"\xcf\xfa\xed\xfe" + b"\0" * 40, "a program"),
    ("fat macho.pptx", b"\xca\xfe\xba\xbe" + b"\0" * 40, "a program"),
    ("old macho.ppt", b"\xfe\xed\xfa\xce" + b"\0" * 40, "a program"),
    ("dex.pptx", b"dex\n035\0" + b"\0" * 40, "a program"),
    ("wasm.pptx", b"\0asm\x01\0\0\0", "a program"),
    ("help.pptx", b"ITSF\x03\0\0\0", "a program"),
    ("shell.pptx", b"#!/bin/sh\necho hello\n", "a script"),
    ("shell with a mark.pptx", b"\xef\xbb\xbf#!/bin/sh\necho hello\n", "a script"),
    ("shell with a pdf.pdf", b"#!/bin/sh\nexit\n" + PDF, "a script"),
    ("python.pptx", b"import os\nos.listdir()\n", "a script"),
    ("python from.ppt", b"from os import listdir\n", "a script"),
    ("batch.pptx", b"@echo off\r\nstart calc\r\n", "a script"),
    ("batch with a pdf.pdf", b"@echo off\r\nexit\r\n" + PDF, "a script"),
    ("basic.ppt", b'Set shell = CreateObject("WScript.Shell")\r\n', "a script"),
    ("power.pptx", b"param($a)\nWrite-Host $a\n", "a script"),
    ("wide power.pptx", "\ufeffparam($a)\nStart-Process calc".encode("utf-16-le"), "a script"),
    ("java.pptx", b"var shell = new ActiveXObject('x');", "a script"),
    ("page.php.pptx", b"<?php echo 1;", "ending of a program"),
    ("php.pptx", b"<?php echo 1;", "a script"),
    ("scriptlet.pptx", b"<?xml version='1.0'?><scriptlet><script/></scriptlet>", "a script"),
    ("hta.pptx", b"<html><head><hta:application id=a></head></html>", "a script"),
    ("registry.pptx", "\ufeffWindows Registry Editor Version 5.00\r\n".encode("utf-16-le"), "a script"),
    ("shortcut.pptx", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "a shortcut"),
    ("address.pptx", b"[InternetShortcut]\r\nURL=http://host.example/\r\n", "a shortcut"),
    ("launcher.odp", b"[Desktop Entry]\nType=Application\nExec=true\n", "a shortcut"),
    ("msi.ppt", compound({"x": b"x"}, root=bytes.fromhex("84100c0000000000c000000000000046")), "an installer"),
    ("debian.pptx", b"!<arch>\ndebian-binary", "an installer"),
    ("jar.pptx", zipped({"META-INF/MANIFEST.MF": b"Main-Class: A", "A.class": b"x"}), "a program"),
    ("android.pptx", zipped({"AndroidManifest.xml": b"x", "classes.dex": b"x"}), "a program"),
    ("cabinet.pptx", b"MSCF\0\0\0\0", "a disk image"),
    ("iso.pptx", b"\0" * 32769 + b"CD001", "a disk image"),
    # Names that hide what they are.
    ("talk.pptx.exe", PE, "ending of a program"),
    ("talk.exe.pptx", office(), "ending of a program"),
    ("talk.pdf.scr", PE, "ending of a program"),
    ("talk.pptx.js", b"var a = 1;", "ending of a program"),
    ("talk.PPTX.LNK", b"x", "ending of a program"),
    ("talk.bat.pdf", PDF, "ending of a program"),
    ("talk.ps1 .pptx", office(), "ending of a program"),
    ("talk.exe..pptx", office(), "ending of a program"),
    ("talk.pptx.desktop", b"[Desktop Entry]", "ending of a program"),
    ("talk.sh", b"#!/bin/sh", "ending of a program"),
    ("talk\u202exptp.exe", PE, "turn the order"),
    ("talk\u202exe.pptx", office(), "turn the order"),
    ("talk\u2067.pptx", office(), "turn the order"),
    ("two\nlines.pptx", office(), "control character"),
    # Macros where no macros may be.
    ("macros.pptx", VBA, "must not"),
    ("macros.ppsx", office(SHOW, ppt__vbaProject_dot_bin=b"x"), "must not"),
    ("macro type.pptx", office(MACRO), "must not"),
    ("macro show.ppsx", office(making.MACRO_SHOW), "must not"),
    ("macros.potx", VBA, "must not"),
    ("macros in capitals.pptx", office(ppt__VBAPROJECT_dot_BIN=b"x"), "must not"),
    ("add-in.pptx", office(making.ADD_IN), "an add-in"),
    # Content that is something else.
    ("login.pptx", LOGIN, "asks for a password"),
    ("login.pdf", LOGIN, "asks for a password"),
    ("wide login.pptx", "\ufeff".encode("utf-16-le") + LOGIN.decode().encode("utf-16-le"), "asks for a password"),
    ("sign in.pptx", b"<html><title>Sign in - Exampleshire Portal</title><p>Wait", "asks for a password"),
    ("not found.pptx", b"\r\n <!-- x --> <html><body>404 not found", "a web page"),
    ("page with a pdf.pdf", b"<html><script>x()</script>" + PDF, "a web page"),
    ("saved.pptx", b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n", "a saved web page"),
    ("word.pptx", office(making.WORD), "a Word document"),
    ("excel.pptx", office(making.EXCEL), "an Excel workbook"),
    ("word macros.pptx", office(making.WORD_MACRO), "an Office document that may hold macros"),
    ("old word.ppt", compound({"WordDocument": b"x"}), "an older Office document"),
    ("text.odp", open_document("application/vnd.oasis.opendocument.text"), "an OpenDocument text"),
    ("picture.pptx", PNG, "a picture"),
    ("picture.png", PNG, "a picture"),
    ("photo.pdf", b"\xff\xd8\xff\xe0" + b"\0" * 20, "a picture"),
    ("archive.pptx", zipped({"a.txt": b"a"}), "an archive"),
    ("archive.zip", zipped({"a.txt": b"a"}), "an archive"),
    ("rar.pptx", b"Rar!\x1a\x07\x01\0", "an archive"),
    ("film.pptx", b"\0\0\0\x18ftypmp42", "a recording"),
    ("notes.pptx", b"Some notes of an afternoon.\n", "a text file"),
    ("notes.txt", b"Some notes of an afternoon.\n", "a text file"),
    ("data.pptx", b'<?xml version="1.0"?><data/>', "an XML file"),
    ("noise.pptx", bytes(range(256)) * 4, "does not know"),
    # A deck, but not the one that it says.
    ("pdf.pptx", PDF, "but its name ends in '.pptx'"),
    ("pptx.pdf", office(), "but its name ends in '.pdf'"),
    ("pptx.ppt", office(), "but its name ends in '.ppt'"),
    ("ppt.pptx", old_deck(), "but its name ends in '.pptx'"),
    ("odp.pptx", open_document(), "but its name ends in '.pptx'"),
    ("pptx.zip", office(), "but its name ends in '.zip'"),
    ("key.pptx", zipped({"Index/Document.iwa": b"x"}), "but its name ends in '.pptx'"),
    ("locked.ppt", LOCKED, "but its name ends in '.ppt'"),
    ("locked.docx", LOCKED, "no presentation"),
    ("no ending", office(), "its name has no ending"),
    (".pptx", office(), "its name has no ending"),
    # Nothing, half of it, or far too much.
    ("empty.pptx", b"", "it is empty"),
    ("zeros.pptx", bytes(5000), "damaged or incomplete"),
    ("half.pptx", office()[:400], "damaged or incomplete"),
    ("half.ppt", old_deck()[:600], "damaged or incomplete"),
    ("bomb.pptx", BOMB, "swell to an enormous size"),
    ("entities.pptx", zipped(making.office_parts() | {"[Content_Types].xml": ENTITIES}), "mislead"),
]  # fmt: skip
