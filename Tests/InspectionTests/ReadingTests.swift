import CivilCalendar
import ComplianceModel
import DurableFiles
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// How often an inspection opens what it looks at.
@Suite struct `Reading of an inspection` {
  private let office: ForgedOffice

  init() throws { office = try ForgedOffice() }

  private var folder: TemporaryFolder { office.founded.folder }

  /// Runs checks and gives how often each file was opened, by its path in the workspace or in the
  /// program's data.
  private func openings(_ checks: [any Check] = Checks.all) throws -> [String: Int] {
    let counter = OpenCounter()
    let shipped = try FoundedWorkspace.shippedData().folder.string
    let data = try ProgramData(
      override: shipped, executable: "/none/tenggat", files: counter.files)
    let today = try day("2026-03-02")
    let site = try Site(
      office.founded.path, data: data, files: counter.files, environment: { _ in nil }
    ) { _ in today }
    let unread = site.run(checks).flatMap(\.findings).filter { $0.code == "berkas.tidak-terbaca" }
    #expect(unread == [])
    return Dictionary(
      uniqueKeysWithValues: counter.openings.map { path, count in
        (
          path.replacing("\(folder.path)/", with: "").replacing("\(shipped)/", with: ""), count
        )
      })
  }

  /// Adds what lies in a workspace beside its ledgers and its evidence.
  private func furnish() throws -> (frozen: String, list: String) {
    let head = "kalender: kantor\ndiperiksa: 2026-01-02\n"
    try folder.write(head + "wajib: [LKIP]\n", to: "kalender/a.yaml")
    let holidays = try FileSystem.live.read(
      FoundedWorkspace.shippedData().folder.pushing("Calendars/libur/2026.yaml"))
    try folder.write(try #require(holidays), to: "kalender/libur/2026.yaml")
    try folder.write(try StatedExport.bytes(stating: try office.marks()), to: "ekspor/kirim.xml")
    let store = LedgerStore(folder: office.founded.path)
    let instant = try #require(ClockReading("2026-02-28T09:00:00+08:00"))
    let kecamatan = try region("63.05.12")
    let letters = try (1...2).map {
      try folder.writeFile("%PDF-1.4 lampiran \($0)\n", to: "kiriman/lampiran-\($0).pdf")
    }
    let set = try #require(
      try store.storeEvidence(
        all: letters.map { try FileSystem.live.file($0) }, for: kecamatan, year: 2026))
    let frozen = "ekspor/beku/63.05.12-2026-TW1.xml"
    let document = try StatedExport.bytes(stating: try office.marks())
    try folder.write(document, to: frozen)
    try store.append(
      [
        LedgerEntry(
          kind: .submitted, unit: kecamatan, subject: "LPPD", period: "2025",
          date: try day("2026-02-27"), received: try day("2026-02-27"), file: set.path,
          sha256: set.sha256, recorder: "operator"),
        LedgerEntry(
          kind: .frozen, unit: kecamatan, period: "2026-TW1", file: frozen,
          sha256: LedgerStore.sha256(of: document), recorder: "operator"),
      ], to: kecamatan, at: instant)
    return (frozen, set.path)
  }

  @Test func `every file is opened once, however many checks look at it`() throws {
    let (frozen, list) = try furnish()
    var openings = try openings()
    // Both are hashed as they pass, since anything may lie there, and read whole once they are sound.
    #expect(openings.removeValue(forKey: frozen) == 2)
    #expect(openings.removeValue(forKey: list) == 2)
    // The file on which the locks are tried is none of the workspace's.
    #expect(openings.filter { $0.value != 1 && !$0.key.contains("/.tenggat-uji-") } == [:])
    let files = folder.files.filter { !$0.hasPrefix("kiriman/") && $0 != frozen && $0 != list }
    #expect(files.filter { openings[$0] == nil } == [])
    let shipped = [
      "Calendars/laporan/nasional.yaml", "Calendars/laporan/tapin.yaml",
      "Calendars/libur/2027.yaml",
      "Exports/kepatuhan-1.xsd",
    ]
    #expect(shipped.filter { openings[$0] == nil } == [])
  }

  @Test func `a check that is asked for alone opens only what it needs`() throws {
    let check = try #require(Checks.named("buku"))
    let openings = try openings([check])
    let settings = ["kantor.yaml", "wilayah.csv", "Exports/kepatuhan-1.xsd"]
    #expect(Set(openings.keys) == Set(settings + ForgedOffice.names))
    #expect(openings.values.allSatisfy { $0 == 1 })
  }
}
