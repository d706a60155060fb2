import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Files that a person chooses in the drop folder, looks at, and has recorded.
struct ChosenFilesTests {
  let box: DropBox

  init() throws { box = try DropBox() }

  private func intake(
    reason: String? = nil, trial: Bool = false, now: Int = DropBox.dropped + 86_400
  ) throws -> Intake {
    let workspace = try Workspace(
      box.founded.path, data: box.founded.data, files: FileSystem(calls: DropBox.calls()))
    return try Intake(
      nil, workspace, box.terms(reason: reason, trial: trial, now: now))
  }

  private func look(
    _ choices: [Intake.Choice], reason: String? = nil
  ) throws -> [Intake.Choice] {
    var intake = try intake(reason: reason, trial: true)
    return try zip(choices, intake.take(choices).fates).map { choice, fate in
      var seen = choice
      if case .file(let file) = fate, case .recorded(_, let filing, _) = file.fate {
        seen.seen = Intake.Seen(sha256: try #require(file.sha256), filing: filing)
      }
      return seen
    }
  }

  private func take(_ choices: [Intake.Choice], reason: String? = nil) throws -> [String] {
    var intake = try intake(reason: reason)
    return try intake.take(choices).fates.map(word)
  }

  private func word(_ fate: Intake.ChosenFate) -> String {
    switch fate {
    case .gone: "gone"
    case .changed: "changed"
    case .file(let file):
      switch file.fate {
      case .recorded(let row, _, _): row.map { "row \($0.number)" } ?? "would be recorded"
      case .alreadyRecorded(let row, _): "is row \(row.number)"
      case .waiting(let wait): "waits: \(wait)"
      case .quarantined(let trouble): "\(trouble)".prefix { $0.isLetter }.description
      case .lateEntry(_, let days): "late by \(days)"
      case .failed(let error): "failed: \(error)"
      }
    }
  }

  private func told(
    _ report: String, _ period: String, unit: String = "63.05.12", date: String? = nil,
    received: String? = nil, note: String? = nil
  ) throws -> Intake.Told {
    Intake.Told(
      unit: try region(unit), report: report, period: try #require(Period(period)),
      date: try date.map { try day($0) }, received: try received.map { try day($0) }, note: note)
  }

  @Test func `what is chosen is recorded and moved away, and nothing else is touched`() throws {
    try box.drop("LPPD 2025.pdf")
    try box.drop("LKIP 2025.pdf")
    try box.drop("foto.pdf")
    let seen = try look([Intake.Choice("LPPD 2025.pdf"), Intake.Choice("foto.pdf")])
    #expect(try box.rows().isEmpty)
    #expect(try take(seen) == ["row 1", "noReport"])
    #expect(
      try box.rows() == ["63.05.12 LPPD 2025 2026-03-05 2026-03-05 [LPPD 2025.pdf]"])
    #expect(box.lying() == ["LKIP 2025.pdf", "foto.pdf", "selesai/2026/LPPD 2025.pdf"])
  }

  @Test func `of a file that was swapped since it was shown nothing is recorded`() throws {
    try box.drop("LPPD 2025.pdf", "asli")
    let seen = try look([Intake.Choice("LPPD 2025.pdf")])
    try box.drop("LPPD 2025.pdf", "lain")
    #expect(try take(seen) == ["changed"])
    #expect(try box.rows().isEmpty)
    #expect(box.lying() == ["LPPD 2025.pdf"])
  }

  @Test
  func `what was decided of an obligation since it was shown is seen before anything is recorded`()
    throws
  {
    try box.drop("LPPD 2025.pdf")
    let seen = try look([Intake.Choice("LPPD 2025.pdf")])
    try box.founded.append(
      [
        FoundedWorkspace.entry(
          .extended, "LPPD", "2025", "2026-03-31", received: "2026-03-05", note: "surat")
      ], at: "2026-03-05T09:00:00+08:00")
    #expect(try take(seen) == ["changed"])
    #expect(box.lying() == ["LPPD 2025.pdf"])
    #expect(try take(look(seen.map { Intake.Choice($0.name) })) == ["row 2"])
  }

  @Test func `a name without a period means the one that is open, while it is`() throws {
    try box.drop("LPPD.pdf")
    let seen = try look([Intake.Choice("LPPD.pdf")])
    #expect(seen[0].seen?.filing.period.description == "2025")
    try box.founded.append(
      [FoundedWorkspace.entry(.submitted, "LPPD", "2025", "2026-03-05")],
      at: "2026-03-05T09:00:00+08:00")
    #expect(try take(seen) == ["periodNeeded"])
  }

  @Test func `a file that is gone or recorded meanwhile is told`() throws {
    try box.drop("LPPD 2025.pdf")
    let seen = try look([Intake.Choice("LPPD 2025.pdf")])
    try box.scan()
    #expect(try take(seen) == ["gone"])
    try box.drop("LPPD 2025.pdf")
    #expect(try take(seen) == ["is row 1"])
    #expect(try box.rows().count == 1)
    #expect(
      box.lying() == ["selesai/2026/LPPD 2025 (2).pdf", "selesai/2026/LPPD 2025.pdf"])
  }

  @Test
  func `what a person says stands for the name, and a file in quarantine leaves no reason behind`()
    throws
  {
    try box.drop("Tarungin/scan0012.pdf")
    #expect(try box.scan() == ["Tarungin/scan0012.pdf": "trouble: noReport"])
    #expect(
      box.lying() == [
        "karantina/Tarungin/scan0012.pdf", "karantina/Tarungin/scan0012.pdf.sebab.txt",
      ])
    let choice = Intake.Choice(
      "karantina/Tarungin/scan0012.pdf",
      told: try told(
        "LPPDesa", "2025", unit: "63.05.12.2001", date: "2026-03-04", received: "2026-03-05",
        note: "dari surat"))
    #expect(try take(look([choice])) == ["row 1"])
    #expect(
      try box.rows() == [
        "63.05.12.2001 LPPDesa 2025 2026-03-04 2026-03-05 [scan0012.pdf] dari surat"
      ])
    #expect(box.lying() == ["selesai/2026/Tarungin/scan0012.pdf"])
  }

  @Test func `a day that was not said is that on which the file came`() throws {
    try box.drop("scan.pdf")
    #expect(try take(look([Intake.Choice("scan.pdf", told: told("LPPD", "2025"))])) == ["row 1"])
    #expect(try box.rows() == ["63.05.12 LPPD 2025 2026-03-05 2026-03-05 [scan.pdf]"])
  }

  @Test(arguments: [
    ("APBDes", "2026", "63.05.12.2001", "enactmentDateNeeded"),
    ("LPPD", "2025-TW1", "63.05.12", "failed: noSuchPeriod"),
    ("XYZ", "2025", "63.05.12", "failed: unknownReport"),
    ("LPPD", "2025", "63.05.99", "failed: unknown"),
  ])
  func `what cannot be meant is not recorded`(
    report: String, period: String, unit: String, fate: String
  ) throws {
    try box.drop("scan.pdf")
    let choice = Intake.Choice("scan.pdf", told: try told(report, period, unit: unit))
    let words = try take([choice])
    #expect(words[0].hasPrefix(fate), "\(words)")
    #expect(box.lying() == ["scan.pdf"])
  }

  @Test func `whatever is said, a link is not followed and a file under two names is not taken`()
    throws
  {
    let files = FileManager.default
    try box.founded.folder.write("%PDF-1.4 rahasia", to: "luar.pdf")
    try box.founded.folder.setModified("luar.pdf", to: DropBox.dropped)
    let outside = box.founded.folder.path(of: "luar.pdf")
    try files.linkItem(
      atPath: outside, toPath: box.founded.folder.path(of: "kotak-masuk/keras.pdf"))
    try files.createSymbolicLink(
      atPath: box.founded.folder.path(of: "kotak-masuk/lunak.pdf"), withDestinationPath: outside)
    let said = try told("LPPD", "2025")
    let choices = ["keras.pdf", "lunak.pdf"].map { Intake.Choice($0, told: said) }
    #expect(try take(choices) == ["severalNames", "notRegular"])
    #expect(try box.rows().isEmpty)
  }

  @Test func `a file rests a minute before it is taken, chosen or not`() throws {
    try box.drop("LPPD 2025.pdf")
    var early = try intake(now: DropBox.dropped + 59)
    #expect(try early.take([Intake.Choice("LPPD 2025.pdf")]).fates.map(word) == ["waits: young"])
    var later = try intake(now: DropBox.dropped + 60)
    #expect(try later.take([Intake.Choice("LPPD 2025.pdf")]).fates.map(word) == ["row 1"])
  }

  @Test func `a late entry stays without a reason, and is recorded with one`() throws {
    try box.drop("LKIP 2025 2026-02-26.pdf")
    let choice = [Intake.Choice("LKIP 2025 2026-02-26.pdf")]
    #expect(try take(choice) == ["late by 8"])
    #expect(try take(choice, reason: "petugas sakit") == ["row 1"])
    #expect(try box.rows()[0].hasSuffix("susulan: petugas sakit"))
  }

  @Test func `what is handed in is received today, is read by its name alone, and stays`() throws {
    let names = ["0/LPPD 2025.pdf", "1/LPPD 2025.pdf", "10/Tarungin LPPDesa 2025.pdf"]
    for name in names { try box.founded.folder.write("%PDF-1.4 \(name)", to: "kiriman/\(name)") }
    let shelf = FilePath(box.founded.folder.path(of: "kiriman"))
    func handedIn(trial: Bool) throws -> Intake {
      let terms = Intake.Terms(
        reason: nil, recorder: "petugas", isTrial: trial,
        instant: try #require(ClockReading("2026-03-06T10:00:00+08:00")), now: .zero,
        areHandedIn: true)
      return try Intake(handedIn: shelf, box.founded.open(), terms)
    }
    #expect(try handedIn(trial: true).names() == names)
    var intake = try handedIn(trial: false)
    let choices = [names[0], names[2]].map { Intake.Choice($0) }
    #expect(try intake.take(choices).fates.map(word) == ["row 1", "row 2"])
    #expect(
      try box.rows() == [
        "63.05.12 LPPD 2025 2026-03-06 2026-03-06 [LPPD 2025.pdf]",
        "63.05.12.2001 LPPDesa 2025 2026-03-06 2026-03-06 [Tarungin LPPDesa 2025.pdf]",
      ])
    for name in names { #expect(box.founded.folder.holds("kiriman/\(name)")) }
  }

  @Test func `an overview has what waits and what was put aside, and writes nothing`() throws {
    try box.drop("foto.pdf")
    try box.scan()
    try box.drop("LPPD 2025.pdf")
    try box.drop("LKIP 2025.pdf")
    let before = box.founded.folder.files
    var intake = try intake(trial: true)
    let overview = try intake.overview(atMost: 3)
    #expect(overview.untaken.map(\.name) == ["LKIP 2025.pdf", "LPPD 2025.pdf"])
    #expect(overview.quarantined.map(\.name) == ["karantina/foto.pdf"])
    #expect(overview.surplus == 0)
    var first = try self.intake(trial: true)
    let some = try first.overview(atMost: 2)
    #expect(some.untaken.count == 2 && some.quarantined.isEmpty && some.surplus == 1)
    #expect(box.founded.folder.files == before)
    #expect(try box.rows().isEmpty)
  }
}
