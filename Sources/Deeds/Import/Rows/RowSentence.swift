internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What can be wrong with a row that says what was done, with its sentences in Indonesian.
enum RowSentence {
  typealias Sentence = ImportSentence.Sentence

  static func unknownEvent(_ word: String, _ calendar: ReportCalendar?) -> Sentence {
    let choices = RowDeed.choices(calendar)
    let nearest = nearestMatch(to: word, among: choices).map { "mungkin maksudnya '\($0)'; " } ?? ""
    return (
      .unknownEvent, "peristiwa '\(ImportSentence.shown(word))' tidak dikenal",
      Remedy("\(nearest)yang ada: \(choices.joined(separator: ", "))")
    )
  }

  /// A cell that says nothing about what was done.
  static func notOfEvent(_ column: ImportColumn, _ deed: RowDeed) -> Sentence {
    (
      .notOfEvent, "\(column.name) tidak dipakai pada baris \(deed.kind.rawValue)",
      "kosongkan selnya, atau periksa peristiwanya"
    )
  }

  /// An event or an indicator of units of another kind.
  static func notOfUnit(_ name: String, _ unit: String, isOfVillage: Bool) -> Sentence {
    (
      .eventUnit, "\(name) bukan milik \(unit)",
      isOfVillage ? "tulis desanya di kolom unit" : "kosongkan unit, atau tulis kecamatannya"
    )
  }

  static func noNote(_ deed: RowDeed) -> Sentence {
    (
      .noNote, "baris \(deed.kind.rawValue) perlu alasan",
      "isi kolom catatan, misalnya surat dan sebabnya"
    )
  }

  /// An extension without the day of its letter.
  static let noLetterDay: Sentence = (
    .noReceivedDay, "diterima kosong, padahal baris perpanjang perlu hari suratnya",
    "isi kolom diterima dengan tanggal surat perpanjangan; kolom tanggal ialah tenggat barunya"
  )

  /// What came back after a return under the date that it had before.
  static let noReceivedDay: Sentence = (
    .noReceivedDay,
    "dokumen ini dikembalikan lalu disampaikan lagi dengan tanggal yang sama, tetapi diterima kosong",
    "isi kolom diterima dengan hari perbaikannya diterima"
  )

  /// Why a cell names no evidence.
  static func evidence(_ cell: String, _ trouble: EvidenceCells.Trouble) -> Sentence {
    let file = "berkas '\(ImportSentence.shown(cell))'"
    return switch trouble {
    case .outside:
      (
        .evidencePath, "\(file) di luar folder tabelnya",
        "letakkan berkasnya di folder tabel atau di bawahnya, lalu tulis tempatnya dari sana, misalnya "
          + "bukti/lppd.pdf"
      )
    case .missing:
      (.noEvidence, "\(file) tidak ada", "periksa namanya; tempatnya dihitung dari folder tabel")
    case .irregular:
      (
        .unreadableEvidence, "\(file) bukan berkas biasa (tautan, folder, atau perangkat)",
        "salin berkas aslinya ke sana"
      )
    case .unreadable:
      (.unreadableEvidence, "\(file) tidak dapat dibaca", "periksa izin berkasnya")
    case .unfit(let fault):
      (.unfitEvidence, "\(file) \(fault.sentence)", Remedy(fault.remedy))
    }
  }

  /// What the rules have against a row; a row of the table itself is named by its line, since the ledger
  /// has no such row yet.
  ///
  /// - Parameters:
  ///   - refused: The row that is not taken.
  ///   - lines: The lines of rows that are to be written.
  /// - Returns: The sentence.
  static func refused(_ refused: RefusedRow, _ lines: [LedgerEvent.RowID: Int]) -> Sentence {
    let sentence = ImportSentence.refused(refused.refusal, refused.subject, of: refused.unit)
    guard let row = refused.refusal.namedRow, let line = lines[row] else { return sentence }
    return (
      sentence.problem,
      sentence.what.replacing("baris \(row.text)", with: "baris \(line) tabel ini"),
      "periksa urutan baris dan peristiwanya"
    )
  }
}

extension Refusal {
  /// The row that stands against what is refused; `nil` where none does.
  fileprivate var namedRow: LedgerEvent.RowID? {
    switch self {
    case .accepted(let row), .exempt(let row), .awaitsCorrection(_, let row): row
    case .improbable(let doubts):
      doubts.lazy.compactMap { doubt in
        if case .eventNear(_, let row, _) = doubt { row } else { nil }
      }.first
    default: nil
    }
  }
}
