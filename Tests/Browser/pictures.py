"""The pictures of the guide, from the workspace of the demonstration.

    pictures.py PROGRAM WORKSPACE TODAY FOLDER
"""

import sys
from pathlib import Path

from browser import browser, picture, resize, serving

PAGES = {
    "beranda": "",
    "desa": "desa?tahun=2026",
}


def main(program, workspace, today, folder):
    with serving(program, workspace, today) as base, browser() as driver:
        for name, path in PAGES.items():
            resize(driver, 1100, 700)
            driver.get(base + path)
            picture(driver, Path(folder) / f"halaman-{name}.png", whole=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
