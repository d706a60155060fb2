"""Loads the pages with wrk beside pages of the same size that are made of nothing, and a page of Flask's.

load.py PROGRAM SERVER DATA GUNICORN: called by Scripts/load. Prints medians of rounds that take turns.
"""

import csv
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

DAY, YEARS, VILLAGES = "2026-08-03", range(2022, 2027), 24
CONNECTIONS, SECONDS, ROUNDS = 50, int(os.environ.get("SECONDS_EACH", "5")), int(os.environ.get("ROUNDS", "5"))
REQUESTS = int(os.environ.get("REQUESTS", "100000"))
PAGES = {"Beranda": "/", "Matriks": "/desa?tahun=2026"}


def found(program, folder):
    """A made-up office of 24 desa with five years of ledger."""
    table = os.path.join(folder, "wilayah-asal.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("kode,nama\n91,Papua\n91.99,Kabupaten Karangan\n91.99.01,Muara Contoh\n")
        file.writelines(f"91.99.01.{2001 + number},Contoh {number + 1}\n" for number in range(VILLAGES))
    office = os.path.join(folder, "kantor")
    environment = {**os.environ, "TENGGAT_RUANG": office, "TENGGAT_PETUGAS": "tolok-ukur"}
    subprocess.run([program, "mulai", "91.99.01", office, "--wilayah", table], check=True, stdout=subprocess.DEVNULL)
    for year in YEARS:
        rows = [
            ("91.99.01", report, period, f"{year}-{day}")
            for report, period, day in [
                ("LKPJ", year - 1, "02-18"), ("LPPD", year - 1, "02-20"), ("LKAT", year - 1, "02-20"),
                ("LKIP", year - 1, "02-25"), ("Renja", year + 1, "03-10"), ("RFK", f"{year}-TW1", "04-09"),
                ("Realisasi", f"{year}-TW1", "04-09"), ("RFK", f"{year}-TW2", "07-09"),
            ]
        ]
        for number in range(VILLAGES):
            unit = f"91.99.01.{2001 + number}"
            rows += [
                (unit, report, period, f"{year}-{day}")
                for report, period, day in [
                    ("RealisasiDes", f"{year - 1}-S2", "01-15"), ("LKPJDes", year - 1, "03-20"),
                    ("LPPDesa", year - 1, "03-25"), ("RealisasiDes", f"{year}-S1", "07-10"),
                    ("RKPDes", year + 1, "09-20"), ("APBDes", year + 1, "12-20"),
                ]
            ]
        rows = [row for number, row in enumerate(rows) if row[3] <= DAY and number % 17]
        name = os.path.join(folder, f"{year}.csv")
        with open(name, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("unit", "laporan", "periode", "tanggal"), *rows])
        day = min(f"{year}-12-31", DAY)
        subprocess.run(
            [program, "impor", name, "--hari-ini", day, "--alasan", "tolok ukur"],
            check=True, env=environment, stdout=subprocess.DEVNULL,
        )
    return office


def load(address):
    """Requests a second, and the slowest of a hundred in milliseconds."""
    output = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", address],
        check=True, capture_output=True, text=True,
    ).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(f"load.py: galat: {address} tidak menjawab semua permintaan:\n{output}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
    return (
        float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)),
        float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
    )


def resident(process):
    """The memory of a process in megabytes."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024


def main():
    program, server, data, gunicorn = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        office = found(program, folder)
        ours = subprocess.Popen([server, office, data, DAY], stdout=subprocess.PIPE, text=True)
        theirs = subprocess.Popen(
            [gunicorn, "--chdir", os.path.dirname(os.path.abspath(__file__)), "-w", "2", "-b", "127.0.0.1:18765",
             "--log-level", "error", "yardstick:app"],
            env={**os.environ, "LOAD_LEDGERS": os.path.join(office, "buku"), "LOAD_DAY": DAY},
        )
        try:
            measure(ours, f"http://127.0.0.1:{ours.stdout.readline().strip()}")
        finally:
            ours.terminate()
            theirs.terminate()


def measure(ours, address):
    # A page is kept once the files that it was made of are four seconds old.
    time.sleep(5)
    sizes = {name: len(urllib.request.urlopen(address + path).read()) for name, path in PAGES.items()}
    addresses = {name: address + path for name, path in PAGES.items()}
    addresses |= {f"tetap sebesar {name}": f"{address}/tetap/{size}" for name, size in sizes.items()}
    addresses["Flask, matriks"] = "http://127.0.0.1:18765/desa"
    rates, slowest = {name: [] for name in addresses}, {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, page in addresses.items():
            rate, late = load(page)
            rates[name].append(rate)
            slowest[name].append(late)
    rate = {name: statistics.median(values) for name, values in rates.items()}
    late = {name: statistics.median(values) for name, values in slowest.items()}
    for name in addresses:
        print(f"{name:24} {rate[name]:10.0f} per detik   p99 {late[name]:8.2f} ms")
    for name, size in sizes.items():
        still = f"tetap sebesar {name}"
        print(
            f"{name} ({size} bita): {rate[name] / rate[still]:.2f} x halaman tetap (harus >= 0,15), "
            f"p99 {late[name] / late[still]:.1f} x (harus < 10), "
            f"{rate[name] / rate['Flask, matriks']:.1f} x Flask (harus >= 3)"
        )
    before, done = resident(ours), 0
    while done < REQUESTS:
        done += load(addresses["Beranda"])[0] * SECONDS
    print(f"memori: {before:.0f} MB, setelah {done:.0f} permintaan lagi {resident(ours):.0f} MB (harus < 150, rata)")


main()
