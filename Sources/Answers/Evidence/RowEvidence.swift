public import LedgerStore
internal import PlainText
public import Workspace

/// The files that prove one row of the ledger, by the names that they came with.
public struct RowEvidence: Sendable {
  /// A file.
  public struct File: Sendable {
    /// Its name: the one that it came with where the row tells it, else one by its place.
    public let name: String
    /// What the row states of it.
    public let reference: EvidenceReference
  }

  /// The files, in the order in which the row names them.
  public let files: [File]
  /// Why they cannot be told; `nil` where they can.
  public let refusal: EvidenceRefusal?

  /// Looks for the files of a row; they are not read.
  ///
  /// - Parameters:
  ///   - line: The row.
  ///   - workspace: The workspace.
  public init(of line: LedgerLine, in workspace: Workspace) {
    let entry = line.row.entry
    do throws(EvidenceRefusal) {
      let references = try workspace.ledgers.evidenceFiles(of: entry)
      let name = references.count == 1 ? RowEvidence.name(inNote: entry.note) : nil
      files = references.enumerated().map { place, reference in
        File(
          name: name ?? RowEvidence.name(reference, place + 1, of: line), reference: reference)
      }
      refusal = nil
    } catch {
      files = []
      refusal = error
    }
  }

  /// The name in brackets with which the note of a row with evidence begins.
  private static func name(inNote note: String) -> String? {
    guard note.hasPrefix("["), let end = note.firstIndex(of: "]") else { return nil }
    let name = note[note.index(after: note.startIndex)..<end]
    return name.isBlank ? nil : String(name)
  }

  /// `LPPD-2025-1.pdf`: of a list it is not told which name is whose.
  private static func name(
    _ reference: EvidenceReference, _ number: Int, of line: LedgerLine
  ) -> String {
    let entry = line.row.entry
    let stem = [entry.subject, entry.period, "\(number)"].filter { !$0.isEmpty }
    let ending = reference.path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    return stem.joined(separator: "-") + (ending.map { ".\($0)" } ?? "")
  }
}
