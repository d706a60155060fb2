import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import SystemPackage
import TestSupport
import Testing
import Workspace

/// What `mulai` writes.
@Suite struct `Founding a workspace` {
  @Test(
    arguments: [
      ("63.05.12", 8, IndonesianZone.wita, "tapin"), ("63.05.05", 12, .wita, "tapin"),
      ("35.08.09", 8, .wib, "lumajang"), ("63.04.17", 7, .wita, "barito-kuala"),
    ])
  func `each of the first four kecamatan opens without findings`(
    _ code: String, _ villages: Int, _ zone: IndonesianZone, _ calendar: String
  ) throws {
    let founded = try FoundedWorkspace(code)
    #expect(founded.folder.files == ["kantor.yaml", "wilayah.csv"])
    let workspace = try founded.open()
    #expect(workspace.office.zone == zone)
    #expect(workspace.office.calendars == ["nasional", calendar])
    #expect(workspace.kecamatan.map(\.code) == [try region(code)])
    let kecamatan = try #require(workspace.kecamatan.first)
    #expect(kecamatan.villages.count == villages)
    #expect(kecamatan.wards.isEmpty)
    #expect(kecamatan.province?.code == kecamatan.code.province)
    #expect(kecamatan.regency?.code == kecamatan.code.regency)
    #expect(try founded.desk().calendar.reports(owedBy: kecamatan.code).count >= 9)
  }

  @Test func `a kabupaten without a calendar gets one to fill in and owes the same`() throws {
    let founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
    #expect(founded.folder.files == ["kalender/lokal.yaml", "kantor.yaml", "wilayah.csv"])
    let workspace = try founded.open()
    #expect(workspace.office.zone == .wit)
    #expect(workspace.office.calendars == ["nasional"])
    let kecamatan = try #require(workspace.kecamatan.first)
    #expect(
      kecamatan.villages.map(\.name) == ["Contoh Hulu", "Contoh \"Hilir\", Lama", "Contoh Adat"])
    #expect(kecamatan.wards.map(\.name) == ["Contoh Kota"])
    #expect(try !founded.folder.text(of: "wilayah.csv").contains("Tetangga"))
    func owed(_ founded: FoundedWorkspace, _ year: Int) throws -> [String] {
      let desk = try founded.desk()
      let plan = try desk.plan(year...year, asOf: try day("\(year)-01-01"))
      #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
      return Set(
        (plan.dated + plan.undated).map {
          "\(desk.calendar.codes[$0.id.report]) \($0.id.period) \($0.due?.description ?? "-")"
        }
      ).sorted()
    }
    // The typical dates are those of Tapin.
    #expect(try owed(founded, 2026) == owed(FoundedWorkspace("63.05.12"), 2026))
    let desk = try founded.desk()
    let plan = try desk.plan(2026...2026, asOf: try day("2026-01-01"))
    let ward = try region("91.99.01.1001")
    #expect(!(plan.dated + plan.undated).contains { $0.id.unit == ward })
  }

  @Test(arguments: [("63.05.12", nil), ("91.99.01", FoundedWorkspace.madeUp)])
  func `what it writes holds for every year and names no day of founding`(
    _ code: String, _ table: String?
  ) throws {
    let founded = try FoundedWorkspace(code, table: table)
    let again = try FoundedWorkspace(code, table: table)
    for name in founded.folder.files {
      #expect(try founded.folder.bytes(of: name) == again.folder.bytes(of: name))
    }
    let office = try founded.folder.text(of: "kantor.yaml")
    let dates = office.matches(of: /\d{4}-\d{2}-\d{2}/).map { String($0.output) }
    #expect(Set(dates).isSubset(of: ["2019-01-01", "2023-04-12"]))
    for year in 2019...2027 {
      let desk = try founded.desk()
      let plan = try desk.plan(year...year, asOf: try day("\(year)-12-31"))
      #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
      let own = plan.dated.filter { $0.id.unit == desk.kecamatan.code }
      #expect(own.count == 15)
    }
  }

  @Test(arguments: [("63.05.12", nil), ("91.99.01", FoundedWorkspace.madeUp)])
  func `founding twice is refused and changes nothing`(_ code: String, _ table: String?) throws {
    let founded = try FoundedWorkspace(code, table: table)
    try founded.folder.write("kode,nama\n63.05.12,Hatungun\n", to: "wilayah.csv")
    let before = try founded.folder.files.map { try founded.folder.bytes(of: $0) }
    let other = try WorkspaceFounding("35.08.09", data: founded.data)
    #expect {
      try other.found(in: founded.path)
    } throws: { error in
      guard case .workspaceExists(let path)? = error as? WorkspaceFailure else { return false }
      return path == founded.path.appending("kantor.yaml")
    }
    #expect(try founded.folder.files.map { try founded.folder.bytes(of: $0) } == before)
  }

  @Test(arguments: ["wilayah.csv", "kalender/lokal.yaml"])
  func `a file that is there is never overwritten`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let table = FilePath(try folder.write(FoundedWorkspace.madeUp, to: "tabel.csv"))
    try folder.write("milik kantor\n", to: "ruang/\(name)")
    let founding = try WorkspaceFounding(
      "91.99.01", data: FoundedWorkspace.shippedData(), regionTable: table)
    #expect(throws: WorkspaceFailure.self) {
      try founding.found(in: FilePath(folder.path(of: "ruang")))
    }
    #expect(folder.files == ["ruang/\(name)", "tabel.csv"])
    #expect(try folder.text(of: "ruang/\(name)") == "milik kantor\n")
  }

  @Test(arguments: [
    "63.05.99", "63.05", "63", "00", "63.05.12.2001", "Hatung", "Desa Tarungin", "",
  ])
  func `an unknown kecamatan is refused with the known ones`(_ code: String) throws {
    let data = try FoundedWorkspace.shippedData()
    #expect {
      _ = try WorkspaceFounding(code, data: data)
    } throws: { error in
      guard case .unknownKecamatan(code, let known)? = error as? WorkspaceFailure else {
        return false
      }
      return known.map(\.name) == ["Tekung", "Jejangkit", "Candi Laras Selatan", "Hatungun"]
    }
  }

  /// Kecamatan of three kabupaten in two provinces; Tapin alone has a calendar of its own.
  private static let severalRegencies = """
    kode,nama
    63,Provinsi
    63.01,Satu
    63.01.01,Hulu
    63.01.01.2001,Sawah
    63.05,Tapin
    63.05.11,Hilir
    63.05.11.2001,Rawa
    63.05.12,Muara
    63.05.12.2001,Kebun
    91,Papua
    91.01,Jauh
    91.01.01,Pantai
    """ + "\n"

  @Test(
    arguments: [
      ("63.05", ["63.05.11", "63.05.12"], ["nasional", "tapin"], []),
      ("63", ["63.01.01", "63.05.11", "63.05.12"], ["nasional", "tapin"], ["lokal-63.01"]),
      ("91", ["91.01.01"], ["nasional"], ["lokal"]),
      ("00", ["63.01.01", "63.05.11", "63.05.12", "91.01.01"], ["nasional"], ["lokal"]),
    ] as [(String, [String], [String], [String])])
  func `with a table a kabupaten, a province or the country is founded with all its kecamatan`(
    _ code: String, _ offices: [String], _ calendars: [String], _ own: [String]
  ) throws {
    let founded = try FoundedWorkspace(code, table: Self.severalRegencies)
    #expect(
      founded.folder.files == own.map { "kalender/\($0).yaml" } + ["kantor.yaml", "wilayah.csv"])
    let workspace = try founded.open()
    #expect(workspace.kecamatan.map(\.code.description) == offices)
    #expect(workspace.office.calendars == calendars)
    let rows = try founded.folder.text(of: "wilayah.csv").split(separator: "\n").dropFirst()
    #expect(code == "00" || rows.allSatisfy { $0.hasPrefix(code.prefix(2)) })
    #expect(rows.contains { $0.hasPrefix("63.01") } == offices.contains("63.01.01"))
  }

  @Test(
    arguments: [
      (nil, ["nasional", "tapin"], []), ("Tapin", ["nasional", "tapin"], []),
      ("lokal", ["nasional"], ["lokal"]),
    ] as [(String?, [String], [String])])
  func `one kecamatan has its kabupaten's calendar, or typical dates where it chooses them`(
    _ choice: String?, _ calendars: [String], _ own: [String]
  ) throws {
    let founding = try WorkspaceFounding(
      "63.05.12", data: FoundedWorkspace.shippedData(), calendar: choice)
    #expect(founding.calendarChoices == ["tapin", "lokal"])
    #expect(founding.calendars == calendars)
    #expect(founding.ownCalendarNames == own)
  }

  @Test func `a calendar that is none of the choices is refused with them`() throws {
    let data = try FoundedWorkspace.shippedData()
    #expect {
      _ = try WorkspaceFounding("63.05.12", data: data, calendar: "lumajang")
    } throws: { error in
      guard case .unknownCalendar("lumajang", ["tapin", "lokal"])? = error as? WorkspaceFailure
      else { return false }
      return true
    }
  }

  @Test(arguments: ["63.07", "64"])
  func `a region of which the table has no kecamatan is refused`(_ code: String) throws {
    let folder = try TemporaryFolder()
    let table = FilePath(try folder.write(Self.severalRegencies, to: "tabel.csv"))
    #expect {
      _ = try WorkspaceFounding(
        code, data: FoundedWorkspace.shippedData(), regionTable: table)
    } throws: { error in
      guard case .unknownKecamatan(code, _)? = error as? WorkspaceFailure else { return false }
      return true
    }
  }

  @Test(arguments: ["Hatungun", "kecamatan HATUNGUN", "Kec. Hatungun", "63.05.12", "630512"])
  func `a kecamatan is known by its name too`(_ word: String) throws {
    let data = try FoundedWorkspace.shippedData()
    #expect(try WorkspaceFounding(word, data: data).kecamatan.code == region("63.05.12"))
  }

  @Test func `a name that two kecamatan have is asked about, and a desa of that name is none`()
    throws
  {
    let folder = try TemporaryFolder()
    let table = """
      kode,nama
      63,Provinsi
      63.05,Satu
      63.05.12,Sungai Contoh
      63.05.12.2001,Muara Contoh
      63.06,Dua
      63.06.01,Sungai Contoh
      63.06.01.2001,Sungai Contoh
      63.06.02,Muara Contoh
      """
    let path = FilePath(try folder.write(table + "\n", to: "tabel.csv"))
    let data = try FoundedWorkspace.shippedData()
    #expect {
      _ = try WorkspaceFounding("Sungai Contoh", data: data, regionTable: path)
    } throws: { error in
      guard case .severalKecamatan("Sungai Contoh", let named)? = error as? WorkspaceFailure else {
        return false
      }
      return named.map(\.code.description).sorted() == ["63.05.12", "63.06.01"]
    }
    let only = try WorkspaceFounding("Muara Contoh", data: data, regionTable: path)
    #expect(only.kecamatan.code == (try region("63.06.02")))
  }

  @Test(arguments: ["Karangan", "Kecamatan Karangan", "kec. karangan"])
  func `a table may say what a kecamatan is in its name`(_ word: String) throws {
    let folder = try TemporaryFolder()
    let table =
      "kode,nama\n63,Provinsi\n63.09,Tabalong\n63.09.01,Kecamatan Karangan\n63.09.01.2001,Karangan\n"
    let path = FilePath(try folder.write(table, to: "tabel.csv"))
    let founding = try WorkspaceFounding(
      word, data: FoundedWorkspace.shippedData(), regionTable: path)
    #expect(founding.kecamatan.code == (try region("63.09.01")))
  }

  @Test func `each desa gets a folder to drop its files into`() throws {
    let founded = try FoundedWorkspace("63.05.12")
    let inbox = founded.path.appending("kotak-masuk")
    let names = try FileSystem.live.list(inbox, named: "kotak-masuk").sorted()
    #expect(
      names == [
        "Asam Randah", "Bagak", "Batu Hapu", "Burakai", "Hatungun", "Kambang Kuning",
        "Matang Batas",
        "Tarungin",
      ])
  }

  @Test func `a desa whose name no folder can have, or another has, gets one with its code`() throws
  {
    let folder = try TemporaryFolder()
    let table = """
      kode,nama
      63,Provinsi
      63.05,Satu
      63.05.12,Contoh
      63.05.12.2001,Lalai I/II
      63.05.12.2002,Sama
      63.05.12.2003,Sama
      63.05.12.2004,.Titik
      63.05.12.2005,Biasa
      """
    let path = FilePath(try folder.write(table + "\n", to: "tabel.csv"))
    let founding = try WorkspaceFounding(
      "Contoh", data: FoundedWorkspace.shippedData(), regionTable: path)
    let made = FilePath(folder.path(of: "ruang"))
    try founding.found(in: made)
    #expect(
      try FileSystem.live.list(made.appending("kotak-masuk"), named: "kotak-masuk").sorted() == [
        "63.05.12.2001", "63.05.12.2002", "63.05.12.2003", "63.05.12.2004", "Biasa",
      ])
  }

  @Test func `a table with faults is refused with all of them`() throws {
    let folder = try TemporaryFolder()
    let table = FilePath(try folder.write("kode,nama\n63\n63051,Tapin\n", to: "tabel.csv"))
    let data = try FoundedWorkspace.shippedData()
    #expect {
      _ = try WorkspaceFounding("63.05.12", data: data, regionTable: table)
    } throws: { error in
      guard case .data(let findings)? = error as? WorkspaceFailure else { return false }
      return findings.map(\.place.line) == [2, 3]
    }
    #expect(throws: WorkspaceFailure.self) {
      _ = try WorkspaceFounding("63.05.12", data: data, regionTable: table.appending("tidak-ada"))
    }
  }

  // MARK: - Finding it again

  @Test func `a workspace is found from any folder in it`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("", to: "dokumen/63.05.12/2026/x")
    for below in ["", "buku", "dokumen/63.05.12/2026", "dokumen/../ekspor"] {
      let start = below.isEmpty ? founded.path : founded.path.pushing(FilePath(below))
      #expect(try Workspace.find(from: start, trusting: .everybody) == founded.path)
    }
  }

  @Test func `the nearest workspace wins, and where there is none that is told`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("zona: WIB\n", to: "dalam/kantor.yaml")
    #expect(
      try Workspace.find(
        from: founded.path.appending("dalam").appending("lagi"), trusting: .everybody)
        == founded.path.appending("dalam"))
    let elsewhere = try TemporaryFolder()
    #expect {
      _ = try Workspace.find(from: FilePath(elsewhere.path), trusting: .everybody)
    } throws: { error in
      guard case .noWorkspace(let start)? = error as? WorkspaceFailure else { return false }
      return start == FilePath(elsewhere.path)
    }
  }

  @Test func `program data is looked for in three places, and all are named`() throws {
    #expect {
      _ = try ProgramData(override: nil, executable: "/none/bin/tenggat")
    } throws: { error in
      guard case .noProgramData(let places)? = error as? WorkspaceFailure else { return false }
      return places == [
        "$TENGGAT_DATA (kosong)", "/none/share/tenggat", "/none/bin/tenggat_ProgramFiles.resources",
      ]
    }
    let folder = try TemporaryFolder()
    try folder.write("kalender: nasional\n", to: "share/tenggat/Calendars/laporan/nasional.yaml")
    let found = try ProgramData(override: nil, executable: FilePath(folder.path(of: "bin/tenggat")))
    #expect(found.folder == FilePath(folder.path(of: "share/tenggat")))
  }
}
