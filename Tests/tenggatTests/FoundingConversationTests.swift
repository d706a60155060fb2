import Foundation
import TestSupport
import Testing

/// `mulai` at a terminal, where it asks, and elsewhere, where it does not.
@Suite struct `A workspace that is talked about` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func talk(_ arguments: [String], _ answers: [String]) async throws -> TerminalTalk {
    try await TerminalTalk(
      [ProgramRun.builtProgram, "mulai"] + arguments, in: folder.path, typing: answers)
  }

  /// A line for each question, all of which can be taken.
  private static let answers = [
    "\n", "Hatungun\n", "kantor\n", "\n", "6\n", "2025-TW4\n", "camat\n", "Siti Karangan, S.Sos.\n",
    "2 Januari 2025\n", "\n", "ya\n",
  ]

  @Test func `asks again what cannot be taken, and says in the end what does the same`()
    async throws
  {
    try folder.write("", to: "lain/kantor.yaml")
    try folder.write("", to: "lain/wilayah.csv")
    let talk = try await talk(
      [],
      [
        "tiada.csv\n", "\n", "Hatungn\n", "Hatungun\n", "lain\n", "lain/dalam\n", "\n", "tapn\n",
        "lokal\n", "7\n", "6\n", "kemarin\n", "2025-TW4\n", "camatt\n", "camat\n", "\n",
        "Siti O'Karangan, S.Sos.\n", "2025-02-30\n", "2 Januari 2025\n", "\n", "mungkin\n", "y\n",
      ])
    #expect(talk.exitCode == 0)
    expectGolden(talk.text, named: "mulai-tanya.txt")
    let same = try #require(talk.text.split(separator: "\n").last?.split(separator: ": ").last)
    #expect(same.hasPrefix("tenggat mulai "))
    let again = try TemporaryFolder()
    let run = try await ProgramRun.run(
      "/bin/sh", ["-c", "\(ProgramRun.builtProgram)\(same.dropFirst(7))"], in: again.path)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(again.files == folder.files.filter { $0.hasPrefix("hatungun/") })
    #expect(again.files.contains("hatungun/kalender/lokal.yaml"))
    for name in again.files {
      #expect(try again.bytes(of: name) == folder.bytes(of: name), "\(name)")
    }
    #expect(
      try again.text(of: "hatungun/kantor.yaml").contains(
        "  - jabatan: camat\n    nama: 'Siti O''Karangan, S.Sos.'\n    sejak: 2025-01-02\n"))
  }

  @Test(arguments: [(TerminalTalk.interrupt, 130), (TerminalTalk.end, 64)])
  func `whoever stops at any question leaves nothing behind`(
    _ key: String, _ code: Int
  ) async throws {
    for count in Self.answers.indices {
      let talk = try await talk([], Self.answers.prefix(count) + [key])
      #expect(talk.exitCode == code, "\(count): \(talk.text)")
      #expect(folder.files.isEmpty && !folder.holds("kantor"), "\(count)")
    }
    let whole = try await talk([], Self.answers)
    #expect(whole.exitCode == 0 && folder.holds("kantor/kantor.yaml"))
  }

  @Test func `whoever says no at the end gets nothing`() async throws {
    let talk = try await talk([], Self.answers.dropLast() + ["tidak\n"])
    #expect(talk.exitCode == 0 && talk.text.hasSuffix("Tidak ada yang dibuat.\n"))
    #expect(folder.files.isEmpty && !folder.holds("kantor"))
  }

  @Test func `only what was not said is asked`() async throws {
    try folder.write(FoundedWorkspace.madeUp, to: "wilayah.csv")
    let talk = try await talk(
      [
        "91.99.01", "kantor", "--wilayah", "wilayah.csv", "--hari-kerja", "6", "--sejak", "2025",
        "--pejabat", "sekcam:2025-01-02:Budi Karangan",
      ], ["\n"])
    #expect(talk.exitCode == 0)
    #expect(talk.text.ranges(of: ": \n").count == 1)
    #expect(talk.text.contains("Buat ruang kerja di kantor? (ya/tidak) [ya]: \n"))
    #expect(try folder.text(of: "kantor/kantor.yaml").contains("nama: 'Budi Karangan'"))
  }

  @Test func `several kecamatan are talked about without their officers and calendars`()
    async throws
  {
    try folder.write(FoundedWorkspace.madeUp, to: "wilayah.csv")
    let talk = try await talk([], ["wilayah.csv\n", "91\n", "\n", "\n", "\n", "\n"])
    #expect(talk.exitCode == 0, "\(talk.text)")
    #expect(!talk.text.contains("Pejabat") && !talk.text.contains("Kalender ("))
    #expect(talk.text.contains("tenggat mulai 91 ruang-kerja --wilayah wilayah.csv --hari-kerja 5"))
  }

  @Test func `without a terminal for both, or where it was told so, nothing is asked`()
    async throws
  {
    let program = ProgramRun.builtProgram
    for (number, words) in [
      "\(program) mulai 63.05.12 0 --tanpa-tanya", "\(program) mulai 63.05.12 1 </dev/null",
      "\(program) mulai 63.05.12 2 | cat",
    ].enumerated() {
      let talk = try await TerminalTalk(["/bin/sh", "-c", words], in: folder.path, typing: [])
      #expect(talk.exitCode == 0, "\(words)")
      #expect(!talk.text.contains("Enter mengambil"), "\(words)")
      #expect(folder.holds("\(number)/kantor.yaml"), "\(words)")
    }
    let unsaid = try await TerminalTalk(
      [program, "mulai", "--tanpa-tanya"], in: folder.path, typing: [])
    #expect(unsaid.exitCode == 64)
    #expect(unsaid.text.contains("galat: kecamatannya belum ditulis; tulis kode atau namanya"))
  }

  @Test(arguments: [
    ("--pejabat camat", "tulis JABATAN:SEJAK:NAMA"),
    ("--pejabat camatt:2025-01-02:A", "jabatan 'camatt' tidak dikenal; mungkin maksudnya 'camat'"),
    ("--pejabat camat:2025-02-30:A", "'2025-02-30' bukan tanggal"),
    ("--pejabat camat:2025-01-02:", "nama pejabat kosong"),
    ("--hari-kerja 7", "pilih 5 atau 6"),
    ("--kalender lumajang", "kalender 'lumajang' tidak dapat dipilih; yang ada: tapin, lokal"),
  ])
  func `an option that cannot be taken is refused, and nothing is made`(
    _ words: String, _ sentence: String
  ) async throws {
    let arguments = words.split(separator: " ").map(String.init)
    let run = try await ProgramRun.tenggat(
      ["mulai", "63.05.12", "kantor"] + arguments, in: folder.path)
    #expect(run.exitCode == 64)
    #expect(run.errorText.contains(sentence), "\(run.errorText)")
    #expect(folder.files.isEmpty && !folder.holds("kantor"))
  }

  @Test func `officers and calendars of several kecamatan are not told by options`() async throws {
    try folder.write(FoundedWorkspace.madeUp, to: "wilayah.csv")
    for (words, sentence) in [
      ("--pejabat camat:2025-01-02:A", "hanya untuk satu kecamatan"),
      ("--kalender lokal", "kalender dipilih hanya untuk satu kecamatan"),
    ] {
      let run = try await ProgramRun.tenggat(
        ["mulai", "91", "kantor", "--wilayah", "wilayah.csv"]
          + words.split(separator: " ").map(String.init), in: folder.path)
      #expect(run.exitCode == 64 && run.errorText.contains(sentence), "\(run.errorText)")
    }
    #expect(!folder.holds("kantor"))
  }

  @Test(arguments: [
    ("Muarra", "mungkin maksudnya 91.99.07 Muara"), ("hilir", "yang mirip: 91.99.03 Hilir Tujuh"),
    ("91.99", "yang mirip: 91.99.01 "), ("91.98.01", "mungkin maksudnya 91.99.01 "),
    ("qqqqqq", "periksa kode atau namanya"),
  ])
  func `in a long table what is nearest to a kecamatan is named`(
    _ word: String, _ sentence: String
  ) async throws {
    let names = [
      "Satu", "Dua", "Hilir Tujuh", "Empat", "Lima", "Enam", "Muara", "Delapan", "Sembilan",
      "Sepuluh", "Sebelas",
    ]
    let rows = names.enumerated().map { number, name in
      "91.99.\(number < 9 ? "0" : "")\(number + 1),\(name)\n"
    }
    try folder.write("kode,nama\n91,Papua\n91.99,Jauh\n\(rows.joined())", to: "wilayah.csv")
    let run = try await ProgramRun.tenggat(
      ["mulai", word == "91.99" ? "91.9" : word, "kantor", "--wilayah", "wilayah.csv"],
      in: folder.path)
    #expect(run.exitCode == 64)
    #expect(run.errorText.contains(sentence), "\(run.errorText)")
  }
}
