internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import LedgerStore
internal import SystemPackage
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The lines of everything that stands against a deed, with the code of the first.
  init(_ failure: RequestFailure) {
    let failures = failure.causes.map { CommandFailure($0) }
    var lines: [String] = []
    for line in failures.flatMap(\.lines) where !lines.contains(line) { lines.append(line) }
    self.init(failures.first?.code ?? .usage, lines: lines)
  }

  /// The sentence for a row that the rules do not take.
  init(_ refused: RefusedRow) {
    let isDecision = refused.kind != .submitted && refused.kind != .fact
    // Beside the note that a decision needs anyway.
    let sentence =
      isDecision
      ? refused.refusal.sentence(
        about: refused.subject, of: refused.unit,
        insistence: "sebut suratnya dengan --catatan dan sebabnya dengan --alasan")
      : refused.refusal.sentence(about: refused.subject, of: refused.unit)
    self = .usage(sentence.what, fix: sentence.fix.spelled)
  }

  /// The sentence for files that are not taken for evidence.
  init(_ refused: RefusedEvidence) {
    self =
      switch refused {
      case .unfit(let path, let fault):
        CommandFailure(
          .data, "berkas bukti \(path) \(fault.sentence)",
          fix: "\(fault.remedy); belum ada yang dicatat")
      case .unreadable(let path, let errno):
        CommandFailure(
          .noInput, "berkas bukti \(path) tidak dapat dibaca (\(errno.indonesian))",
          fix: "periksa nama dan izinnya; belum ada yang dicatat")
      case .unclear(let units, let files):
        .usage(
          "\(units) unit dan \(files) berkas: tidak jelas berkas mana bukti unit mana",
          fix: "catat unit demi unit dengan berkasnya, atau sebut satu berkas untuk semua unit")
      }
  }

  /// The sentence for a row without the note that it needs.
  init(_ required: NoteRequired) {
    self =
      required.kind == .voided
      ? .usage("\(Words.noun(required.kind)) perlu alasan", fix: "isi --alasan TEKS")
      : .usage("\(Words.noun(required.kind)) perlu alasan", fix: "tambahkan --catatan TEKS")
  }

  /// The sentence for a row that cannot be declared void.
  init(_ refused: VoidRow.Refused) {
    self =
      switch refused {
      case .noRow(let row, let kecamatan):
        .usage(
          "baris \(row.text) tidak ada dalam buku \(kecamatan.displayName(of: kecamatan.code))",
          fix: "periksa nomornya di buku/\(kecamatan.code)/\(row.year).csv")
      case .isVoid(let row):
        .usage(
          "baris \(row.text) adalah pembatalan", fix: "catat ulang dengan perintah semula")
      case .voidedBefore(let row, let earlier):
        .usage(
          "baris \(row.text) sudah dibatalkan oleh baris \(earlier.text)",
          fix: "tidak perlu dibatalkan lagi")
      }
  }

  /// The sentence for something that is no event of the unit.
  init(_ refused: RecordEvent.Refused) {
    self =
      switch refused {
      case .unknown(let word, let known):
        .usage(
          "kejadian '\(word)' tidak dikenal",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      case .notOf(let event, let unit):
        .usage(
          "\(event.name) bukan kejadian \(unit)",
          fix: event.isOfVillage ? "sebut desanya dengan --unit" : "hapus --unit")
      case .noLetterNote(let event):
        .usage(
          "\(event.name) tidak menyebut nomor dan tahapnya",
          fix:
            "tulis --catatan 'nomor: NOMOR; tahap: 1', atau pakai 'tenggat surat teguran --catat'")
      }
  }

  /// The reason that is given with an option, which is not blank.
  ///
  /// - Throws: A ``CommandFailure`` for blanks: who writes the option means to say something.
  static func reason(_ text: String?) throws -> String? {
    guard let text else { return nil }
    guard let reason = text.nonEmpty else {
      throw CommandFailure.usage("--alasan kosong", fix: "tulis sebabnya, atau hapus --alasan")
    }
    return reason
  }
}
