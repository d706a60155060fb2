import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import LedgerStore
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A question about one unit of a country reads what it needs, and no more.
struct NamedUnitTests {
  /// A country of four hundred kecamatan, of which ten have recorded something.
  private static func country(_ end: String = "\n") throws -> FoundedWorkspace {
    var rows = ["kode,nama", "63,Kalimantan Selatan"]
    for regency in 10..<30 {
      rows.append("63.\(regency),Kabupaten \(regency)")
      for kecamatan in 10..<30 {
        let code = "63.\(regency).\(kecamatan)"
        rows += ["\(code),Nomor \(code)", "\(code).2001,Desa \(code)"]
      }
    }
    let office = try FoundedWorkspace("63", table: rows.joined(separator: "\n") + "\n")
    for kecamatan in 10..<20 {
      let code = "63.10.\(kecamatan)"
      try LedgerStore(folder: office.path).append(
        [FoundedWorkspace.entry(.submitted, "LKIP", "2025", "2026-02-20", unit: code)],
        to: region(code), at: #require(ClockReading("2026-02-20T09:00:00+08:00")))
    }
    if end != "\n" {
      let table = try office.folder.text(of: "wilayah.csv")
      try office.folder.write(table.replacing("\n", with: end), to: "wilayah.csv")
    }
    return office
  }

  private func schedule(_ units: [RegionCode], in workspace: Workspace) throws -> Schedule {
    let today = try day("2026-04-02")
    return try Schedule(
      Schedule.Question(.year(2026), of: UnitScope(units, workspace.kecamatan), asOf: today),
      in: workspace.viewed(on: today))
  }

  @Test
  func `of the ledgers only that of the unit is opened, and of the regions only theirs are read`()
    throws
  {
    let office = try Self.country()
    let opened = Mutex<[String]>([])
    let live = SystemCalls.live
    var calls = live
    calls.open = { (place, access, options, permissions) throws(Errno) in
      opened.withLock { $0.append(place.path.string) }
      return try live.open(place, access, options, permissions)
    }
    let unit = try region("63.10.12")
    let workspace = try Workspace(
      office.path, data: office.data, about: [unit], files: FileSystem(calls: calls))
    #expect(workspace.kecamatan.map(\.code) == [unit])
    #expect(!workspace.isOfOneKecamatan)
    #expect(try schedule([unit], in: workspace).situations.isEmpty == false)
    let ledgers = opened.withLock { $0.filter { $0.contains("/buku/") && $0.hasSuffix(".csv") } }
    #expect(ledgers.count == 1 && ledgers.allSatisfy { $0.contains("63.10.12") }, "\(ledgers)")
  }

  @Test(arguments: ["63.10.12", "63.10.12.2001", "63.11", "63"])
  func `the answer is that of the whole workspace`(code: String) throws {
    let unit = try region(code)
    let office = try Self.country()
    let narrow = try Workspace(office.path, data: office.data, about: [unit])
    let whole = try office.open()
    #expect(whole.kecamatan.count == 400)
    let (one, other) = try (schedule([unit], in: narrow), schedule([unit], in: whole))
    func states(_ schedule: Schedule) -> [String] {
      schedule.situations.map { "\($0.assessment.obligation.id) \($0.assessment.status)" }
    }
    #expect(states(one) == states(other))
    #expect(one.isOfOnlyKecamatan == other.isOfOnlyKecamatan)
    #expect(!one.situations.isEmpty)
  }

  @Test
  func `a unit that is not there, and a table of another form, are looked for in the whole table`()
    throws
  {
    let office = try Self.country()
    for code in ["64.01.01", "63.10.12.2002"] {
      let workspace = try Workspace(office.path, data: office.data, about: [region(code)])
      #expect(workspace.kecamatan.count == 400)
    }
    let other = try Self.country("\r\n")
    let workspace = try Workspace(other.path, data: other.data, about: [region("63.10.12")])
    #expect(workspace.kecamatan.count == 400)
  }

  @Test func `a name in the settings is one of the whole table`() throws {
    let office = try Self.country()
    try office.change(
      "kantor.yaml", "pejabat: []",
      to: "dipantau_sejak: { unit: { \"Nomor 63.11.11\": 2026 } }\npejabat: []")
    let unit = try region("63.10.12")
    let workspace = try Workspace(office.path, data: office.data, about: [unit])
    #expect(workspace.kecamatan.map(\.code) == [unit])
  }

  @Test func `a fault in the rows of the unit is told with its place in the whole table`() throws {
    let office = try Self.country()
    try office.change("wilayah.csv", "63.10.12,Nomor 63.10.12\n", to: "63.10.12,\n")
    let line =
      1
      + (try office.folder.text(of: "wilayah.csv")).split(separator: "\n")
      .prefix { $0 != "63.10.12," }.count
    #expect {
      _ = try Workspace(office.path, data: office.data, about: [region("63.10.12")])
    } throws: { error in
      guard case .data(let findings)? = error as? WorkspaceFailure else { return false }
      return findings.map(\.place.line) == [line]
    }
  }
}
