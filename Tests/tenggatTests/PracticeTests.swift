import Foundation
import TestSupport
import Testing

/// `contoh`: the workspace for practice, through the program.
struct PracticeTests {
  private static let today = "2026-07-16"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String, in place: String = "") async throws -> ProgramRun {
    try await ProgramRun.tenggat(
      words.split(separator: " ").map(String.init),
      in: place.isEmpty ? folder.path : folder.path(of: place),
      environment: ["TENGGAT_HARI_INI": Self.today, "TENGGAT_PETUGAS": "kasubbag"])
  }

  private func good(_ words: String, in place: String = "latihan") async throws -> String {
    let run = try await run(words, in: place)
    try #require(run.exitCode == 0, "tenggat \(words): \(run.exitCode) \(run.errorText)")
    return run.outputText
  }

  @Test func `every command of the guide has something to show in it`() async throws {
    expectGolden(
      Array(try await good("contoh", in: "").utf8), named: "contoh-kerja.txt")
    let plan = try await good("jadwal")
    #expect(plan.hasPrefix("RUANG KERJA LATIHAN: semua isinya karangan"))
    expectGolden(Array(plan.utf8), named: "contoh-kerja-jadwal.txt")
    let shown = [
      ("desa --tahun 2026", "Contoh Hulu"), ("kepatuhan --tahun 2026", "TW II"),
      ("iku", "K10"), ("iku ikm berkas-latihan/survei.csv", "IKM"), ("riwayat", "dikembalikan"),
      ("beda 2026-TW2", "TW II"), ("surat teguran --semua", "konsep Surat Imbauan"),
      ("ekspor xml --triwulan 2026-TW2 --keluaran -", "Kabupaten Karangan"),
      ("pindai --coba", "LPPDesa 2025.pdf"),
      ("impor berkas-latihan/rekap.csv --coba", "akan dicatat"),
    ]
    for (words, text) in shown {
      let run = try await run(words, in: "latihan")
      #expect(
        (run.outputText + run.errorText).contains(text) && !run.outputText.isEmpty,
        "tenggat \(words): \(run.exitCode) \(run.outputText) \(run.errorText)")
    }
    // Remarks there are, such as late entries; nothing is faulty.
    let check = try await run("periksa", in: "latihan")
    #expect(check.exitCode == 0, "\(check.outputText) \(check.errorText)")
    #expect(check.outputText.contains(" 0 galat"))
  }

  @Test func `reminders of it stay in its folder`() async throws {
    _ = try await good("contoh", in: "")
    _ = try await good("ingatkan")
    let written = folder.files.filter { $0.hasPrefix("latihan/pengingat-latihan/") }
    #expect(!written.isEmpty)
    let office = try folder.text(of: "latihan/kantor.yaml")
    try folder.write(
      office.replacing(
        "- { nama: arsip, jenis: berkas, folder: pengingat-latihan }",
        with: "- { nama: arsip, jenis: perintah, perintah: [touch, terkirim] }"),
      to: "latihan/kantor.yaml")
    let refused = try await run("ingatkan", in: "latihan")
    #expect(refused.exitCode == 78)
    #expect(refused.errorText.contains("saluran 'arsip' mengirim ke luar"))
    #expect(!folder.files.contains("latihan/terkirim"))
  }

  @Test func `the folder can be named, and a taken one is refused`() async throws {
    #expect(try await good("contoh --benih 3 sini", in: "").contains("dibuat di sini;"))
    expectRefusal(try await run("contoh sini"), 73, "sini/kantor.yaml sudah ada")
    try folder.write("isi", to: "penuh/a.txt")
    expectRefusal(try await run("contoh kerja penuh"), 73, "penuh tidak kosong")
    expectRefusal(try await run("contoh sini/buku/x"), 73, "ruang kerja lain")
    expectRefusal(
      try await run("contoh lain --hari-ini 2020-01-01"), 64, "terlalu awal")
    #expect(!folder.files.contains { $0.hasPrefix("lain/") })
  }
}
