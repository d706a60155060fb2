"""What Scripts/bench holds `periksa buku` against: every chain of a workspace, proved with Python's hashlib.

rantai.py RUANG
"""

import glob
import os
import sys
from hashlib import sha256

for path in sorted(glob.glob(f"{sys.argv[1]}/buku/*/*.csv")):
    folder, name = os.path.split(path)
    seed = f"tenggat-buku-1 {os.path.basename(folder)} {name[:-4]}"
    chain = sha256(seed.encode()).hexdigest().encode()
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    for number, line in enumerate(lines[1:-1], 2):
        row, _, stated = line.rpartition(b",")
        chain = sha256(chain + b"\n" + row).hexdigest().encode()
        if chain != stated:
            sys.exit(f"{path}:{number}: rantai tidak cocok")
