internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Records one row about an obligation: checks it, keeps the evidence, checks again under the lock.
struct Recording {
  let session: Session
  /// What is spoken of; after ``record()`` its desk knows the row.
  var selection: Selection
  let obligation: Obligation
  let kind: LedgerEvent.Kind
  let date: CivilDate
  let received: CivilDate
  let recorder: String
  var note: String?
  var reason: String?
  var evidence: String?

  /// What was recorded.
  struct Result {
    let row: LedgerEvent.RowID
    let isLateEntry: Bool
    let evidencePath: String?
    let remarks: [Finding]
  }

  mutating func record() throws -> Result {
    let proposal = Proposal(
      kind: kind, date: date, received: received, hasReason: reason != nil)
    let isLate = try admit(proposal, selection.desk.judge(asOf: session.today))
    let stored = try evidence.map { try StoredEvidence.store($0, selection.desk, session) }
    let entry = entry(isLate: isLate, stored)
    let before = self
    let receipt = try selection.desk.append(at: session.clock.now) { judge, _ in
      _ = try before.admit(proposal, judge)
      return [entry]
    }
    guard let row = receipt.rows.first else { throw CommandFailure.found }
    return Result(
      row: row, isLateEntry: isLate, evidencePath: stored?.path, remarks: receipt.remarks)
  }

  private func admit(_ proposal: Proposal, _ judge: Judge) throws -> Bool {
    do throws(Refusal) {
      return try judge.admit(proposal, for: obligation)
    } catch {
      throw CommandFailure(refusal: error, selection, obligation.id.period)
    }
  }

  private func entry(isLate: Bool, _ stored: StoredEvidence?) -> LedgerEntry {
    var words: [String] = []
    if let stored { words.append("[\(stored.originalName)]") }
    if let note { words.append(note) }
    if let reason { words.append(isLate ? "susulan: \(reason)" : reason) }
    return LedgerEntry(
      kind: kind, unit: selection.unit, subject: selection.code,
      period: obligation.id.period.description, date: date, received: received,
      file: stored?.path ?? "", sha256: stored?.sha256 ?? "",
      note: words.joined(separator: " "), recorder: recorder)
  }
}

extension StoredEvidence {
  /// Keeps a file as evidence of a row that is recorded today.
  ///
  /// - Throws: A ``CommandFailure`` for a file that cannot be read; a failure to keep it.
  static func store(
    _ path: String, _ desk: Desk, _ session: Session
  ) throws -> StoredEvidence {
    let source = FilePath(path)
    do throws(FileFailure) {
      return try session.workspace.ledgers.storeEvidence(
        source, for: desk.kecamatan.code, year: session.today.year)
    } catch {
      // A source that cannot be read is the person's to mend, not the workspace's.
      guard error.path == source, let errno = error.errno else { throw error }
      throw CommandFailure(
        .noInput, "berkas bukti \(path) tidak dapat dibaca (\(errno.indonesian))",
        fix: "periksa nama dan izinnya; belum ada yang dicatat")
    }
  }
}

extension CommandFailure {
  /// The sentence for a row that is not taken.
  init(refusal: Refusal, _ selection: Selection, _ period: Period) {
    let sentence = refusal.sentence(about: "\(selection.code) \(period) \(selection.unitName)")
    self = .usage(sentence.what, fix: sentence.fix)
  }
}
