import Foundation
import TestSupport
import Testing

/// Text from outside on its way to a terminal.
@Suite struct `Text from outside` {
  /// A title for the terminal, C1, turns of direction, what nobody sees, and line ends.
  private static let hostile =
    "a\u{1B}]0;judul\u{7}b\u{9B}31mc\u{202E}d\u{2066}e\u{200B}f\u{FEFF}g\u{7F}h\u{2028}i\u{85}j\u{115F}k"

  /// What a terminal must not get: everything that it acts on but the line's end.
  private func isHarmless(_ run: ProgramRun) -> Bool {
    (run.outputText + run.errorText).unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format, .lineSeparator, .paragraphSeparator: false
      default: !scalar.properties.isDefaultIgnorableCodePoint
      }
    }
  }

  /// Command lines that complain of the word that stands for `@`.
  private static let complaints = [
    "@", "jadwal @", "jadwal --@", "jadwal --unit @", "jadwal --dalam @", "jadwal --hari-ini @",
    "jadwal --tahun=@", "jadwal --warna @", "jadwal --ruang @", "jadwal --untuk @", "catat @",
    "catat LPPD @", "catat LPPD 2025 --unit @", "catat LPPD 2025 --berkas @",
    "batalkan @ --alasan x",
    "desa --@=x", "iku ukur @ --nilai 1", "ekspor @", "ekspor xml --tahun 2026 --profil @",
    "impor @",
    "pindai @", "gabung @", "jelaskan @", "help @", "periksa @", "periksa --terhadap @", "surat @",
    "surat teguran @", "mulai @", "mulai 63.05.12 baru --wilayah @", "ingatkan @",
    "ingatkan riwayat --untuk @", "tetapkan @ 2026 --tanggal 2026-01-01 --surat x",
  ]

  @Test(arguments: complaints)
  func `drives no terminal from an argument, and is seen`(_ words: String) async throws {
    let office = try await Office.founded()
    let arguments = words.split(separator: " ").map {
      $0.replacing("@", with: Self.hostile)
    }
    let run = try await office.run(arguments.map { String($0) }, on: "2026-04-01")
    #expect(isHarmless(run), "\(run.errorText.debugDescription)")
  }

  @Test func `is shown by the number of each character`() async throws {
    let office = try await Office.founded()
    let run = try await office.run(["a\u{1B}[31m\u{202E}b\nc"], on: "2026-04-01")
    #expect(run.exitCode == 64)
    #expect(run.errorText.contains(#"perintah 'a\u{1b}[31m\u{202e}b\u{a}c' tidak dikenal; "#))
  }

  @Test(arguments: ["TENGGAT_HARI_INI", "TENGGAT_DATA", "TENGGAT_PETUGAS", "TENGGAT_RUANG", "USER"])
  func `drives no terminal from a variable`(_ name: String) async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      "catat LPPD 2025", on: "2026-04-01", environment: [name: Self.hostile])
    #expect(isHarmless(run), "\(run.errorText.debugDescription)")
  }

  @Test func `drives no terminal from a file's name or what is in it`() async throws {
    let office = try await Office.founded()
    try office.write("x", to: "kotak-masuk/\(Self.hostile).pdf")
    try office.write("x", to: "kotak-masuk/\(Self.hostile)/LPPD 2025.pdf")
    try office.write("laporan;periode\n\(Self.hostile);2025\n", to: "rekap.csv")
    try office.write("kalender: \(Self.hostile)\n", to: "kalender/\(Self.hostile).yaml")
    for words in ["pindai --segera", "impor rekap.csv --coba", "periksa", "jadwal"] {
      let run = try await office.run(words, on: "2026-04-01")
      #expect(isHarmless(run), "\(words): \((run.outputText + run.errorText).debugDescription)")
    }
    try FileManager.default.removeItem(atPath: "\(office.path)/kalender/\(Self.hostile).yaml")
    try office.write("zona: \"a\\e[31m\\u202Eb\"\n\"k\\u200B\": 1\n", to: "kantor.yaml")
    for words in ["periksa", "jadwal", "periksa --json"] {
      let run = try await office.run(words, on: "2026-04-01")
      #expect(isHarmless(run), "\(words): \((run.outputText + run.errorText).debugDescription)")
    }
  }
}
