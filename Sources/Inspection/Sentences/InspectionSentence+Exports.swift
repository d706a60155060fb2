internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import Workspace

/// Frozen quarters and exports.
extension InspectionSentence {
  static func frozen(_ state: EvidenceState, _ claim: EvidenceClaim) -> Finding? {
    guard let finding = state.finding(for: claim) else { return nil }
    return finding.reported(
      what: finding.what.replacingPrefix("bukti ", with: "XML beku "),
      fix: state == .unreadable
        ? finding.remedy
        : "kembalikan dari salinan, atau dari penerimanya; isinya harus persis yang dibekukan")
  }

  static func frozenWithoutFile(_ claim: EvidenceClaim) -> Finding {
    Finding(
      InspectionProblem.frozenWithoutFile, .remark, at: claim.place,
      "baris `beku` tidak menyebut berkas, XML-nya tidak dapat diperiksa",
      fix: "bandingkan sha256-nya dengan XML yang disimpan penerimanya")
  }

  static func surplusFrozen(_ path: String) -> Finding {
    Finding(
      InspectionProblem.surplusFrozen, .remark, at: SourcePlace(file: path),
      "tidak disebut baris `beku` mana pun, pembekuan mungkin terhenti sebelum barisnya ditulis",
      fix: "bekukan lagi triwulannya, atau hapus")
  }

  static func noMarks(_ document: String) -> Finding {
    Finding(
      InspectionProblem.noMarks, .remark, at: SourcePlace(file: document),
      "bukan XML kepatuhan yang dapat dibaca, dilewati",
      fix: "tidak perlu apa-apa bila berkas ini bukan dari tenggat")
  }

  static func notJudged(_ document: String, _ failure: XMLFailure) -> Finding {
    Finding(
      InspectionProblem.faultyExport, at: SourcePlace(file: document),
      "XML ini tidak dapat diperiksa: \(failure)",
      fix: "ulangi; bila tetap gagal, kembalikan dari salinan, atau dari penerimanya")
  }

  /// After rows were set aside on purpose, whoever has the document has to know.
  private static let mendBook: Remedy =
    """
    kembalikan buku ini dari salinan yang cocok; sesudah `\(do: .setAsideDamage)`, ekspor ulang dan \
    beri tahu penerimanya
    """

  static func noBook(_ stated: LedgerMark, _ document: String) -> Finding {
    Finding(
      InspectionProblem.noBook, at: SourcePlace(file: "\(LedgerStore.bookFolder)/\(stated.file)"),
      "buku ini tidak ada, padahal \(document) dibuat dari \(stated.rows) barisnya",
      fix: "kembalikan dari salinan, atau periksa apakah \(document) dari kecamatan lain")
  }

  static func cutOff(_ stated: LedgerMark, _ document: String, rows: Int) -> Finding {
    Finding(
      InspectionProblem.cutOff,
      at: SourcePlace(file: "\(LedgerStore.bookFolder)/\(stated.file)", line: rows + 1, column: 1),
      "buku berakhir pada baris #\(rows), padahal \(document) dibuat dari \(stated.rows) baris: "
        + "\(stated.rows - rows) baris di akhir hilang",
      fix: mendBook)
  }

  static func rewritten(_ stated: LedgerMark, _ document: String) -> Finding {
    Finding(
      InspectionProblem.rewritten,
      at: SourcePlace(
        file: "\(LedgerStore.bookFolder)/\(stated.file)", line: stated.rows + 1, column: 1),
      "rantai baris #\(stated.rows) bukan yang tertulis di \(document): "
        + "baris itu atau sebelumnya ditulis ulang",
      fix: mendBook)
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
