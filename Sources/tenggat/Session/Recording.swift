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
  let selection: Selection
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

  func record() throws -> Result {
    let proposal = Proposal(
      kind: kind, date: date, received: received, hasReason: reason != nil)
    let isLate = try admit(proposal, selection.desk.judge(asOf: session.today))
    let stored = try evidence.map(store)
    let entry = entry(isLate: isLate, stored)
    let receipt = try selection.desk.append(at: session.clock.now) { judge, _ in
      _ = try admit(proposal, judge)
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

  private func store(_ path: String) throws -> StoredEvidence {
    let source = FilePath(path)
    do throws(FileFailure) {
      return try session.workspace.ledgers.storeEvidence(
        source, for: selection.desk.kecamatan.code, year: session.today.year)
    } catch {
      // A source that cannot be read is the person's to mend, not the workspace's.
      guard error.path == source, let errno = error.errno else { throw error }
      throw CommandFailure(
        .noInput, "berkas bukti \(path) tidak dapat dibaca (\(errno.indonesian))",
        fix: "periksa nama dan izinnya; belum ada yang dicatat")
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

extension CommandFailure {
  /// The sentence for a row that is not taken.
  init(refusal: Refusal, _ selection: Selection, _ period: Period) {
    let what = "\(selection.code) \(period) \(selection.unitName)"
    self =
      switch refusal {
      case .future(let date):
        .usage("tanggal \(date.indonesian) belum tiba", fix: "catat pada atau sesudah hari itu")
      case .receivedBeforeDate(let received, let date):
        .usage(
          "diterima \(received.indonesian) sebelum tanggal dokumennya, \(date.indonesian)",
          fix: "periksa --tanggal dan --diterima")
      case .beforePeriod(let date, let period):
        .usage(
          "\(what) tidak mungkin bertanggal \(date.indonesian), sebelum periodenya dimulai pada "
            + period.firstDay.indonesian,
          fix: "periksa tanggal atau periodenya")
      case .farAhead(let period, let due):
        .usage(
          "periode \(period) baru jatuh tempo pada \(due.indonesian)",
          fix: "periksa tahun periodenya")
      case .accepted(let row):
        .usage(
          "\(what) sudah diterima (baris \(row.text))",
          fix: "bila keliru, batalkan dahulu: tenggat batalkan '\(row.text)' --alasan ...")
      case .exempt(let row):
        .usage(
          "\(what) dibebaskan (baris \(row.text))",
          fix: "bila keliru, batalkan dahulu: tenggat batalkan '\(row.text)' --alasan ...")
      case .notIn:
        .usage("\(what) belum diserahkan", fix: "catat penyerahannya dahulu: tenggat catat")
      case .beforeReceipt(let date, let received):
        .usage(
          "tanggal \(date.indonesian) mendahului penerimaannya pada \(received.indonesian)",
          fix: "periksa --tanggal")
      case .lateEntryNeedsReason(let days, let meaning):
        .usage(
          "\(what) baru dicatat \(days) hari sesudah "
            + (meaning == .enactment ? "diterima" : "tanggalnya") + " (susulan)",
          fix: meaning == .enactment
            ? "periksa hari diterimanya (--diterima), atau sebut sebabnya dengan --alasan"
            : "sebut sebabnya dengan --alasan")
      case .noDueDate:
        .usage("\(what) tidak punya tenggat", fix: "tidak ada yang dapat diperpanjang")
      case .notLater(let new, let due):
        .usage(
          "\(new.indonesian) tidak sesudah tenggat yang berlaku, \(due.indonesian)",
          fix: "periksa --sampai")
      }
  }
}

extension LedgerEvent.RowID {
  /// A row as people name it: `2026#12`.
  var text: String { "\(year)#\(number)" }
}
