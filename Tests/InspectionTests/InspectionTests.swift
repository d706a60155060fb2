import CivilCalendar
import ComplianceModel
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// `periksa`: every fault with its file and line, and nothing said of what is well.
@Suite struct `Inspection of a workspace` {
  private static func faults(_ found: [String: [Finding]]) -> [Finding] {
    Checks.all.flatMap { found[$0.name] ?? [] }.filter { $0.severity == .fault }
  }

  @Test(arguments: ["63.05.12", "63.05.05", "35.08.09", "63.04.17", "91.99.01"])
  func `a fresh workspace has remarks and no faults`(_ code: String) throws {
    let table = code.hasPrefix("91") ? FoundedWorkspace.madeUp : nil
    let found = try FoundedWorkspace(code, table: table).inspect()
    #expect(`Inspection of a workspace`.faults(found) == [])
    let remarked = Checks.all.map(\.name).filter { found[$0]?.isEmpty == false }
    // Without a register there is no indicator that could lack a target.
    let aboutIndicators = code.hasPrefix("91") ? "iku" : "target"
    #expect(remarked == ["pejabat", "tanggal-lokal", aboutIndicators, "libur-perkiraan"])
    let localFile = code.hasPrefix("91") ? "kalender/lokal.yaml" : "Calendars/laporan/"
    #expect(found["tanggal-lokal"]?.allSatisfy { $0.place.file.hasPrefix(localFile) } == true)
  }

  @Test func `every check says what it looks at in one line`() {
    let summaries = Checks.all.map(\.summary)
    #expect(Set(summaries).count == Checks.all.count)
    #expect(summaries.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }

  // MARK: - Office, regions, calendars

  @Test func `faults of the office file and of the region table are told together`() throws {
    let founded = try FoundedWorkspace()
    try founded.change("kantor.yaml", "zona: WITA", to: "zona: WITTA")
    try founded.change("wilayah.csv", "63.05.12.2001,", to: "63.05.12.20,")
    let found = try founded.inspect()
    #expect(found["kantor"]?.map(\.line) == ["kantor.yaml:4: 'WITTA' bukan salah satu pilihan"])
    #expect(
      found["wilayah"]?.map(\.place) == [SourcePlace(file: "wilayah.csv", line: 5, column: 1)])
  }

  @Test func `a calendar that is not there is a fault with the nearest name`() throws {
    let founded = try FoundedWorkspace()
    try founded.change("kantor.yaml", "[nasional, tapin]", to: "[nasional, tapinn]")
    let found = try founded.inspect()
    #expect(found["kalender"]?.map(\.line) == ["kantor.yaml:7: kalender 'tapinn' tidak ada"])
    #expect(found["kalender"]?.map(\.remedy) == ["mungkin maksudnya 'tapin'"])
  }

  @Test func `what the reminders name and nothing knows is told at its place`() throws {
    let founded = try FoundedWorkspace()
    try founded.change(
      "kantor.yaml", "pejabat: []",
      to: """
        pejabat:
          - { jabatan: camat, nama: Nama Karangan, sejak: 2019-01-01, kontak: { surrel: a@b.invalid } }
          - { jabatan: juru-tulis, nama: Nama Lain, sejak: 2019-01-01, kontak: { surel: c@b.invalid } }
        pengingat:
          laporan: { rfk: [H-3], LKIPP: [H-7] }
          penjaga: juru-tulis
          eskalasi:
            - { jabatan: skecam, mulai: H+1 }
            - { jabatan: kasi-pemerintahan, mulai: H+2 }
          saluran:
            - { nama: surel, jenis: sendmail, dari: kantor@contoh.invalid }
          kontak_desa:
            63.05.12.2001: { surel: desa@contoh.invalid, kurir: pos }
            63.05.12.2009: { surel: desa@contoh.invalid }
            63.05.12: { surel: desa@contoh.invalid }
        """)
    let found = try founded.inspect()
    #expect(found["kantor"] == [])
    // Whether there is a mail program here is not asked.
    let all = (found["pengingat"] ?? []).filter { !$0.what.contains("sendmail tidak ada") }
    let remarks = all.filter { !$0.what.hasPrefix("jabatan") }
    let roles = all.filter { $0.what.hasPrefix("jabatan") }
    #expect(
      roles.map(\.line) == [
        "kantor.yaml:29: jabatan 'juru-tulis' tidak dikenal",
        "kantor.yaml:34: jabatan 'skecam' tidak dikenal",
      ])
    #expect(roles.last?.remedy == "mungkin maksudnya 'sekcam'")
    #expect(
      remarks.map { "\($0.line) @\($0.place.column); \($0.remedy.spelled { _ in "" })" } == [
        "kantor.yaml:28: kontak menyebut saluran 'surrel', yang tidak ada @73; mungkin maksudnya 'surel'",
        "kantor.yaml:31: pengingat menyebut laporan 'LKIPP', yang tidak dikenal @26; mungkin maksudnya 'LKIP'",
        "kantor.yaml:39: kontak menyebut saluran 'kurir', yang tidak ada @50; tambahkan pada pengingat, bagian saluran",
        "kantor.yaml:40: kontak_desa menyebut 63.05.12.2009, yang bukan desa dalam wilayah.csv @5; perbaiki kodenya",
        "kantor.yaml:41: kontak_desa menyebut 63.05.12, yang bukan desa dalam wilayah.csv @5; perbaiki kodenya",
      ])
    // What binds nothing is a fault.
    #expect(all.allSatisfy { $0.severity == .fault })
  }

  @Test func `faults of every file of kalender are told`() throws {
    let founded = try FoundedWorkspace()
    let head = "kalender: kantor\ndiperiksa: 2026-01-02\n"
    try founded.folder.write(head + "wajib: [LKIPP]\n", to: "kalender/a.yaml")
    try founded.folder.write(head + "warna: biru\n", to: "kalender/b.yml")
    try founded.folder.write(head + "warna: biru\n", to: "kalender/catatan.txt")
    let found = try founded.inspect()
    #expect(
      found["kalender"]?.map(\.line).sorted() == [
        "kalender/a.yaml:3: laporan 'LKIPP' tidak dikenal",
        "kalender/b.yml:3: kunci 'warna' tidak dikenal",
      ])
  }

  @Test func `a desa without its kecamatan and a table without any are faults`() throws {
    let founded = try FoundedWorkspace()
    try founded.change("wilayah.csv", "63.05.12.2008,", to: "63.05.11.2008,")
    #expect(
      try founded.inspect()["wilayah"]?.map(\.line)
        == ["wilayah.csv:12: desa 63.05.11.2008 Bagak tidak punya baris kecamatan"])
    try founded.folder.write("kode,nama\n63,Kalimantan Selatan\n", to: "wilayah.csv")
    #expect(
      try founded.inspect()["wilayah"]?.map(\.line)
        == ["wilayah.csv:0: tidak ada kecamatan dalam tabel"])
  }

  @Test func `a missing office file or region table ends the inspection`() throws {
    let empty = try TemporaryFolder()
    let data = try FoundedWorkspace.shippedData()
    let today = try day("2026-03-02")
    #expect(throws: WorkspaceFailure.self) {
      _ = try Site(FilePath(empty.path), data: data, environment: { _ in nil }) { _ in today }
    }
    try empty.write("zona: WIB\n", to: "kantor.yaml")
    #expect {
      _ = try Site(FilePath(empty.path), data: data, environment: { _ in nil }) { _ in today }
    } throws: { error in
      guard case .noRegionTable? = error as? WorkspaceFailure else { return false }
      return true
    }
  }

  @Test func `today is read in the zone of the office`() throws {
    let founded = try FoundedWorkspace("35.08.09")
    let (early, late) = (try day("2026-03-02"), try day("2027-03-02"))
    let site = try Site(founded.path, data: founded.data, environment: { _ in nil }) {
      $0 == .wib ? late : early
    }
    // Only seen from 2027 is the next year one without holidays.
    let check = try #require(Checks.named("libur"))
    #expect(try check.findings(in: site).map(\.place.file) == ["kalender/libur/2028.yaml"])
  }

  @Test func `a camat who serves by today is no remark`() throws {
    let founded = try FoundedWorkspace()
    try founded.change(
      "kantor.yaml", "pejabat: []",
      to: "pejabat:\n  - { jabatan: camat, nama: Nama Karangan, sejak: 2026-03-03 }")
    #expect(try founded.inspect(on: "2026-03-02")["pejabat"]?.count == 1)
    #expect(try founded.inspect(on: "2026-03-03")["pejabat"] == [])
  }

  @Test func `an indicator under a second owner has the target of the first`() throws {
    let founded = try FoundedWorkspace("63.04.17")
    let own = "kalender/iku/barito-kuala-jejangkit-2023.yaml"
    let head = "register: barito-kuala-jejangkit-2023\ndiperiksa: 2026-01-02\nindikator:\n"
    try founded.folder.write(head + "  - { kode: J04, target: 100 }\n", to: own)
    let found = try founded.inspect()
    let remarks = try #require(found["target"]?.map(\.line))
    // Of 44, J04 has a target, and J07 with it.
    #expect(remarks.count == 1)
    #expect(remarks.first?.contains("42 dari 44 indikator belum punya target 2026") == true)
  }

  @Test func `a period for which no rule holds is a fault at the rule`() throws {
    let founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
    try founded.change(
      "kalender/lokal.yaml", "      - tenggat: { tanggal: 28 Agustus }\n",
      to: "      - tenggat: { tanggal: 28 Agustus }\n        berlaku: { sampai: 2026-12-31 }\n")
    let rules = try founded.inspect()["aturan"] ?? []
    #expect(rules.map(\.severity) == [.fault])
    #expect(rules.map(\.place.file) == ["kalender/lokal.yaml"])
    #expect(
      rules.map(\.what)
        == ["tidak ada aturan Renja-P yang berlaku untuk periode 2027 (tenggat 28 Agustus 2027)"])
    let line = try founded.folder.text(of: "kalender/lokal.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.contains("28 Agustus") }
    #expect(rules.map(\.place.line) == [try #require(line) + 1])
  }

  // MARK: - Ledger

  @Test func `a row that was changed breaks the chain at its line`() throws {
    let founded = try FoundedWorkspace()
    for number in 1...3 {
      try founded.append(
        [
          try FoundedWorkspace.entry(
            .submitted, "RFK", "2025-TW\(number)", "2026-01-0\(number + 4)")
        ],
        at: "2026-01-0\(number + 4)T09:00:00+08:00")
    }
    #expect(try founded.inspect()["buku"] == [])
    try founded.change("buku/63.05.12/2026.csv", "2025-TW2", to: "2025-TW4")
    let faults = `Inspection of a workspace`.faults(try founded.inspect())
    #expect(faults.first?.place.file == "buku/63.05.12/2026.csv")
    #expect(faults.first?.place.line == 3)
    #expect(throws: WorkspaceFailure.self) { try founded.desk() }
  }

  @Test func `rows worth a look are remarks at their line`() throws {
    let founded = try FoundedWorkspace()
    let entry = FoundedWorkspace.entry
    try founded.append(
      [
        try entry(.submitted, "LKPJ", "2025", "2026-02-10", nil, "63.05.12", ""),
        try entry(.submitted, "LPPD", "2025", "2026-02-10", nil, "63.05.12", ""),
        try entry(.submitted, "LPPD", "2025", "2026-02-10", nil, "63.05.12", ""),
        try entry(.submitted, "LPPD", "2025", "2026-02-11", nil, "63.05.12", ""),
        try entry(.extended, "LKPJ", "2025", "2026-03-20", "2026-02-10", "63.05.12", "Surat 1"),
        try entry(.extended, "Renja", "2027", "2026-03-31", "2026-03-13", "63.05.12", "Surat 2"),
        try entry(.submitted, "Trantib", "2026", "2026-03-14", nil, "63.05.12", ""),
        try entry(.submitted, "LPPDesa", "2025", "2026-03-14", nil, "63.05.12.2009", ""),
        try entry(.extended, "RFK", "2025-TW4", "2026-03-31", "2026-01-11", "63.05.12", "Surat 3"),
      ], at: "2026-03-17T09:00:00+08:00")
    let found = try founded.inspect(on: "2026-03-17")
    #expect(`Inspection of a workspace`.faults(found) == [])
    func lines(_ check: String) -> [Int] { (found[check] ?? []).map(\.place.line) }
    // Row N stands on line N + 1.
    #expect(lines("buku-kode") == [8, 9])
    #expect(lines("susulan") == [2, 3, 4, 5])
    #expect(lines("baris-berulang") == [4])
    #expect(lines("perpanjangan") == [10])
    #expect(found["buku-kode"]?.allSatisfy { $0.place.file == "buku/63.05.12/2026.csv" } == true)
  }

  @Test func `a clock that went back, or stood in another zone, is a remark, once a row`() throws {
    let founded = try FoundedWorkspace()
    for (number, instant) in [
      "2026-02-10T09:00:00+08:00", "2026-02-10T08:59:30+08:00", "2026-02-10T08:00:00+07:00",
    ].enumerated() {
      try founded.append(
        [try FoundedWorkspace.entry(.submitted, "RFK", "2025-TW\(number + 1)", "2026-02-10")],
        at: instant)
    }
    let found = try founded.inspect()
    #expect((found["jam"] ?? []).map(\.place.line) == [4])
    #expect((found["buku"] ?? []).map(\.place.line) == [3])
    #expect(`Inspection of a workspace`.faults(found) == [])
  }

  @Test func `what is handed in again after a return on the same day repeats nothing`() throws {
    let founded = try FoundedWorkspace()
    for kind in [LedgerEvent.Kind.submitted, .returned, .submitted, .submitted] {
      try founded.append(
        [try FoundedWorkspace.entry(kind, "LPPD", "2025", "2026-02-10")],
        at: "2026-02-10T09:00:00+08:00")
    }
    let found = try founded.inspect()
    #expect((found["baris-berulang"] ?? []).map(\.place.line) == [5])
  }

  @Test func `a torn last line is a remark and counts for nothing`() throws {
    let founded = try FoundedWorkspace()
    try founded.append(
      [try FoundedWorkspace.entry(.submitted, "LPPD", "2025", "2026-02-10")],
      at: "2026-02-10T09:00:00+08:00")
    let text = try founded.folder.text(of: "buku/63.05.12/2026.csv")
    try founded.folder.write(text + "2,2026-02-1", to: "buku/63.05.12/2026.csv")
    let found = try founded.inspect()
    #expect(found["buku"]?.map(\.severity) == [.remark])
    #expect(try founded.desk().ledger.events.count == 1)
  }
}
