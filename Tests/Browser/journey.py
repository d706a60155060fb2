"""A morning at the office in a real browser: somebody logs in, records a document with a PDF, sees the matrix
and the percentage move, returns it, and logs out. Once with JavaScript, once without.

    journey.py PROGRAM WORKSPACE TODAY
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from browser import PATIENCE, browser, serving

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" \
    b"trailer<</Root 1 0 R>>\n%%EOF\n"


class Morning:
    """What somebody does, and sees."""

    def __init__(self, driver, base):
        self.driver, self.base = driver, base

    def open(self, path=""):
        self.driver.get(self.base + path)

    def element(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def link(self, text):
        self.press(self.driver.find_element(By.PARTIAL_LINK_TEXT, text))

    def press(self, element):
        """Presses what leads to another page, and waits for that page."""
        before = self.driver.find_element(By.TAG_NAME, "html")
        element.click()
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_element(By.TAG_NAME, "html") != before)

    def button(self, text):
        self.press(self.driver.find_element(By.XPATH, f"//main//button[normalize-space()='{text}']"))

    def type(self, name, text):
        field = self.driver.find_element(By.NAME, name)
        if field.get_attribute("type") == "date":
            # A date field takes digits in the order of the browser's language; the value is the same in all.
            day, month, year = text[8:], text[5:7], text[:4]
            field.send_keys(f"{month}{day}{year}")
            if field.get_attribute("value") != text:
                field.clear()
                field.send_keys(f"{day}{month}{year}")
            assert field.get_attribute("value") == text, field.get_attribute("value")
        else:
            field.clear()
            field.send_keys(text)

    def sees(self, *texts):
        body = self.driver.find_element(By.TAG_NAME, "body").text
        for text in texts:
            assert text in body, f"'{text}' is not on {self.driver.current_url}:\n{body}"

    def cell(self, desa, document):
        """The word of a cell in the matrix of the desa."""
        rows = self.driver.find_elements(By.CSS_SELECTOR, ".matrix tbody tr")
        row = next(row for row in rows if desa in row.find_element(By.TAG_NAME, "th").text)
        return row.find_element(By.CSS_SELECTOR, f"td[data-heading='{document}']")


def rows(workspace):
    return sum(len(f.read_text().splitlines()) - 1 for f in Path(workspace, "buku").rglob("*.csv"))


def record(morning, workspace, folder):
    """Records a document with a PDF, and returns it."""
    pdf = Path(folder, "LPPDesa.pdf")
    pdf.write_bytes(PDF)
    count = rows(workspace)

    morning.open("kepatuhan?tahun=2026")
    before = morning.element(".figures").text

    morning.open("desa?tahun=2026")
    # What was returned keeps its first date, so that its percentage would not move; what the camat issues is
    # four documents in one cell.
    owing = [
        link for link in morning.driver.find_elements(By.CSS_SELECTOR, ".matrix td.bad a")
        if "lewat" in link.text and "dikembalikan" not in link.text
        and "RekADD" not in link.get_attribute("href")]
    assert owing, "nothing is overdue in the matrix"
    address = owing[0].get_attribute("href")
    morning.press(owing[0])
    morning.sees("Keadaan", "lewat")

    morning.link("Catat penyampaian")
    morning.button("Periksa dahulu")
    first_look = rows(workspace)
    assert first_look == count, "a form that was only looked at wrote"
    morning.driver.back()
    morning.element("input[type=file]").send_keys(str(pdf))
    morning.type("catatan", "diantar <b>sendiri</b> & lengkap")
    morning.button("Periksa dahulu")
    morning.sees("LPPDesa.pdf", "SHA-256", "diantar <b>sendiri</b> & lengkap", "terlambat")
    assert rows(workspace) == count
    morning.button("Catat")
    morning.sees("Yang baru dicatat")
    assert rows(workspace) == count + 1
    morning.driver.refresh()
    assert rows(workspace) == count + 1, "loading the page again wrote again"

    morning.open("kepatuhan?tahun=2026")
    assert morning.element(".figures").text != before, "the percentage did not move"

    morning.driver.get(address)
    morning.link("Kembalikan untuk diperbaiki")
    morning.button("Periksa dahulu")
    morning.sees("Ada yang perlu diperbaiki")
    morning.type("catatan", "lampiran kurang")
    morning.button("Periksa dahulu")
    morning.button("Catat")
    assert rows(workspace) == count + 2
    morning.open("desa?tahun=2026")
    morning.sees("dikembalikan")


def main(program, workspace, today):
    for scripts in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            with serving(program, workspace, today) as base, browser(scripts=scripts) as driver:
                record(Morning(driver, base), workspace, folder)
        print(f"with{'' if scripts else 'out'} JavaScript: recorded, returned, matrix and percentage moved")
    for check in ("buku", "bukti"):
        subprocess.run(
            [program, "periksa", check, "--ruang", workspace, "--hari-ini", today], check=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
