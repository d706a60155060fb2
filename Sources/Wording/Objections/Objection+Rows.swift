internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Workspace

extension Objection {
  /// The words for a row that the rules do not take.
  init(_ refused: RefusedRow) {
    let isDecision = refused.kind != .submitted && refused.kind != .fact
    // Beside the note that a decision needs anyway.
    let sentence =
      isDecision
      ? refused.refusal.sentence(
        about: refused.subject, of: refused.unit,
        insistence: """
          sebut suratnya dengan \(do: .give(.note)) dan sebabnya dengan \(do: .give(.reason))
          """)
      : refused.refusal.sentence(about: refused.subject, of: refused.unit)
    self.init(
      .request, Remedy(sentence.what), fix: sentence.fix,
      field: refused.refusal.field(of: refused.kind))
  }

  /// The words for files that are not taken for evidence.
  init(_ refused: RefusedEvidence) {
    switch refused {
    case .unfit(let path, let fault):
      self.init(
        .data, "berkas bukti \(path) \(fault.sentence)",
        fix: "\(fault.remedy); belum ada yang dicatat", field: .evidence)
    case .unreadable(let path, let errno):
      self.init(
        .missing, "berkas bukti \(path) tidak dapat dibaca (\(errno.indonesian))",
        fix: "periksa nama dan izinnya; belum ada yang dicatat", field: .evidence)
    case .unclear(let units, let files):
      self.init(
        .request,
        "\(units) unit dan \(files) berkas: tidak jelas berkas mana bukti unit mana",
        fix: "catat unit demi unit dengan berkasnya, atau sebut satu berkas untuk semua unit",
        field: .evidence)
    }
  }

  /// The words for a row without the note that it needs.
  init(_ required: NoteRequired) {
    let what: Remedy = "\(Words.noun(required.kind)) perlu alasan"
    if required.kind == .voided {
      self.init(.request, what, fix: "isi \(do: .write(.reason))", field: .reason)
    } else {
      self.init(.request, what, fix: "tambahkan \(do: .write(.note))", field: .note)
    }
  }

  /// The words for a row that cannot be declared void.
  init(_ refused: VoidRow.Refused) {
    switch refused {
    case .noRow(let row, let kecamatan):
      self.init(
        .request,
        "baris \(row.text) tidak ada dalam buku \(kecamatan.displayName(of: kecamatan.code))",
        fix: "periksa nomornya di buku/\(kecamatan.code)/\(row.year).csv")
    case .isVoid(let row):
      self.init(
        .request, "baris \(row.text) adalah pembatalan", fix: "catat ulang dengan perintah semula")
    case .voidedBefore(let row, let earlier):
      self.init(
        .request, "baris \(row.text) sudah dibatalkan oleh baris \(earlier.text)",
        fix: "tidak perlu dibatalkan lagi")
    }
  }
}

extension Refusal {
  /// The field that is to be looked at first; `nil` where what stands in the ledger is in the way.
  fileprivate func field(of kind: LedgerEvent.Kind) -> RequestField? {
    switch self {
    case .future where kind == .extended: .received
    case .future, .beforePeriod, .beforeReceipt: .date
    case .receivedBeforeDate: .received
    case .improbable, .lateEntryNeedsReason: .reason
    case .notLater: .newDue
    case .farAhead: .period
    case .accepted, .exempt, .notIn, .awaitsCorrection, .noDueDate, .term: nil
    }
  }
}
