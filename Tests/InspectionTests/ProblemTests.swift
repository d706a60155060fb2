import CalendarFiles
import CivilCalendar
import ComplianceModel
import Deeds
import DurableFiles
import Exchange
import Inspection
import LedgerStore
import Reminders
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Every problem of an inspection and of a workspace has a bad example.
///
/// What a reader of one kind of file finds has its examples beside that reader.
@Suite struct `Problems of a workspace` {
  private static let register = "tapin-hatungun-2021"
  private static let book = "buku/63.05.12/2026.csv"
  private static let hash = String(repeating: "a", count: 64)

  private static let userColumns = "akun,nama,peran,jabatan,desa,sandi\n"
  private static let passwordHash =
    "$7$BU..../....\(String(repeating: "a", count: 43))$\(String(repeating: "b", count: 43))"

  @Test(arguments: InspectionProblem.allCases)
  func `an inspection finds`(_ problem: InspectionProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  @Test(arguments: WorkspaceProblem.allCases)
  func `a workspace has`(_ problem: WorkspaceProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  /// What an inspection finds after something was done to a workspace.
  private func found(
    _ checks: [String]? = nil, in code: String = "63.05.12", table: String? = nil,
    on day: String = "2026-03-02", after change: (FoundedWorkspace) throws -> Void = { _ in }
  ) throws -> [Finding] {
    let founded = try FoundedWorkspace(code, table: table)
    try change(founded)
    return try founded.inspect(checks, on: day).values.flatMap(\.self)
  }

  /// What it finds with a file of users.
  private func users(_ text: String, permissions: Int = 0o600) throws -> [Finding] {
    try found { try $0.folder.write(text, to: Users.file, permissions: permissions) }
  }

  /// What it finds with other text in `kantor.yaml`.
  private func found(_ old: String, to new: String, on day: String = "2026-03-02") throws
    -> [Finding]
  {
    try found(on: day) { try $0.change("kantor.yaml", old, to: new) }
  }

  /// What it finds with a file.
  private func found(writing text: String, to name: String) throws -> [Finding] {
    try found { try $0.folder.write(text, to: name) }
  }

  /// What it finds with rows, all recorded on one day.
  private func found(
    _ entries: [LedgerEntry], at instant: String = "2026-03-17T09:00:00+08:00"
  ) throws -> [Finding] {
    try found(on: "2026-07-06") { try $0.append(entries, at: instant) }
  }

  /// What it finds with an export that states a mark of the ledger of two rows.
  private func found(stating mark: (LedgerMark) -> LedgerMark) throws -> [Finding] {
    try found { founded in
      let rows = try ["2025-TW3", "2025-TW4"].map { try entry(.submitted, "RFK", $0, "2026-02-27") }
      try founded.append(rows, at: "2026-02-27T09:00:00+08:00")
      let sound = try #require(try founded.desk().ledger.files.last).mark
      try founded.folder.write(
        try StatedExport.bytes(stating: [mark(sound)]), to: "ekspor/kirim.xml")
    }
  }

  /// What a comparison finds after something was done to a copy of a workspace with three rows.
  private func compared(_ change: (ForgedOffice, TemporaryFolder) throws -> Void) throws
    -> [Finding]
  {
    let office = try ForgedOffice()
    let copy = try office.copy()
    try change(office, copy)
    return try office.compare(copy).findings
  }

  /// What it finds with a date that a letter sets.
  private func setDate(
    _ keys: String, _ date: String, after change: (FoundedWorkspace) throws -> Void = { _ in }
  ) throws -> [Finding] {
    try found {
      try $0.folder.write(
        "kalender: uji\ndiperiksa: 2026-01-02\n"
          + "ditetapkan: [{ \(keys), tanggal: \(date), surat: Surat 1 }]\n",
        to: "kalender/uji.yaml")
      try change($0)
    }
  }

  private func entry(
    _ kind: LedgerEvent.Kind, _ subject: String, _ period: String, _ date: String,
    received: String? = nil, unit: String = "63.05.12", value: String = "", file: String = "",
    sha256: String = ""
  ) throws -> LedgerEntry {
    LedgerEntry(
      kind: kind, unit: try region(unit), subject: subject, period: period, date: try day(date),
      received: try day(received ?? date), value: value, file: file, sha256: sha256,
      note: kind == .extended ? "Surat 1" : "", recorder: "operator")
  }

  private func register(
    _ name: String, _ lines: String = "", indicators: String
  ) -> String {
    "register: \(name)\n\(lines)diperiksa: 2026-01-02\nindikator:\n\(indicators)"
  }

  /// A register of the office with one indicator that is measured.
  private func ownRegister(_ label: String = "H03", replacing other: String? = nil) -> String {
    let lines =
      "judul: Karangan\nwilayah: \"63.05.12\"\nsumber: Keputusan Camat (karangan)\n"
      + "berlaku: { sejak: 2026-01-01 }\n" + (other.map { "menggantikan: \($0)\n" } ?? "")
      + "kartu:\n  - { jabatan: camat, nama: Camat }\n"
    return register(
      "kantor-2026", lines,
      indicators:
        "  - { kode: \(label), kartu: camat, jabatan: camat, nama: Karangan, jenis: persen, "
        + "satuan: persen, gabungan: terakhir, target: 90 }\n")
  }

  private func reminders(_ text: String) throws -> [Finding] {
    try found("pejabat: []", to: "pejabat: []\npengingat:\n\(text)")
  }

  private static let layout =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
    + "<xsl:template match='/'><b/></xsl:template></xsl:stylesheet>"

  /// What the check of profiles finds with one of the office's own.
  private func profile(
    _ layout: String, named name: String = "uji", schema: String? = nil,
    programsBeside executable: FilePath = FilePath(ProgramRun.builtProgram)
  ) throws -> [Finding] {
    let founded = try FoundedWorkspace()
    let settings =
      "profil: \(name)\njudul: Karangan\ncontoh: ya\ndokumen: [tahun]\nkeluaran: xml\n"
      + "nama_berkas: \"{profil}-{kecamatan}-{masa}.xml\"\n"
      + (schema == nil ? "" : "skema: penerima.xsd\n")
    try founded.folder.write(settings, to: "profil/\(name)/profil.yaml")
    try founded.folder.write(layout, to: "profil/\(name)/layout.xsl")
    if let schema { try founded.folder.write(schema, to: "profil/\(name)/penerima.xsd") }
    return try founded.inspect(["profil"], programsBeside: executable).values.flatMap(\.self)
  }

  private static let mail = "{ nama: surel, jenis: sendmail, dari: kantor@contoh.invalid }"

  private func found(_ problem: InspectionProblem) throws -> [Finding] {
    let own = "kalender/iku/\(`Problems of a workspace`.register).yaml"
    let name = `Problems of a workspace`.register
    let regions = "63,Kalimantan Selatan,,,\n63.05,Kabupaten Tapin,,,\n63.05.12,Hatungun,,,\n"
    switch problem {
    case .noRegister: return try found(in: "91.99.01", table: FoundedWorkspace.madeUp)
    case .noRegisterOfKecamatan:
      return try found("iku: [\(name)]", to: "iku: [barito-kuala-jejangkit-2023]")
    case .noRegisterInForce: return try found(in: "63.04.17", on: "2027-01-01")
    case .registerEnds: return try found(in: "63.04.17", on: "2026-11-01")
    case .sharedCode:
      return try found {
        try $0.change("kantor.yaml", "iku: [\(name)]", to: "iku: [\(name), kantor-2026]")
        try $0.folder.write(ownRegister(), to: "kalender/iku/kantor-2026.yaml")
      }
    case .unknownIndicatorUnit:
      let term = "{ dokumen: [APBDes], unit: [\"63.05.12.2099\"], keadaan: [lengkap] }"
      return try found(
        writing: register(
          name, indicators: "  - { kode: H14, hitung: { pembilang: [\(term)] } }\n"), to: own)
    case .unusedRegister:
      return try found(writing: ownRegister(), to: "kalender/iku/kantor-2026.yaml")
    case .shadowedRegister:
      return try found {
        let text = register(name, indicators: "  - { kode: H03, target: 80 }\n")
        try $0.folder.write(text, to: own)
        try $0.folder.write(text, to: "kalender/iku/\(name).yml")
      }
    case .targetOfZero:
      return try found(
        writing: register(name, indicators: "  - { kode: H03, target: 0 }\n"), to: own)
    case .noTargets, .noOfficial, .localDates, .estimates: return try found()
    case .officialElsewhere:
      return try found(
        "pejabat: []",
        to: "pejabat:\n  - { jabatan: camat, nama: Karangan, sejak: 2019-01-01, unit: 63.05.13 }")
    case .unknownWatchedUnit:
      return try found(
        "pejabat: []", to: "dipantau_sejak: { unit: { 63.05.12.2009: 2026 } }\npejabat: []")
    case .unknownRegion:
      return try found(
        "pejabat: []", to: "menurut_wilayah: { \"64\": { zona: WITA } }\npejabat: []")
    case .noKecamatan:
      return try found(writing: "kode,nama\n63,Kalimantan Selatan\n", to: "wilayah.csv")
    case .villageWithoutKecamatan:
      return try found { try $0.change("wilayah.csv", "63.05.12.2008,", to: "63.05.11.2008,") }
    case .namelessRegion:
      return try found { try $0.change("wilayah.csv", "63.05,Kabupaten Tapin\n", to: "") }
    case .unreadColumns:
      return try found(
        writing: "kode,nama,warna\n63,Kalimantan Selatan,\n63.05,Tapin,\n63.05.12,Hatungun,\n",
        to: "wilayah.csv")
    case .unknownFormerCode:
      return try found(
        writing: "kode,nama,sejak,sampai,dahulu\n" + regions
          + "63.05.12.2001,Tarungin,2026-01-01,,63.05.05.2001\n", to: "wilayah.csv")
    case .setForStranger:
      return try setDate("laporan: LPPDesa, periode: 2025, unit: \"63.05.12.2099\"", "2026-03-20")
    case .setWithoutEffect:
      return try setDate("laporan: LPJAPBDes, periode: 2025", "2026-03-20")
    case .setImprobable: return try setDate("laporan: LPPD, periode: 2025", "2026-08-28")
    case .setBeneathExtension:
      return try setDate("laporan: LPPD, periode: 2025", "2026-02-13") {
        let letter = try entry(.extended, "LPPD", "2025", "2026-03-13", received: "2026-02-20")
        try $0.append([letter], at: "2026-02-20T09:00:00+08:00")
      }
    case .strayCalendar: return try found(writing: "x", to: "kalender/catatan.txt")
    case .noHolidays: return try found(on: "2027-03-02")
    case .replacedHolidays, .shadowedHolidays:
      return try found {
        let shipped = try #require(
          try FileSystem.live.read($0.data.folder.pushing("Calendars/libur/2026.yaml")))
        for ending in ["yaml", "yml"] {
          try $0.folder.write(shipped, to: "kalender/libur/2026.\(ending)")
        }
      }
    case .strayHolidays: return try found(writing: "x", to: "kalender/libur/baru.yaml")
    case .unknownChannel:
      return try found(
        "pejabat: []",
        to: "pejabat:\n  - { jabatan: camat, nama: Karangan, sejak: 2019-01-01, "
          + "kontak: { surrel: a@b.invalid } }")
    case .unknownReminded: return try reminders("  laporan: { LKIPP: [H-7] }\n")
    case .unknownContact:
      return try reminders(
        "  saluran: [\(`Problems of a workspace`.mail)]\n"
          + "  kontak_desa: { 63.05.12.2009: { surel: desa@contoh.invalid } }\n")
    case .idleEscalation:
      return try reminders(
        "  tahap: [H-3]\n  eskalasi: [{ jabatan: sekcam, mulai: H+9 }]\n")
    case .unknownUnit:
      return try found([
        try entry(.submitted, "LPPDesa", "2025", "2026-03-14", unit: "63.05.12.2099")
      ])
    case .unknownSubject: return try found([try entry(.submitted, "XYZ", "2025", "2026-03-14")])
    case .unknownIndicator:
      return try found([try entry(.measured, "X99", "2026-TW1", "2026-03-14", value: "1/2")])
    case .countedIndicator:
      return try found([try entry(.measured, "H14", "2026-TW1", "2026-03-14", value: "1/2")])
    case .unreadableValue:
      return try found([try entry(.measured, "H01", "2026-TW1", "2026-03-14", value: "1/2")])
    case .lateEntry: return try found([try entry(.submitted, "LPPD", "2025", "2026-02-10")])
    case .repeated:
      return try found([
        try entry(.submitted, "LPPD", "2025", "2026-03-17"),
        try entry(.submitted, "LPPD", "2025", "2026-03-17"),
      ])
    case .extendedTooLate:
      return try found([
        try entry(.extended, "RFK", "2025-TW4", "2026-03-31", received: "2026-01-11")
      ])
    case .beforeGate:
      return try found([
        try entry(.submitted, "RekADD", "2026-TW1", "2026-03-17", unit: "63.05.12.2008")
      ])
    case .otherZone:
      return try found(
        [try entry(.submitted, "LPPD", "2025", "2026-03-17")], at: "2026-03-17T09:00:00+07:00")
    case .undecidedTerm:
      return try found([
        try entry(.fact, "pelantikan-kades", "", "2018-03-01", unit: "63.05.12.2008")
      ])
    case .idleDecision:
      return try found([
        try entry(.fact, "perpanjangan-jabatan-kades", "", "2024-07-10", unit: "63.05.12.2008")
      ])
    case .unknownBook: return try found(writing: "x\n", to: "buku/63.05.13/2026.csv")
    case .irregularBook:
      return try found(["buku-asing"]) {
        try $0.folder.write("x", to: "\(`Problems of a workspace`.book)/x")
      }
    case .foreignInBooks: return try found(writing: "x", to: "buku/aneh.txt")
    case .lostLedger:
      return try found(writing: "x", to: "dokumen/63.05.12/2025/surat.pdf")
    case .voidedAgain:
      let void = LedgerEntry(
        kind: .voided, unit: try region("63.05.12"), subject: "LPPD", period: "2025",
        note: "#1 keliru", recorder: "operator")
      return try found([try entry(.submitted, "LPPD", "2025", "2026-03-17"), void, void])
    case .noLocks, .networkFolder:
      var calls = SystemCalls.live
      if problem == .noLocks { calls.lock = { _ in } }
      calls.fileSystemType = { _ in 0x6969 }
      let founded = try FoundedWorkspace()
      return try founded.inspect(["kunci"], files: FileSystem(calls: calls)).values.flatMap(\.self)
    case .fragment: return try found(writing: "x", to: "\(`Problems of a workspace`.book).sisa-1")
    case .damagedSeen: return try found(writing: "x\n", to: Workspace.seenFile)
    case .tornSeen:
      return try found(
        writing: "hari,petugas,kode,berkas,temuan,rantai\n2026", to: Workspace.seenFile)
    case .damagedCopy:
      return try found(writing: "x", to: "\(`Problems of a workspace`.book).rusak-1")
    case .leftover: return try found(writing: "x", to: ".tenggat-1")
    case .surplusEvidence: return try found(writing: "x", to: "dokumen/63.05.12/2026/lama.pdf")
    case .frozenWithoutFile:
      return try found([
        LedgerEntry(
          kind: .frozen, unit: try region("63.05.12"), period: "2026-TW1",
          sha256: `Problems of a workspace`.hash, recorder: "operator")
      ])
    case .surplusFrozen: return try found(writing: "x", to: "ekspor/beku/x.xml")
    case .noMarks: return try found(writing: "x", to: "ekspor/x.xml")
    case .faultyLayout: return try profile("<a/>")
    case .faultyReceiverSchema: return try profile(`Problems of a workspace`.layout, schema: "<a/>")
    case .faultyResult:
      return try profile(`Problems of a workspace`.layout.replacing("<b/>", with: "<b/><b/>"))
    case .noLayoutProgram:
      return try profile(`Problems of a workspace`.layout, programsBeside: "/nowhere/tenggat")
    case .profileInFront:
      return try profile(`Problems of a workspace`.layout, named: "kalsel")
    case .strayProfile: return try found(writing: "x", to: "profil/catatan.txt")
    case .noBook:
      return try found {
        LedgerMark(kecamatan: $0.kecamatan, year: 2025, rows: 3, chain: $0.chain)
      }
    case .cutOff:
      return try found {
        LedgerMark(kecamatan: $0.kecamatan, year: $0.year, rows: 3, chain: $0.chain)
      }
    case .rewritten:
      return try found {
        LedgerMark(
          kecamatan: $0.kecamatan, year: $0.year, rows: 2, chain: `Problems of a workspace`.hash)
      }
    case .notCopied: return try compared { try $1.remove(ForgedOffice.names[2]) }
    case .differs:
      return try compared {
        let text = try $1.text(of: ForgedOffice.names[0])
        try $1.write(text.replacing("RFK", with: "XFK"), to: ForgedOffice.names[0])
      }
    case .surplusRows:
      return try compared { office, _ in
        let lines = try office.lines(ForgedOffice.names[1])
        try office.write(Array(lines.dropLast()), to: ForgedOffice.names[1])
      }
    case .gap: return try compared { try $1.remove(ForgedOffice.names[0]) }
    case .noEvidenceFolder:
      let office = try ForgedOffice()
      let copy = try TemporaryFolder()
      for name in ForgedOffice.names {
        try copy.write(try office.text(name), to: String(name.dropFirst("buku/".count)))
      }
      return try office.compare(copy).findings
    case .faultyExport:
      do {
        _ = try ExportMarks(try FoundedWorkspace.shippedData()).marks(in: Array("<x/>".utf8))
        return []
      } catch let document as FaultyDocument {
        return document.findings(in: "x.xml")
      }
    case .settingDiffers: return try compared { try $1.write("x", to: "wilayah.csv") }
    }
  }

  private func found(_ problem: WorkspaceProblem) throws -> [Finding] {
    let name = `Problems of a workspace`.register
    let path = "dokumen/63.05.12/2026/surat.pdf"
    /// A row that names a file with a hash, and what lies there.
    func evidence(_ bytes: String?, hash: String? = nil) throws -> [Finding] {
      try found { founded in
        if let bytes { try founded.folder.write(bytes, to: path) }
        let sha256 = hash ?? LedgerStore.sha256(of: Array((bytes ?? "").utf8))
        try founded.append(
          [try entry(.submitted, "LPPD", "2025", "2026-03-01", file: path, sha256: sha256)],
          at: "2026-03-01T09:00:00+08:00")
      }
    }
    switch problem {
    case .unknownCalendar: return try found("[nasional, tapin]", to: "[nasional, tapinn]")
    case .unknownRegister: return try found("iku: [\(name)]", to: "iku: [tidak-ada]")
    case .unknownRole: return try reminders("  penjaga: juru-tulis\n")
    case .unknownZone:
      do {
        let table = FoundedWorkspace.madeUp.replacing("91", with: "99")
        _ = try FoundedWorkspace("99.99.01", table: table)
        return []
      } catch WorkspaceFailure.configuration(let findings) {
        return findings
      }
    case .unknownService:
      return try reminders(
        "  saluran: [{ nama: wa, jenis: webhook, url: \"https://x.invalid\", layanan: tak-ada }]\n")
    case .unreadableLogo, .largeLogo, .unfitLogo:
      return try found {
        if problem != .unreadableLogo {
          let bytes = problem == .largeLogo ? LetterLogo.mostBytes + 1 : 10
          try $0.folder.write([UInt8](repeating: 0x89, count: bytes), to: "kop/logo.png")
        }
        try $0.change("kantor.yaml", "pejabat: []", to: "pejabat: []\nkop: { logo: kop/logo.png }")
      }
    case .unknownReplaced:
      return try found {
        try $0.change("kantor.yaml", "iku: [\(name)]", to: "iku: [kantor-2026]")
        try $0.folder.write(
          ownRegister(replacing: "tidak-ada"), to: "kalender/iku/kantor-2026.yaml")
      }
    case .noProfileFile:
      return try found(writing: `Problems of a workspace`.layout, to: "profil/uji/layout.xsl")
    case .noRule, .severalRules:
      // Versions that follow each other: each may hold for the due date that it gives itself.
      let date = "      - tenggat: { tanggal: 28 Agustus }\n"
      let ended = date + "        berlaku: { sampai: 2026-12-31 }\n"
      let dayBefore =
        date.replacing("28", with: "27") + "        berlaku: { sampai: 2026-08-27 }\n"
        + "        triwulan: TW3\n        sumber: surat contoh\n        keyakinan: LOCAL\n"
      let dayAfter = date + "        berlaku: { sejak: 2026-08-28 }\n"
      return try found(in: "91.99.01", table: FoundedWorkspace.madeUp) {
        try $0.change(
          "kalender/lokal.yaml", date, to: problem == .noRule ? ended : dayBefore + dayAfter)
      }
    case .damagedUsers: return try users("akun,nama\n")
    case .repeatedUser:
      let row = "siti,Siti,kasubbag,,,\(`Problems of a workspace`.passwordHash)\n"
      return try users(`Problems of a workspace`.userColumns + row + row)
    case .unreadUser:
      return try users(`Problems of a workspace`.userColumns + "siti,Siti,raja,,,x\n")
    case .openUsers: return try users(`Problems of a workspace`.userColumns, permissions: 0o640)
    case .goneVillage:
      return try users(
        `Problems of a workspace`.userColumns
          + "op,Op,operator-desa,,63.05.13.2001,\(`Problems of a workspace`.passwordHash)\n")
    case .unfinished:
      return try found([try entry(.submitted, "RFK", "2026-TW3", "2026-03-17")])
    case .overHundred:
      return try found([try entry(.measured, "H03", "2026-TW1", "2026-03-14", value: "9/8")])
    case .missingEvidence: return try evidence(nil, hash: `Problems of a workspace`.hash)
    case .changedEvidence: return try evidence("%PDF-1.4", hash: `Problems of a workspace`.hash)
    case .irregularEvidence:
      return try found { founded in
        try founded.folder.write("x", to: "\(path)/x")
        try founded.append(
          [
            try entry(
              .submitted, "LPPD", "2025", "2026-03-01", file: path,
              sha256: `Problems of a workspace`.hash)
          ], at: "2026-03-01T09:00:00+08:00")
      }
    case .unreadableEvidence:
      // Whoever runs the tests may be allowed to read everything.
      let claim = EvidenceClaim(
        row: LedgerEvent.RowID(year: 2026, number: 1), kind: .submitted, unit: nil, path: path,
        sha256: "", place: SourcePlace(file: `Problems of a workspace`.book))
      return [try #require(EvidenceState.unreadable.finding(for: claim))]
    case .unfitEvidence: return try evidence("")
    case .sharedEvidence:
      return try found(["bukti"]) { founded in
        try founded.folder.write("%PDF-1.4", to: path)
        let sha256 = LedgerStore.sha256(of: Array("%PDF-1.4".utf8))
        try founded.append(
          try ["63.05.12.2001", "63.05.12.2002"].map {
            try entry(
              .submitted, "LPPDesa", "2025", "2026-03-01", unit: $0, file: path, sha256: sha256)
          }, at: "2026-03-01T09:00:00+08:00")
      }
    }
  }
}
