"""A headless Chromium, and the pages of a workspace that it looks at."""

import base64
import contextlib
import os
import re
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

# A slow and busy machine is no fault of the pages.
PATIENCE = 120


@contextlib.contextmanager
def serving(program, workspace, today, *options):
    """Serves a workspace until the block ends; gives the address of its first page."""
    server = subprocess.Popen(
        [program, "layani", "--ruang", workspace, "--port", "0", "--hari-ini", today, *options],
        stdout=subprocess.PIPE, text=True)
    try:
        for line in server.stdout:
            found = re.search(r"https?://\S+/", line)
            if found:
                yield found.group(0)
                break
        else:
            raise AssertionError("tenggat layani ended before it named its address")
    finally:
        server.terminate()
        server.wait(PATIENCE)


@contextlib.contextmanager
def browser(width=1280, height=1000, dark=False, scripts=True):
    """A browser with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        options = Options()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--force-color-profile=srgb", f"--user-data-dir={profile}",
        ):
            options.add_argument(argument)
        preferences = {"plugins.always_open_pdf_externally": False}
        if not scripts:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(
            options=options,
            service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")))
        try:
            driver.set_page_load_timeout(PATIENCE)
            resize(driver, width, height)
            driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia",
                {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
            yield driver
        finally:
            driver.quit()


def resize(driver, width, height):
    """Gives the page itself, not the window, a size."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def picture(driver, file, whole=True):
    """Stores what the page looks like: the whole of it, or what fits into the window."""
    shot = driver.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
    Path(file).write_bytes(base64.b64decode(shot["data"]))
