"""Two people at their browsers, one at a terminal, and cron, all at once on one workspace: every document that one of
them was told is recorded stands in the ledger once, no other does, and the chain is whole.

    crowd.py PROGRAM WORKSPACE TODAY [SECONDS]

Without a browser: what the pages send is read and sent by hand, as fast as it goes.
"""

import csv
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

from browser import serving

CHANGED = "Buku berubah sejak isian ini diperiksa"
RECORDED = "Yang baru dicatat"
DOCUMENTS = [("RKPDes", "2027"), ("LPPDesa", "2025"), ("LKPJDes", "2025"), ("RealisasiDes", "2026-S1")]


class Forms(HTMLParser):
    """The forms of a page: where they are sent, and what stands in their fields."""

    def __init__(self, page):
        super().__init__()
        self.forms = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.forms.append((attributes.get("action", ""), {}))
        elif tag == "input" and self.forms and attributes.get("type") != "file":
            self.forms[-1][1][attributes["name"]] = attributes.get("value") or ""


class Person(threading.Thread):
    """Somebody who records one document after another, and notes what they were told is recorded."""

    def __init__(self, name, until):
        super().__init__()
        self.name, self.until = name, until
        self.told, self.failure = [], None

    def run(self):
        try:
            number = 0
            while time.monotonic() < self.until:
                number += 1
                desa = f"63.05.12.{2001 + number % 8}"
                self.record(desa, *DOCUMENTS[number // 8 % len(DOCUMENTS)], f"{self.name}-{number}")
                self.told.append(f"{self.name}-{number}")
        except Exception as error:  # told by the main thread
            self.failure = error


class Reader(Person):
    """Somebody at a browser."""

    def __init__(self, name, until, base):
        super().__init__(name, until)
        self.base = base

    def send(self, path, fields=None):
        request = urllib.request.Request(urllib.parse.urljoin(self.base, path))
        if fields is not None:
            boundary = "----batas-9d31"
            parts = [
                f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                for name, value in fields.items()
            ]
            request.data = ("".join(parts) + f"--{boundary}--\r\n").encode()
            request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
            request.add_header("Origin", self.base.rstrip("/"))
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            # What others wrote meanwhile is shown first.
            if error.code != 409:
                raise
            return error.read().decode()

    @staticmethod
    def form(page, field):
        return next(form for form in Forms(page).forms if field in form[1])

    def record(self, desa, report, period, note):
        action, fields = self.form(self.send(f"kewajiban/{desa}/{report}/{period}/catat"), "catatan")
        page = self.send(action, {**fields, "catatan": note, "tanggal": fields["tanggal"]})
        while True:
            action, fields = next(form for form in Forms(page).forms if "/konfirmasi" in form[0] or "tanda" in form[1])
            page = self.send(action, {**fields, "aksi": "catat"})
            if CHANGED not in page:
                break
        assert RECORDED in page, page
        self.send("desa?tahun=2026")


class Typist(Person):
    """Somebody at a terminal."""

    def __init__(self, name, until, program):
        super().__init__(name, until)
        self.program = program

    def record(self, desa, report, period, note):
        subprocess.run(
            [*self.program, "catat", report, period, "--unit", desa, "--catatan", note],
            check=True, capture_output=True)


class Cron(Person):
    """The machine's own runs."""

    def __init__(self, name, until, program):
        super().__init__(name, until)
        self.program = program

    def record(self, *_):
        for command in ["ingatkan", "pindai"]:
            subprocess.run([*self.program, command], check=True, capture_output=True)


def main():
    program, workspace, today, *seconds = sys.argv[1:]
    until = time.monotonic() + float(seconds[0] if seconds else 10)
    os.environ["TENGGAT_RUANG"], os.environ["TENGGAT_HARI_INI"] = workspace, today
    with serving(program, workspace, today) as base:
        people = [
            Reader("satu", until, base), Reader("dua", until, base), Typist("tiga", until, [program]),
            Cron("cron", until, [program])]
        for person in people:
            person.start()
        for person in people:
            person.join()
    for person in people:
        if person.failure:
            raise person.failure
    told = [note for person in people if person.name != "cron" for note in person.told]
    assert all(person.told for person in people), "somebody recorded nothing"
    with open(next(Path(workspace, "buku").glob(f"*/{today[:4]}.csv")), newline="", encoding="utf-8") as file:
        notes = [row["catatan"] for row in csv.DictReader(file)]
    written = [note for note in notes if note.split("-")[0] in ("satu", "dua", "tiga")]
    assert sorted(written) == sorted(told), f"told {len(told)}, written {len(written)}"
    subprocess.run([program, "periksa", "buku"], check=True, capture_output=True)
    counts = ", ".join(f"{person.name} {len(person.told)}" for person in people)
    print(f"Serentak: {counts}; semua tercatat sekali, rantai utuh")


main()
