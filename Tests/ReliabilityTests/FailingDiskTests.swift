import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// A file layer that fails the Nth call, for every N of all that a record is made of.
struct FailingDiskTests {
  /// What a record begins with.
  enum Scene: String, CaseIterable {
    case newLedger, ledger, tornTail, evidence

    /// The ledger that stands there; empty where there is none.
    fileprivate var ledger: [UInt8] {
      get throws {
        guard self != .newLedger else { return [] }
        let folder = try TemporaryFolder()
        let store = LedgerStore(folder: folder.filePath)
        for number in 1...2 { try FailingDiskTests.append("baris \(number), \"kutip\"", to: store) }
        let ledger = try folder.bytes(of: FailingDiskTests.ledger)
        return self == .tornTail ? ledger + FailingDiskTests.tail : ledger
      }
    }
  }

  private static let ledger = "buku/63.05.12/2026.csv"
  private static let tail = Array("3,2026-02-20T09:0".utf8)
  private static let evidence = Array("%PDF-surat".utf8)
  private static let store = "dokumen/63.05.12/2026"

  @discardableResult
  private static func append(
    _ note: String, evidence: StoredEvidence? = nil, to store: LedgerStore
  ) throws -> LedgerReceipt {
    let date = try day("2026-02-20")
    let entry = LedgerEntry(
      kind: .submitted, unit: try hatungun(), subject: "LKIP", period: "2025", date: date,
      received: date, file: evidence?.path ?? "", sha256: evidence?.sha256 ?? "", note: note,
      recorder: "petugas")
    let instant = ClockReading(date: date, secondOfDay: 32_400, secondsFromUTC: 28_800)
    return try store.append([entry], to: try hatungun(), at: instant)
  }

  /// A folder with a ledger and a piece of evidence.
  private func laidOut(_ ledger: [UInt8]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(FailingDiskTests.evidence, to: "kiriman/surat.pdf")
    if !ledger.isEmpty { try folder.write(ledger, to: FailingDiskTests.ledger) }
    return folder
  }

  /// What a command does to record something.
  private func record(_ scene: Scene, _ folder: TemporaryFolder, _ files: FileSystem) throws {
    let store = LedgerStore(folder: folder.filePath, files: files)
    let stored =
      scene == .evidence
      ? try store.storeEvidence(
        folder.filePath.appending("kiriman/surat.pdf"), for: try hatungun(), year: 2026) : nil
    try FailingDiskTests.append("baru", evidence: stored, to: store)
  }

  /// The bytes of the ledger; none where there is none.
  private func bytes(_ folder: TemporaryFolder) throws -> [UInt8] {
    try FileSystem.live.read(folder.filePath.appending(FailingDiskTests.ledger)) ?? []
  }

  private func notes(_ folder: TemporaryFolder) throws -> [String] {
    var codes = CodeTable()
    let store = LedgerStore(folder: folder.filePath)
    guard let ledger = try store.read(try hatungun(), year: 2026, codes: &codes) else { return [] }
    #expect(ledger.findings.allSatisfy { $0.severity == .remark }, "\(ledger.findings)")
    return (1...max(ledger.rowCount, 1)).compactMap { ledger.row($0)?.entry.note }
  }

  /// No evidence stands under a name that is not its hash.
  private func expectWholeEvidence(_ folder: TemporaryFolder) throws {
    let place = folder.filePath.appending(FailingDiskTests.store)
    for name in try FileSystem.live.names(in: place).map(\.string)
    where !name.hasPrefix(FileSystem.temporaryPrefix) {
      #expect(name == sha256(FailingDiskTests.evidence) + ".pdf")
      #expect(
        try folder.bytes(of: "\(FailingDiskTests.store)/\(name)") == FailingDiskTests.evidence)
    }
  }

  /// The rows that the scene begins with.
  private func sound(_ scene: Scene, _ old: [UInt8]) -> [UInt8] {
    scene == .tornTail ? Array(old.dropLast(FailingDiskTests.tail.count)) : old
  }

  @Test(arguments: Scene.allCases, [Errno.noSpace, .ioError])
  func `whichever call fails, the record is refused and the old bytes stand`(
    _ scene: Scene, _ errno: Errno
  ) throws {
    let old = try scene.ledger
    let oldNotes = try notes(laidOut(old))
    var number = 1
    while true {
      let folder = try laidOut(old)
      let sabotage = Sabotage(number, with: errno)
      do {
        try record(scene, folder, sabotage.files)
        #expect(!sabotage.happened)
        #expect(try notes(folder) == oldNotes + ["baru"])
        break
      } catch {
        #expect(FailingDiskTests.errno(of: error) == errno, "call \(number): \(error)")
      }
      let now = try bytes(folder)
      let fragments = folder.fragments
      if now != old {
        #expect(now == sound(scene, old), "call \(number)")
        #expect(fragments == ["2026.csv.sisa-1"], "call \(number)")
        #expect(try folder.bytes(of: "buku/63.05.12/2026.csv.sisa-1") == FailingDiskTests.tail)
        try expectLaterAppend(folder, scene, oldNotes, number)
      }
      #expect(!folder.files.contains { $0.contains(FileSystem.temporaryPrefix) }, "call \(number)")
      try expectWholeEvidence(folder)
      number += 1
    }
    #expect(number > 7)
    Torture.report("\(scene.rawValue): \(number - 1) panggilan digagalkan dengan \(errno)")
  }

  @Test(arguments: Scene.allCases)
  func `a disk that dies in the middle leaves what a later writer can go on with`(_ scene: Scene)
    throws
  {
    let old = try scene.ledger
    let oldNotes = try notes(laidOut(old))
    var number = 1
    while true {
      let folder = try laidOut(old)
      let sabotage = Sabotage(number, with: .ioError, .fromThenOn)
      guard (try? record(scene, folder, sabotage.files)) == nil else {
        #expect(!sabotage.happened)
        break
      }
      // Undoing fails too, so that a row may stand there that was refused: whole or torn.
      #expect(try bytes(folder).starts(with: sound(scene, old)), "call \(number)")
      try expectWholeEvidence(folder)
      try expectLaterAppend(folder, scene, oldNotes, number)
      number += 1
    }
    #expect(number > 7)
  }

  @Test(arguments: Scene.allCases)
  func `calls that a signal interrupts and writes that stop short change nothing`(_ scene: Scene)
    throws
  {
    let old = try scene.ledger
    let undisturbed = try laidOut(old)
    try record(scene, undisturbed, .live)
    for length in [1, 7, 64] {
      let folder = try laidOut(old)
      let turns = Turns()
      var calls = SystemCalls.live.asking { (_) throws(Errno) in try turns.interruptEveryOther() }
      let write = calls.write
      calls.write = { (file, buffer) throws(Errno) in
        try write(file, UnsafeRawBufferPointer(rebasing: buffer.prefix(length)))
      }
      let read = calls.read
      calls.read = { (file, buffer) throws(Errno) in
        try read(file, UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(length)))
      }
      try record(scene, folder, FileSystem(calls: calls))
      #expect(try bytes(folder) == (try bytes(undisturbed)), "pieces of \(length)")
      #expect(folder.files == undisturbed.files)
    }
  }

  private static func errno(of error: any Error) -> Errno? {
    switch error {
    case let failure as FileFailure: failure.errno
    case LedgerFailure.file(let failure): failure.errno
    default: nil
    }
  }

  private func expectLaterAppend(
    _ folder: TemporaryFolder, _ scene: Scene, _ oldNotes: [String], _ number: Int
  ) throws {
    try record(scene, folder, .live)
    let notes = try notes(folder)
    #expect(notes.starts(with: oldNotes), "call \(number)")
    let added = notes.dropFirst(oldNotes.count)
    #expect((1...2).contains(added.count) && added.allSatisfy { $0 == "baru" }, "call \(number)")
  }
}

/// Interrupts every call once before it goes through.
private final class Turns: Sendable {
  private let count = Mutex(0)

  func interruptEveryOther() throws(Errno) {
    let turn = count.withLock { count in
      count += 1
      return count
    }
    if turn.isMultiple(of: 2) { return }
    throw .interrupted
  }
}
