import Foundation
import TestSupport
import Testing

/// A workspace that is made in a browser, by the program that then serves it.
struct ServingFoundingTests {
  /// Serves a folder that is no workspace; makes one by the forms, and looks at its first page.
  private static let script = """
    import os, re, subprocess, sys, time, urllib.error, urllib.parse, urllib.request
    server = subprocess.Popen(
        [sys.argv[1], "layani", "--port", "0", "--wilayah", "../wilayah.csv"],
        stdout=open("../out", "w"))
    while "Berhenti" not in open("../out").read():
        assert server.poll() is None
        time.sleep(0.05)
    base = re.search(r"http://[^/]*", open("../out").read()).group(0)
    def ask(path, fields=None):
        data = fields and urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(base + path, data, {"Origin": base})
        with urllib.request.urlopen(request) as answer:
            return urllib.parse.urlparse(answer.geturl()).path, answer.read().decode()
    def hidden(html):
        return re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', html)
    def strange():
        # Another site that gives its name this computer's address sees no form.
        request = urllib.request.Request(base + "/mulai", headers={"Host": "evil.example"})
        try:
            return urllib.request.urlopen(request).status
        except urllib.error.HTTPError as error:
            return error.code
    try:
        print(ask("/jadwal")[0], "91.99.01" in ask("/mulai?cari=contoh")[1])
        print("nama lain", strange())
        form = ask("/mulai?kode=91.99.01")[1]
        seen = ask("/mulai", hidden(form) + [
            ("hari", "6"), ("nama.camat", "Contoh Nama"), ("menjabat.camat", "2025-01-06")])[1]
        print(os.listdir("."))
        print(ask("/mulai", hidden(seen))[0], ask("/mulai")[0])
        print("Muara Contoh" in ask("/desa")[1])
        office = open("kantor.yaml").read()
        print("nama: 'Contoh Nama'" in office, "- { hari: 6, sejak: 2019-01-01 }" in office)
        check = subprocess.run([sys.argv[1], "periksa"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print("periksa", check.returncode)
    finally:
        server.terminate()
        print("kode", server.wait())
    print(re.sub(r":[0-9]+/", ":PORT/", open("../out").read()), end="")
    """

  @Test func `a workspace that is made in a browser is served at once, and stands the check`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.write(FoundedWorkspace.madeUp, to: "wilayah.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "kantor"), withIntermediateDirectories: false)
    let run = try await ProgramRun.run(
      "/usr/bin/python3", ["-c", Self.script, ProgramRun.builtProgram],
      in: folder.path(of: "kantor"), environment: ["TENGGAT_PETUGAS": "kasubbag"])
    expectGolden(
      Array(run.outputText.replacing(folder.path, with: "FOLDER").utf8),
      named: "layani-mulai.txt")
    #expect(run.errorText == "")
  }
}
