import Foundation
import TestSupport
import Testing

/// Letters and receipts over a real port, beside the commands that make the same.
struct ServingLetterTests {
  /// Serves the workspace; asks for a draft and a receipt, and issues a letter by the form.
  private static let script = """
    import re, subprocess, sys, time, urllib.parse, urllib.request
    program = sys.argv[1]
    day = ["--hari-ini", "2026-04-02"]
    server = subprocess.Popen(
        [program, "layani", "--port", "0"] + day, stdout=open("out", "w"))
    while "Berhenti" not in open("out").read():
        assert server.poll() is None
        time.sleep(0.05)
    base = re.search(r"http://[^/]*", open("out").read()).group(0)
    def ask(path, fields=None):
        data = fields and urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(base + path, data, {"Origin": base})
        with urllib.request.urlopen(request) as answer:
            return answer.geturl(), answer.read()
    def run(*words):
        return subprocess.run([program, *words] + day, stdout=subprocess.PIPE, check=True).stdout
    def hidden(html):
        return re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', html.decode())
    try:
        draft = ask("/surat/konsep/63.05.12.2001")[1]
        print("konsep", draft == run("surat", "teguran", "Tarungin", "--keluaran", "-"))
        receipt = ask("/tanda-terima/63.05.12.2002/2026-1?sehari=ya")[1]
        print("tanda terima", receipt == run("tanda-terima", "--unit", "Matang Batas", "--keluaran", "-"))
        token = hidden(ask("/surat")[1])[:1]
        seen = ask("/surat", token + [
            ("pilih", "63.05.12.2001"), ("nomor", "100.3/7/Pem"), ("tanggal", "2026-04-02")])[1]
        print(urllib.parse.urlparse(ask("/surat", hidden(seen))[0]).path)
        name = "surat-teguran-63.05.12.2001-2026-04-02-tahap1-f4-100.3-7-Pem.html"
        written = open("ekspor/" + name, "rb").read()
        print("terbit", ask("/surat/terbit/63.05.12.2001/2026-2")[1] == written)
    finally:
        server.terminate()
        print("kode", server.wait())
    """

  @Test func `pages print the bytes that the commands print, and issue what the commands list`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa 2025 --unit Matang_Batas", on: "2026-04-02")
    let run = try await ProgramRun.run(
      "/usr/bin/python3", ["-c", Self.script, ProgramRun.builtProgram], in: office.path,
      environment: ["TENGGAT_PETUGAS": "kasi"])
    #expect(
      run.outputText == "konsep True\ntanda terima True\n/surat\nterbit True\nkode 0\n",
      "\(run.outputText) \(run.errorText)")
    let rows = try #require(try office.rows().last)
    #expect(rows[12] == "nomor: 100.3/7/Pem; tahap: 1; surat: Surat Imbauan")
  }
}
