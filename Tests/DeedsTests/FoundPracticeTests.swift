import CivilCalendar
import Compliance
import ComplianceModel
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Deeds

/// The workspace for practice.
struct FoundPracticeTests {
  private let folder: TemporaryFolder
  private let data: ProgramData

  init() throws {
    folder = try TemporaryFolder()
    data = try FoundedWorkspace.shippedData()
  }

  @discardableResult
  private func found(
    _ today: String, seed: UInt64 = 1, in name: String = "latihan",
    freezing freeze: @escaping FoundPractice.Freezing = { _, _, _, _ in }
  ) throws -> FoundPractice.Outcome {
    try FoundPractice(today: try day(today), seed: seed)
      .found(in: FilePath(folder.path(of: name)), data: data, freezing: freeze)
  }

  private func desk(_ name: String = "latihan") throws -> Desk {
    let workspace = try Workspace(FilePath(folder.path(of: name)), data: data)
    return try workspace.desk(of: workspace.onlyKecamatan())
  }

  /// The bytes of all ledgers and of all evidence, by name.
  private func records(_ name: String) throws -> [String: [UInt8]] {
    let names = folder.files.filter {
      $0.hasPrefix("\(name)/buku/") || $0.hasPrefix("\(name)/dokumen/")
    }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        (String($0.dropFirst(name.count)), try folder.bytes(of: $0))
      })
  }

  @Test(arguments: [
    "2026-01-01", "2026-05-01", "2026-11-30", "2021-01-01", "2028-02-29",
  ])
  func `on any day there is something of each kind, up to yesterday and nothing later`(
    today: String
  ) throws {
    let outcome = try found(today)
    let desk = try desk()
    let date = try day(today)
    let rows = desk.ledger.events
    #expect(rows.count == outcome.rowCount && rows.count > 90)
    #expect(desk.ledger.files.allSatisfy { $0.findings.isEmpty && $0.firstBrokenRow == nil })
    let kinds = Set(rows.map(\.kind))
    for kind in [
      LedgerEvent.Kind.submitted, .accepted, .returned, .exempted, .extended, .fact, .measured,
      .voided,
    ] {
      #expect(kinds.contains(kind), "\(kind)")
    }
    #expect(rows.allSatisfy { $0.received < date })
    let judge = desk.judge(asOf: date)
    let years = (date.year - 1)...date.year
    let statuses = Set(judge.assess(try desk.plan(years, asOf: date).dated).map(\.status))
    for status in [Status.onTime, .late, .overdue, .exempt] {
      #expect(statuses.contains(status), "\(status)")
    }
    #expect(
      judge.assess(try desk.plan(years, asOf: date).dated).contains { $0.pendingReturn != nil })
    #expect(rows.contains { desk.row($0.row).map { !$0.entry.file.isEmpty } ?? false })
    #expect(outcome.waitingCount >= 2)
  }

  @Test func `the same day and seed give the same bytes, and another seed gives others`() throws {
    try found("2026-07-16", in: "a")
    try found("2026-07-16", in: "b")
    try found("2026-07-16", seed: 2, in: "c")
    let first = try records("a")
    #expect(first == (try records("b")) && first.count > 20)
    #expect(first != (try records("c")))
  }

  @Test(arguments: 2...5)
  func `every seed is taken by the rules`(seed: UInt64) throws {
    #expect(try found("2026-09-0\(seed % 9 + 1)", seed: seed).rowCount > 90)
  }

  @Test func `the last quarter that is over is frozen on a day before today`() throws {
    var frozen: [(Quarter, ClockReading)] = []
    try found("2026-07-16") { quarter, _, instant, _ in frozen.append((quarter, instant)) }
    #expect(frozen.map(\.0.description) == ["2026-TW2"])
    #expect(frozen.map(\.1.date.description) == ["2026-07-06"])
  }

  @Test func `it says what it is, and no channel leads out of it`() throws {
    try found("2026-07-16")
    let office = try Workspace(FilePath(folder.path(of: "latihan")), data: data).office
    #expect(office.isPractice)
    #expect(office.reminders.channels.allSatisfy { $0.staysHere })
    #expect(office.reminders.heartbeatURL == nil && office.reminders.villageContacts.isEmpty)
    let text = try folder.text(of: "latihan/kantor.yaml")
    #expect(text.hasPrefix("# RUANG KERJA LATIHAN") && !text.contains("@SEJAK@"))
    // Every address is in a domain that can never exist (RFC 2606).
    let addresses = text.split { " ,{}\n".contains($0) }.filter { $0.contains("@") }
    #expect(addresses.count == 7 && addresses.allSatisfy { $0.hasSuffix("@latihan.invalid") })
    try folder.write(
      text.replacing(
        "jenis: berkas, folder: pengingat-latihan", with: "jenis: sendmail, dari: a@b.c"),
      to: "latihan/kantor.yaml")
    #expect(throws: WorkspaceFailure.self) {
      try Workspace(FilePath(folder.path(of: "latihan")), data: data)
    }
  }

  @Test func `a folder with something in it, or in a workspace, is left as it is`() throws {
    try folder.write("isi", to: "latihan/milik-saya.txt")
    #expect(throws: FoundPractice.Refused.notEmpty(FilePath(folder.path(of: "latihan")))) {
      try found("2026-07-16")
    }
    #expect(folder.files == ["latihan/milik-saya.txt"])
    try found("2026-07-16", in: "lain")
    for name in ["lain", "lain/buku/baru", "lain/baru"] {
      #expect(throws: WorkspaceFailure.self) { try found("2026-07-16", in: name) }
    }
    #expect(!folder.files.contains { $0.hasPrefix("lain/baru") })
    #expect(throws: FoundPractice.Refused.self) { try found("2020-12-31", in: "awal") }
    #expect(!folder.files.contains { $0.hasPrefix("awal") })
  }

  @Test func `an empty folder that is there is taken`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "latihan"), withIntermediateDirectories: false)
    #expect(try found("2026-07-16").rowCount > 90)
  }

  @Test func `the numbers differ and are spread over their whole range`() {
    var dice = PracticeDice(seed: 7)
    let numbers = (0..<1_000).map { _ in dice.below(10) }
    #expect(Set(numbers) == Set(0..<10))
    #expect((0..<10).allSatisfy { digit in (60...140).contains(numbers.count { $0 == digit }) })
    var other = PracticeDice(seed: 7)
    #expect(numbers == (0..<1_000).map { _ in other.below(10) })
    #expect(dice.shuffled(Array(0..<50)).sorted() == Array(0..<50))
    #expect(dice.shuffled(Array(0..<50)) != Array(0..<50))
    #expect(dice.shuffled([Int]()) == [])
  }

  @Test func `a paper is a PDF whose table leads to its objects`() throws {
    let bytes = PracticePaper(name: "a", lines: ["Kurung (buka) \\ dan é"]).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.4\n") && text.hasSuffix("%%EOF\n"))
    #expect(
      text.contains("BUKAN DOKUMEN SUNGGUHAN") && text.contains("Kurung \\(buka\\) \\\\ dan ?"))
    let start = try #require(text.firstMatch(of: #/startxref\n([0-9]+)/#).flatMap { Int($0.1) })
    #expect(bytes[start...].starts(with: Array("xref".utf8)))
    let offsets = text.matches(of: #/([0-9]{10}) 00000 n/#).compactMap { Int($0.1) }
    #expect(offsets.count == 5)
    for (number, offset) in offsets.enumerated() {
      #expect(bytes[offset...].starts(with: Array("\(number + 1) 0 obj".utf8)))
    }
  }
}
