"""The sheets of workbooks, written again by openpyxl in its write-only mode: rows and values, no styles.

`workbooks.py baca FOLDER FILE` keeps the values of all workbooks in a folder in a file, which is not measured;
`workbooks.py tulis FILE FOLDER` writes them into workbooks of the same names.
"""

import pathlib
import pickle
import sys

import openpyxl


def read(folder, file):
    """Keeps what stands in the cells of each sheet."""
    books = {
        path.name: [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in openpyxl.load_workbook(path)]
        for path in sorted(pathlib.Path(folder).glob("*.xlsx"))
    }
    with open(file, "wb") as kept:
        pickle.dump(books, kept)


def write(file, folder):
    """Writes a workbook a file."""
    with open(file, "rb") as kept:
        books = pickle.load(kept)
    for name, sheets in books.items():
        book = openpyxl.Workbook(write_only=True)
        for title, rows in sheets:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(pathlib.Path(folder) / name)


if __name__ == "__main__":
    {"baca": read, "tulis": write}[sys.argv[1]](*sys.argv[2:4])
