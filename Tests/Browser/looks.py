"""Every page at the width of a telephone and of a desk, in light and dark: what axe finds, what is wider than
the screen, what the browser complains about.

    looks.py PROGRAM WORKSPACE TODAY [PICTURES]

With PICTURES, a folder, each look is stored there.
"""

import json
import sys
from pathlib import Path

import axe_playwright_python
from selenium.webdriver.common.by import By

from browser import browser, picture, resize, serving

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# What is saved, or printed in a sandbox in which no script runs, and so not looked at: files of evidence, those that
# are taken along, letters and receipts.
FILES = {"ekspor/…", "rekap/…", "kewajiban" + "/…" * 6}
PAPERS = {"surat", "tanda-terima"}


def addresses(driver, base):
    """Of each kind of page that the first one leads to, by however many others, one."""
    found = {}
    waiting = [base]

    def collect():
        for link in driver.find_elements(By.CSS_SELECTOR, "a[href]"):
            address = link.get_attribute("href").split("#")[0]
            if not address.startswith(base):
                raise AssertionError(f"a link leaves the pages: {address}")
            path = address[len(base):].split("?")[0]
            # Obligations and the like are one kind of page each, however many there are; what is done to one
            # has a form of its own.
            parts = path.split("/")
            kind = parts[0] + "/…" * (len(parts) - 1)
            if parts[0] == "kewajiban" and len(parts) == 5:
                kind += ":" + parts[-1]
            if kind not in FILES and kind not in found and not (len(parts) > 1 and parts[0] in PAPERS):
                found[kind] = address
                waiting.append(address)

    while waiting:
        driver.get(waiting.pop(0))
        collect()
    return found


def faults(driver):
    """What is wrong with the page that is shown."""
    result = driver.execute_async_script(
        AXE + ";const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then(done, e => done({error: String(e)}));"
        % json.dumps(RULES))
    if "error" in result:
        raise AssertionError(result["error"])
    for violation in result["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{violation['id']}: {node['html'][:160]}: {node['failureSummary'].splitlines()[-1].strip()}"
    wide, seen = driver.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if wide > seen:
        yield f"wider than the screen: {wide} of {seen} pixels"
    for entry in driver.get_log("browser"):
        if entry["level"] == "SEVERE":
            yield f"browser: {entry['message']}"


def main(program, workspace, today, pictures=None):
    count, wrong = 0, []
    with serving(program, workspace, today) as base:
        for dark in (False, True):
            with browser(dark=dark) as driver:
                driver.set_script_timeout(120)
                for kind, address in addresses(driver, base).items():
                    for width in (360, 1280):
                        resize(driver, width, 1000)
                        driver.get(address)
                        count += 1
                        look = f"{kind or 'beranda'} {width} {'gelap' if dark else 'terang'}"
                        wrong += [f"{look}: {fault}" for fault in faults(driver)]
                        if pictures:
                            name = look.replace("/…", "-satu").replace(":", "-").replace(" ", "-")
                            picture(driver, Path(pictures) / f"{name}.png")
    print(f"{count} looks, {len(wrong)} faults")
    print(*wrong, sep="\n")
    return bool(wrong) or count < 20


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
