import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The drop folder of Hatungun on 6 March 2026.
struct IntakeTests {
  let box: DropBox

  init() throws { box = try DropBox() }

  private var founded: FoundedWorkspace { box.founded }

  private static let dropped = DropBox.dropped

  private func terms(
    reason: String? = nil, trial: Bool = false, now: Int = dropped + 86_400
  ) throws -> Intake.Terms {
    try box.terms(reason: reason, trial: trial, now: now)
  }

  private func drop(_ name: String, _ text: String? = nil, at time: Int = dropped) throws {
    try box.drop(name, text, at: time)
  }

  @discardableResult
  private func scan(
    _ terms: Intake.Terms? = nil, calls: SystemCalls = DropBox.calls(), folder: FilePath? = nil
  ) throws -> [String: String] {
    try box.scan(terms, calls: calls, folder: folder)
  }

  private func rows() throws -> [String] { try box.rows() }

  private func lying() -> [String] { box.lying() }

  // MARK: - Taking in

  @Test func `files are placed, recorded and moved away`() throws {
    try drop("Tarungin/APBDes 2026 2025-12-28.pdf")
    try drop("63.05.12.2001_LPPDesa_2025.pdf")
    try drop("LPPD-2025.pdf")
    try drop("Bagak/LPPD 2025.pdf")
    #expect(
      try scan() == [
        "63.05.12.2001_LPPDesa_2025.pdf": "row 1", "Bagak/LPPD 2025.pdf": "row 2",
        "LPPD-2025.pdf": "row 3", "Tarungin/APBDes 2026 2025-12-28.pdf": "row 4",
      ])
    #expect(
      try rows() == [
        "63.05.12.2001 LPPDesa 2025 2026-03-05 2026-03-05 [63.05.12.2001_LPPDesa_2025.pdf]",
        "63.05.12.2008 LPPDesa 2025 2026-03-05 2026-03-05 [LPPD 2025.pdf]",
        "63.05.12 LPPD 2025 2026-03-05 2026-03-05 [LPPD-2025.pdf]",
        "63.05.12.2001 APBDes 2026 2025-12-28 2026-03-05 [APBDes 2026 2025-12-28.pdf]",
      ])
    #expect(
      lying() == [
        "selesai/2026/63.05.12.2001_LPPDesa_2025.pdf", "selesai/2026/Bagak/LPPD 2025.pdf",
        "selesai/2026/LPPD-2025.pdf", "selesai/2026/Tarungin/APBDes 2026 2025-12-28.pdf",
      ])
    #expect(try scan().isEmpty)
  }

  @Test func `a file rests sixty seconds, and its day is the office's`() throws {
    // 23:59:59 and 00:00:00 in WITA, eight hours ahead of UTC.
    let midnight = 1_772_640_000
    try drop("LPPD 2025.pdf", at: midnight - 1)
    try drop("LKIP 2025.pdf", at: midnight)
    let early = try scan(try terms(now: midnight + 59))
    #expect(early == ["LPPD 2025.pdf": "row 1", "LKIP 2025.pdf": "waits: young"])
    #expect(try scan(try terms(now: midnight + 60)) == ["LKIP 2025.pdf": "row 2"])
    #expect(
      try rows() == [
        "63.05.12 LPPD 2025 2026-03-04 2026-03-04 [LPPD 2025.pdf]",
        "63.05.12 LKIP 2025 2026-03-05 2026-03-05 [LKIP 2025.pdf]",
      ])
  }

  @Test func `a time to come waits, by the clock and by the day of today`() throws {
    try drop("LPPD 2025.pdf", at: Self.dropped + 1)
    #expect(try scan(try terms(now: Self.dropped)) == ["LPPD 2025.pdf": "waits: future"])
    try drop("LKIP 2025.pdf", at: Self.dropped + 2 * 86_400)
    #expect(
      try scan(try terms(now: Self.dropped + 9 * 86_400)) == [
        "LPPD 2025.pdf": "row 1", "LKIP 2025.pdf": "waits: future",
      ])
  }

  @Test func `what a run records decides nothing for a file without a period, nor for a trial`()
    throws
  {
    // RFK 2025-TW4 alone is open on 6 March, RFK 2026-TW1 not yet.
    try drop("RFK 2025-TW4.pdf", at: Self.dropped - 60)
    try drop("RFK.pdf")
    #expect(
      try scan(try terms(trial: true)) == [
        "RFK 2025-TW4.pdf": "would be recorded", "RFK.pdf": "trouble: periodNeeded",
      ])
    #expect(try scan() == ["RFK 2025-TW4.pdf": "row 1", "RFK.pdf": "trouble: periodNeeded"])
  }

  @Test func `a period does not become the only open one by what the run itself records`() throws {
    // Late in the year four periods of RFK are open; three of them are closed by the same run, with a
    // reason, since the first is long overdue.
    let late = Self.dropped + 230 * 86_400
    let terms = { (isTrial: Bool) in
      Intake.Terms(
        reason: "susulan", recorder: "petugas", isTrial: isTrial,
        instant: try #require(ClockReading("2026-10-22T10:00:00+08:00")),
        now: .seconds(late + 600))
    }
    for name in ["RFK 2025-TW4", "RFK 2026-TW1", "RFK 2026-TW2"] {
      try drop("\(name).pdf", at: late - 60)
    }
    try drop("RFK.pdf", at: late)
    #expect(try scan(try terms(true))["RFK.pdf"] == "trouble: periodNeeded")
    #expect(try scan(try terms(false))["RFK.pdf"] == "trouble: periodNeeded")
    #expect(try rows().count == 3)
  }

  @Test func `a file without a period that was recorded and not moved is known again`() throws {
    try drop("LKIP.pdf")
    #expect(try scan() == ["LKIP.pdf": "row 1"])
    // As a run leaves it that ends between the row and the move.
    try drop("LKIP.pdf")
    #expect(try scan() == ["LKIP.pdf": "is row 1"])
    #expect(try rows().count == 1)
  }

  @Test(arguments: ["selesai", "karantina", "selesai/2026"])
  func `a link where files are moved to leads nowhere`(_ name: String) throws {
    let elsewhere = try TemporaryFolder()
    let parent = FilePath(name).removingLastComponent()
    try FileManager.default.createDirectory(
      atPath: founded.folder.path(of: "kotak-masuk/\(parent)"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: founded.folder.path(of: "kotak-masuk/\(name)"),
      withDestinationPath: elsewhere.path)
    try drop("LPPD 2025.pdf")
    try drop("apa ini.pdf")
    let found = try scan()
    #expect(found["LPPD 2025.pdf"] == "row 1")
    #expect(elsewhere.files.isEmpty)
    // Nothing is lost: the row stands, and what could not be moved still lies there.
    #expect(try rows().count == 1)
    let stays = name == "karantina" ? "apa ini.pdf" : "LPPD 2025.pdf"
    #expect(lying().contains(stays))
  }

  @Test(arguments: [
    "Bagak3 LPPDes 2025.pdf", "Batu Hapu 2/LKPPD 2025.pdf", "LPPDes Tarungin-2 2025.pdf",
    "LPPDes 2025 Tarungin_12.pdf",
  ])
  func `a name with a number behind it is another desa's`(_ name: String) throws {
    try drop(name)
    #expect(try scan()[name]?.hasPrefix("trouble: ") == true)
    #expect(try founded.desk().ledger.events.isEmpty)
  }

  @Test func `what belongs to other programs is left alone`() throws {
    let left = [
      ".tersembunyi.pdf", "~$LPPD 2025.docx", "LPPD 2025.pdf.part", "LPPD 2025.TMP", "Thumbs.db",
      "LPPD 2025.crdownload", "desktop.ini", "LPPD 2025.pdf.sebab.txt", ".cache/LPPD 2025.pdf",
      "a/b/c/LPPD 2025.pdf", "kantor lain/kantor.yaml", "kantor lain/LPPD 2025.pdf",
    ]
    for name in left { try drop(name) }
    #expect(try scan().isEmpty)
    #expect(Set(lying()) == Set(left))
  }

  // MARK: - Late entries

  @Test func `a late file stays without a reason, and the others go on`() throws {
    // 26 and 27 February: eight and seven days before today.
    try drop("LPPD 2025.pdf", at: Self.dropped - 7 * 86_400)
    try drop("LKIP 2025.pdf", at: Self.dropped - 6 * 86_400)
    #expect(try scan() == ["LPPD 2025.pdf": "late by 8", "LKIP 2025.pdf": "row 1"])
    #expect(lying() == ["LPPD 2025.pdf", "selesai/2026/LKIP 2025.pdf"])
    try drop("LKAT 2025.pdf")
    #expect(
      try scan(try terms(reason: "sakit")) == ["LPPD 2025.pdf": "row 2", "LKAT 2025.pdf": "row 3"])
    #expect(try rows()[1].hasSuffix(" [LPPD 2025.pdf] susulan: sakit"))
    #expect(try rows()[2].hasSuffix(" [LKAT 2025.pdf]"))
  }

  // MARK: - Repeats

  @Test func `the same bytes for the same obligation are one row, others are a resubmission`()
    throws
  {
    try drop("LPPD 2025.pdf", "satu")
    try scan()
    try drop("LPPD 2025.pdf", "satu")
    try drop("LPPD 2025 salinan.pdf", "satu")
    try drop("Tarungin/LPPD 2025.pdf", "satu")
    try drop("LPPD 2025 perbaikan.pdf", "dua")
    #expect(
      try scan() == [
        "LPPD 2025.pdf": "is row 1", "LPPD 2025 salinan.pdf": "is row 1",
        "LPPD 2025 perbaikan.pdf": "row 2", "Tarungin/LPPD 2025.pdf": "row 3",
      ])
    #expect(
      lying() == [
        "selesai/2026/LPPD 2025 (2).pdf", "selesai/2026/LPPD 2025 perbaikan.pdf",
        "selesai/2026/LPPD 2025 salinan.pdf", "selesai/2026/LPPD 2025.pdf",
        "selesai/2026/Tarungin/LPPD 2025.pdf",
      ])
    #expect(try founded.folder.names("dokumen/63.05.12/2026").count == 2)
  }

  @Test func `of two files without a period the second finds none open`() throws {
    try drop("LKIP final.pdf")
    try drop("LKIP revisi.pdf", at: Self.dropped + 1)
    #expect(
      try scan() == ["LKIP final.pdf": "row 1", "LKIP revisi.pdf": "trouble: periodNeeded"])
  }

  // MARK: - Quarantine

  @Test(arguments: [
    ("foto.jpg", "noReport"), ("APBDes 2026 Bagak.pdf", "enactmentDateNeeded"),
    ("LPPDesa 2025.pdf", "desaNeeded"), ("LPPDesa Hatungun 2025.pdf", "severalUnits"),
    ("Hatungun/LPPD 2025.pdf", "severalUnits"), ("Taringin/LPPD 2025.pdf", "unknownUnit"),
    ("LPPD Taringin 2025.pdf", "misspeltUnit"), ("Tarungin/LKIP 2025.pdf", "foreignReport"),
    ("Trantib 2026.pdf", "notOwed"), ("LPPD LKIP 2025.pdf", "severalReports"),
    ("Tarungin/RekADD 2026-TW1.pdf", "recommendation"),
    ("Renja 2026 2027.pdf", "severalPeriods"), ("RFK TW III.pdf", "periodWithoutYear"),
    ("LPPD 2025-TW1.pdf", "noSuchPeriod"), ("Rakor.pdf", "notOwed"),
    ("LPPD 2025 2026-03-01 2026-03-02.pdf", "severalDates"),
    ("LPPD 2025 2026-02-29.pdf", "noSuchDate"),
    ("LPPD 2025 2026-03-07.pdf", "refused"), ("LPPD 2029.pdf", "refused"),
    ("LPPD 2026 2025-12-31.pdf", "refused"),
  ])
  func `what cannot be placed is put aside with its reason`(
    _ name: String, _ trouble: String
  ) throws {
    try drop(name)
    #expect(try scan() == [name: "trouble: \(trouble)"])
    #expect(Set(lying()) == ["karantina/\(name)", "karantina/\(name).sebab.txt"])
    #expect(
      try founded.folder.text(of: "kotak-masuk/karantina/\(name).sebab.txt")
        .hasPrefix("\(name): \(trouble)"))
    #expect(try rows().isEmpty)
  }

  @Test func `a folder of the kecamatan's and a desa's name is told apart by the report`() throws {
    try drop("Hatungun/LPPDesa 2025.pdf")
    try drop("Hatungun/LKIP 2025.pdf")
    try scan()
    #expect(
      try rows().map { $0.prefix { $0 != "L" } } == ["63.05.12 ", "63.05.12.2003 "])
  }

  @Test func `without a unit a workspace of several kecamatan does not guess`() throws {
    try founded.change("wilayah.csv", "63.05.12,", to: "63.05.05,Candi Laras Selatan\n63.05.12,")
    try drop("LPPD 2025.pdf")
    try drop("LPPD 63.05.05 2025.pdf")
    try drop("Candi Laras Selatan/LKIP 2025.pdf")
    let fates = try scan()
    #expect(fates["LPPD 2025.pdf"] == "trouble: unitNeeded")
    #expect(fates["LPPD 63.05.05 2025.pdf"] == "row 2")
    #expect(fates["Candi Laras Selatan/LKIP 2025.pdf"] == "row 1")
    #expect(founded.folder.holds("buku/63.05.05/2026.csv"))
  }

  @Test func `links, pipes and sockets are moved aside and never opened`() throws {
    try founded.folder.write("rahasia", to: "lain/LPPD 2025.pdf")
    let box = founded.path.appending("kotak-masuk")
    let folders = try founded.folder.names("kotak-masuk").filter { $0 != "Tarungin" }
    try FileManager.default.removeItem(atPath: box.appending("Tarungin").string)
    for (name, target) in [("LPPD 2025.pdf", "../lain/LPPD 2025.pdf"), ("Tarungin", "../lain")] {
      try FileManager.default.createSymbolicLink(
        atPath: box.appending(name).string, withDestinationPath: target)
    }
    #expect(mkfifo(box.appending("LKIP 2025.pdf").string, 0o600) == 0)
    #expect(
      try scan() == [
        "LPPD 2025.pdf": "trouble: notRegular", "Tarungin": "trouble: notRegular",
        "LKIP 2025.pdf": "trouble: notRegular",
      ])
    #expect(try rows().isEmpty)
    #expect(try founded.folder.text(of: "lain/LPPD 2025.pdf") == "rahasia")
    #expect(
      try founded.folder.names("kotak-masuk").filter { !folders.contains($0) } == ["karantina"])
  }

  @Test func `a folder of the workspace itself is never emptied`() throws {
    try drop("LPPD 2025.pdf")
    try scan()
    for name in ["", "buku", "buku/63.05.12", "dokumen/63.05.12/2026", "kalender", "ekspor"] {
      #expect(throws: Intake.FolderFailure.self, "\(name)") {
        try scan(folder: founded.path.appending(name))
      }
    }
    #expect(throws: Intake.FolderFailure.missing("/tidak/ada")) { try scan(folder: "/tidak/ada") }
  }

  @Test func `a trial writes nothing and says the same`() throws {
    for name in ["LPPD 2025.pdf", "foto.jpg", "Tarungin/LPPD 2025.pdf"] { try drop(name) }
    let before = founded.folder.files
    #expect(
      try scan(try terms(trial: true)) == [
        "LPPD 2025.pdf": "would be recorded", "foto.jpg": "trouble: noReport",
        "Tarungin/LPPD 2025.pdf": "would be recorded",
      ])
    #expect(founded.folder.files == before)
  }

  // MARK: - Interruptions

  /// Lets one call fail, or all from one on as for a process that is killed.
  private final class Fuse: Sendable {
    private let state = Mutex((left: Int.max, blows: false, isBlown: false))

    func arm(_ number: Int, forGood blows: Bool) {
      state.withLock { $0 = (number, blows, false) }
    }

    var isBlown: Bool { state.withLock { $0.isBlown } }

    var files: FileSystem {
      FileSystem(
        calls: DropBox.calls().asking { (_) throws(Errno) in
          let fails = self.state.withLock { state in
            if state.isBlown { return state.blows }
            state.left -= 1
            state.isBlown = state.left == 0
            return state.isBlown
          }
          if fails { throw .ioError }
        })
    }
  }

  @Test(arguments: [false, true])
  func `whichever call fails, or is the last, the next run ends with a row a file`(
    isLast: Bool
  ) throws {
    let fuse = Fuse()
    let workspace = try Workspace(founded.path, data: founded.data, files: fuse.files)
    let names = ["LPPD 2025.pdf", "Tarungin/LPPD 2025.pdf", "foto.jpg"]
    // A killed run ends like one of which a single call fails; it is let off for most calls.
    let step = isLast ? 3 : 1
    var number = 1
    while true {
      for name in ["buku", "dokumen", "kotak-masuk"] {
        try? FileManager.default.removeItem(atPath: founded.folder.path(of: name))
      }
      for name in names { try drop(name) }
      fuse.arm(number, forGood: isLast)
      _ = try? DropBox.run(workspace, try terms())
      let reached = fuse.isBlown
      fuse.arm(.max, forGood: false)
      _ = try DropBox.run(workspace, try terms())
      let units = try rows().map { $0.prefix { $0 != " " } }
      #expect(units.sorted() == ["63.05.12", "63.05.12.2001"], "call \(number)")
      #expect(
        Set(lying()) == [
          "karantina/foto.jpg", "karantina/foto.jpg.sebab.txt", "selesai/2026/LPPD 2025.pdf",
          "selesai/2026/Tarungin/LPPD 2025.pdf",
        ], "call \(number)")
      let evidence = try founded.folder.names("dokumen/63.05.12/2026")
      #expect(evidence.count { !$0.hasPrefix(FileSystem.temporaryPrefix) } == 2, "call \(number)")
      guard reached else { break }
      number += step
    }
    #expect(number > 100)
  }

  @Test func `runs at once record each file once`() async throws {
    for number in 1...8 { try drop("63.05.12.200\(number) LPPDesa 2025.pdf") }
    let workspace = try Workspace(
      founded.path, data: founded.data, files: FileSystem(calls: DropBox.calls()))
    let terms = try terms()
    try await withThrowingTaskGroup(of: [String: String].self) { group in
      for _ in 0..<4 { group.addTask { try DropBox.run(workspace, terms) } }
      for try await fates in group {
        #expect(!fates.values.contains("failed"))
        #expect(!fates.values.contains { $0.hasPrefix("trouble") })
      }
    }
    #expect(Set(try rows()).count == 8)
    #expect(try rows().count == 8)
    #expect(lying().count == 8)
    #expect(lying().allSatisfy { $0.hasPrefix("selesai/2026/") && !$0.contains("(2)") })
  }

  @Test func `a file that cannot be read does not stop the others`() throws {
    try drop("LPPD 2025.pdf")
    try drop("LKIP 2025.pdf")
    var calls = DropBox.calls()
    let open = calls.open
    calls.open = { (place, access, options, permissions) throws(Errno) in
      if place.path.lastComponent == "LPPD 2025.pdf" { throw .permissionDenied }
      return try open(place, access, options, permissions)
    }
    #expect(
      try scan(calls: calls) == [
        "LPPD 2025.pdf": "failed", "LKIP 2025.pdf": "row 1",
      ])
  }

  // MARK: - Names

  @Test func `no name leaves the folder, whatever is in it`() throws {
    let names = [
      "LPPD\n2025.pdf", "LPPD \u{1B}[ 2025.pdf", "LPPD \u{202E}2025.pdf", "..LPPD 2025",
      "LPPD 2025 " + String(repeating: "~", count: 241) + ".pdf", "-LPPD 2025", "LPPD 2025 [1].pdf",
    ]
    for name in names { try drop(name) }
    let fates = try scan()
    // A name that begins with a dot is hidden.
    #expect(fates.count == names.count - 1)
    #expect(fates.values.allSatisfy { $0.hasPrefix("row ") }, "\(fates)")
    let notes = try rows().map { $0.drop { $0 != "[" } }
    #expect(notes.allSatisfy { $0.hasSuffix("]") && $0.utf8.count <= 122 })
    #expect(lying().count == names.count)
  }
}
