import Foundation
import TestSupport
import Testing

/// `layani`: the pages, served by the program that has the network.
struct ServingTests {
  /// Serves the workspace on a free port, asks raw questions, and stops it: each answer's first line and
  /// what is wanted of its body, then the server's own output and its exit code.
  private static let script = """
    : >out
    "$TENGGAT" layani --port 0 --hari-ini 2026-04-02 >out 2>err & server=$!
    until grep -q Berhenti out || ! kill -0 $server 2>/dev/null; do sleep 0.05; done
    port=$(sed -n 's|.*http://127.0.0.1:\\([0-9]*\\)/.*|\\1|p' out)
    ask() {
      exec 3<>"/dev/tcp/127.0.0.1/$port" && printf "$1\\r\\nConnection: close\\r\\n\\r\\n" >&3
      cat <&3 >answer; exec 3>&-
      head -n 1 answer | tr -d '\\r'; grep -c "$2" answer
    }
    ask "GET / HTTP/1.1\\r\\nHost: 127.0.0.1:$port" 'Keadaan pada Kamis, 2 April 2026 WITA'
    ask "GET / HTTP/1.1\\r\\nHost: evil.example" 'Keadaan pada'
    ask "GET /../../kantor.yaml HTTP/1.1\\r\\nHost: localhost" 'zona:'
    ask "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 0" 'Keadaan pada'
    "$TENGGAT" catat LPPD 2025 --hari-ini 2026-04-02 >/dev/null
    ask "GET /kewajiban/63.05.12/LPPD/2025 HTTP/1.1\\r\\nHost: localhost" 'Penyampaian pertama: 2 April 2026'
    "$TENGGAT" layani --port "$port" 2>&1 | sed "s/$port/PORT/"; echo "kode ${PIPESTATUS[0]}"
    kill -TERM $server; wait $server; echo "kode $?"
    sed "s/$port/PORT/" out err
    """

  @Test func `pages are served until the program is told to stop`() async throws {
    let office = try await Office.founded()
    let run = try await ProgramRun.run(
      "/bin/bash", ["-c", Self.script], in: office.path,
      environment: ["TENGGAT": ProgramRun.builtProgram, "TENGGAT_PETUGAS": "kasubbag"])
    expectGolden(run.output, named: "layani.txt")
    #expect(run.errorText == "")
  }

  @Test(arguments: [
    ("layani --port 65536", 64, "--port 65536 bukan port"),
    ("layani --port=-1", 64, "--port -1 bukan port"),
    ("layani --alamat 0.0.0.0", 78, "belum ada pengguna"),
    ("layani --alamat evil.example", 64, "'evil.example' bukan alamat IP"),
    ("layani --alamat 999.0.0.1", 64, "bukan alamat IP"),
    ("layani --catatan-akses kantor.yaml", 73, "milik ruang kerja"),
    ("layani --catatan-akses buku", 73, "milik ruang kerja"),
  ])
  func `what others could reach, or nobody, is refused`(
    words: String, code: Int, sentence: String
  ) async throws {
    let run = try await Office.founded().run(words, on: "2026-04-02")
    expectRefusal(run, code, sentence)
  }

  @Test(arguments: [
    (["--nama", "kantor.contoh.go.id", "--dipercaya", "127.0.0.1"], 66, "kantor.yaml"),
    (["--alamat", "0.0.0.0"], 66, "kantor.yaml"),
    (["--catatan-akses", "akses.log"], 64, "tanpa ruang kerja"),
    (["--wilayah", "tak-ada.csv"], 66, "tak-ada.csv tidak ada"),
  ])
  func `without a workspace nobody else is let in, and what is missing is told at once`(
    options: [String], code: Int, sentence: String
  ) async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(["layani"] + options, in: folder.path)
    expectRefusal(run, code, sentence)
    #expect(folder.files.isEmpty)
  }

  @Test func `a table of regions is for a workspace that is not there yet`() async throws {
    let run = try await Office.founded().run("layani --wilayah wilayah.csv", on: "2026-04-02")
    expectRefusal(run, 64, "--wilayah hanya untuk membuat ruang kerja")
  }

  @Test func `where the other program is missing it is said where it belongs`() async throws {
    let office = try await Office.founded()
    let bin = office.folder.path(of: "bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: ProgramRun.builtProgram, toPath: "\(bin)/tenggat")
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let run = try await ProgramRun.run(
      "\(bin)/tenggat", ["layani"], in: office.path, environment: ["TENGGAT_DATA": data])
    expectRefusal(run, 69, "pasang di samping tenggat: \(bin)/tenggat-jaringan")
  }
}
