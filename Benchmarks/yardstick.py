"""A page of the kind that an office's site is made of today: Flask, rows from sqlite, a template.

`gunicorn yardstick:app` with LOAD_LEDGERS (a folder of ledgers) and LOAD_DAY set. It reads the rows at each request and
says what is missing by desa and document, without any of the rules.
"""

import csv
import glob
import os
import sqlite3

import flask

DAY = os.environ["LOAD_DAY"]
YEAR = int(DAY[:4])
DOCUMENTS = [
    ("RKPDes", str(YEAR + 1), f"{YEAR}-09-30"),
    ("APBDes", str(YEAR + 1), f"{YEAR}-12-31"),
    ("LKPJDes", str(YEAR - 1), f"{YEAR}-03-31"),
    ("LPPDesa", str(YEAR - 1), f"{YEAR}-03-31"),
    ("RealisasiDes", f"{YEAR - 1}-S2", f"{YEAR}-01-20"),
    ("RealisasiDes", f"{YEAR}-S1", f"{YEAR}-07-14"),
]
FILE = f"/tmp/yardstick-{os.getpid()}.db"
PAGE = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<h1>{{ title }}</h1><table><thead><tr><th>Desa</th>{% for d in documents %}<th>{{ d[0] }} {{ d[1] }}</th>{% endfor %}
</tr></thead><tbody>{% for unit, cells in rows %}<tr><th>{{ unit }}</th>{% for text, style in cells %}<td class="cell
{{ style }}"><a href="/kewajiban/{{ unit }}">{{ text }}</a></td>{% endfor %}</tr>{% endfor %}</tbody></table></body>
</html>"""

app = flask.Flask(__name__)


def load():
    """Puts all rows of all years into a database with an index."""
    database = sqlite3.connect(FILE)
    database.execute("create table buku(unit, laporan, periode, tanggal, peristiwa)")
    for name in sorted(glob.glob(os.environ["LOAD_LEDGERS"] + "/*/*.csv")):
        with open(name, newline="", encoding="utf-8") as file:
            database.executemany(
                "insert into buku values(:unit, :laporan, :periode, :tanggal, :peristiwa)", csv.DictReader(file)
            )
    database.execute("create index satu on buku(laporan, periode, unit)")
    database.commit()
    database.close()


load()


@app.get("/desa")
def matrix():
    """All desa by all documents, each cell with a word."""
    database = sqlite3.connect(FILE)
    units = [row[0] for row in database.execute("select distinct unit from buku where length(unit) > 8 order by unit")]
    rows = {unit: [] for unit in units}
    for report, period, due in DOCUMENTS:
        found = dict(
            database.execute(
                "select unit, min(tanggal) from buku where laporan = ? and periode = ? and peristiwa = 'serah'"
                " group by unit",
                (report, period),
            ).fetchall()
        )
        for unit in units:
            day = found.get(unit)
            if day is None:
                rows[unit].append(("lewat tenggat", "bad") if due < DAY else ("belum jatuh tempo", "plain"))
            else:
                rows[unit].append((f"tepat waktu {day}", "good") if day <= due else (f"terlambat {day}", "late"))
    database.close()
    return flask.render_template_string(PAGE, title="Dokumen desa", documents=DOCUMENTS, rows=list(rows.items()))
