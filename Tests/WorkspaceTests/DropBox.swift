import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The drop folder of a workspace of Hatungun on 6 March 2026.
///
/// A test can set when a file was written, the kernel alone when it came: here both are one time, but for
/// what ``came`` says.
struct DropBox {
  let founded: FoundedWorkspace

  init(_ code: String = "63.05.12") throws { founded = try FoundedWorkspace(code) }

  /// 2026-03-05T10:00:00+08:00.
  static let dropped = 1_772_676_000

  /// The kernel's calls with the time at which a file came.
  static func calls(came: @escaping @Sendable (FilePath?) -> Int? = { _ in nil }) -> SystemCalls {
    .arrivingAsWritten(came: came)
  }

  /// What a file of a name holds, so that it is what its ending says.
  static func content(_ name: String) -> String {
    name.lowercased().hasSuffix(".pdf") ? "%PDF-1.4 \(name)" : name
  }

  func terms(
    reason: String? = nil, trial: Bool = false, now: Int = DropBox.dropped + 86_400,
    today: String = "2026-03-06"
  ) throws -> Intake.Terms {
    Intake.Terms(
      reason: reason, recorder: "petugas", isTrial: trial,
      instant: try #require(ClockReading("\(today)T10:00:00+08:00")), now: .seconds(now))
  }

  func drop(_ name: String, _ text: String? = nil, at time: Int = DropBox.dropped) throws {
    try founded.folder.write(
      text.map { DropBox.content(".pdf") + $0 } ?? DropBox.content(name), to: "kotak-masuk/\(name)")
    try founded.folder.setModified("kotak-masuk/\(name)", to: time)
  }

  /// What becomes of the files, as `row 1` or `trouble: noReport`.
  @discardableResult
  func scan(
    _ terms: Intake.Terms? = nil, calls: SystemCalls = DropBox.calls(), folder: FilePath? = nil
  ) throws -> [String: String] {
    let workspace = try Workspace(
      founded.path, data: founded.data, files: FileSystem(calls: calls))
    return try DropBox.run(workspace, try terms ?? self.terms(), folder)
  }

  static func run(
    _ workspace: Workspace, _ terms: Intake.Terms, _ folder: FilePath? = nil
  ) throws -> [String: String] {
    var intake = try Intake(folder, workspace, terms)
    let result = try intake.run { name, _, trouble in "\(name): \(trouble)" }
    return Dictionary(
      result.files.map { ($0.name, word($0.fate)) }, uniquingKeysWith: { $1 })
  }

  private static func word(_ fate: DroppedFile.Fate) -> String {
    switch fate {
    case .recorded(let row, _, _): row.map { "row \($0.number)" } ?? "would be recorded"
    case .alreadyRecorded(let row, _): "is row \(row.number)"
    case .waiting(let wait): "waits: \(wait)"
    case .quarantined(let trouble):
      "trouble: " + "\(trouble)".prefix { $0.isLetter }
    case .lateEntry(_, let days): "late by \(days)"
    case .failed: "failed"
    }
  }

  /// The rows as `unit report period tanggal diterima catatan`.
  func rows() throws -> [String] {
    let ledger = try founded.desk().ledger
    return ledger.events.compactMap { ledger.row($0.row)?.entry }.map { entry in
      let days = [entry.date, entry.received].compactMap { $0?.description }
      return ([entry.unit.description, entry.subject, entry.period] + days + [entry.note])
        .joined(separator: " ")
    }
  }

  /// The files below the drop folder, without what runs remember.
  func lying() -> [String] {
    founded.folder.files.filter {
      $0.hasPrefix("kotak-masuk/") && !$0.contains(FileSystem.temporaryPrefix)
        && !$0.hasSuffix(".tenggat-sudah-disebut")
    }.map { String($0.dropFirst("kotak-masuk/".count)) }
  }
}
