"""What Scripts/bench holds `kepatuhan --menurut semua --csv` against: the same answer with Python's csv module.

negeri_csv.py RUANG TAHUN TENGGAT.csv, as `Benchmarks tenggat TAHUN RUANG` prints it. The rules are those that the
made-up country needs; no chain is proved.
"""

import csv
import os
import sys
from collections import defaultdict

ruang, tahun, tabel = sys.argv[1:]
with open(tabel, newline="", encoding="utf-8") as file:
    duties = list(csv.reader(file))
villages = defaultdict(list)
with open(f"{ruang}/wilayah.csv", newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        code = row[0]
        if len(code) == 8:
            villages[code] = []
        elif len(code) == 13 and code[9] in "23":
            villages[code[:8]].append(code)


def states_of(kecamatan):
    """The first submission, whether it is in, the exemption and the extension of what was recorded about."""
    states, rows, terms = {}, [None], set()
    path = f"{ruang}/buku/{kecamatan}/{tahun}.csv"
    if not os.path.exists(path):
        return states, terms
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        for _, _, _, kind, unit, report, period, date, _, _, _, _, note, _ in reader:
            key = (unit, report, period)
            rows.append(key)
            if kind == "kejadian":
                terms.add(unit)
                continue
            if kind == "batal":
                key = rows[int(note[1:].split(" ", 1)[0])]
                states[key][0], states[key][1] = "", False
                continue
            state = states.get(key)
            if state is None:
                state = states[key] = ["", False, False, ""]
            if kind == "serah":
                state[0] = state[0] or date
                state[1] = True
            elif kind == "kembali":
                state[1] = False
            elif kind == "bebas":
                state[2] = True
            elif kind == "perpanjang":
                state[3] = date
    return states, terms


def count(kecamatan):
    """How much is owed, in, and on time."""
    states, terms = states_of(kecamatan)
    required, submitted, on_time = len(terms), 0, 0
    for unit in [kecamatan] + villages[kecamatan]:
        level = "k" if unit is kecamatan else "d"
        for report, period, due, owed_by in duties:
            if owed_by != level:
                continue
            state = states.get((unit, report, period))
            if state is None:
                required += 1
            elif not state[2]:
                required += 1
                if state[1]:
                    submitted += 1
                    on_time += state[0] <= (state[3] or due)
    return required, submitted, on_time


sums = {level: {} for level in ("kecamatan", "kabupaten", "provinsi", "nasional")}
for kecamatan in sorted(villages):
    counts = count(kecamatan)
    for level, code in zip(sums, (kecamatan, kecamatan[:5], kecamatan[:2], "ID")):
        old = sums[level].get(code, (0, 0, 0))
        sums[level][code] = tuple(map(sum, zip(old, counts)))
print("tingkat,kode,wajib,disampaikan,tepat_waktu,terlambat,belum,persen_tepat_waktu")
for level, regions in sums.items():
    for code, (required, submitted, on_time) in sorted(regions.items()):
        share = ""
        if required:
            whole = (on_time * 20000 + required) // (2 * required)
            share = f"{whole // 100}.{whole % 100:02}"
        print(level, code, required, submitted, on_time, submitted - on_time, required - submitted, share, sep=",")
