internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore

/// The rows of the ledgers.
extension InspectionSentence {
  static func unknownIndicator(_ label: String, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.unknownIndicator, .remark, at: place,
      "indikator '\(label)' tidak ada dalam register mana pun",
      fix: "periksa 'iku' dalam kantor.yaml, atau batalkan barisnya")
  }

  static func countedIndicator(_ label: String, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.countedIndicator, .remark, at: place,
      "\(label) dihitung dari dokumen, sehingga nilai ukurnya tidak dipakai",
      fix: "batalkan barisnya")
  }

  static func unreadableValue(_ indicator: Indicator, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.unreadableValue, .remark, at: place,
      "nilainya bukan nilai \(indicator.label), yang berjenis \(indicator.kind.rawValue)",
      fix: "batalkan barisnya, lalu catat ulang dengan '\(do: .measure)'")
  }

  /// A term that ended in the days in which a decision could make it longer, without one.
  static func undecidedTerm(
    _ term: TermOfOffice, _ decision: TermInForce.Decision, _ event: String, _ village: RegionCode,
    named name: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.undecidedTerm, .remark, at: place,
      "masa jabatan kepala \(name) berakhir \(term.usualEnd.indonesian) dan mungkin "
        + "diperpanjang menjadi \(decision.years) tahun dengan keputusan (\(decision.source.title))",
      fix: """
        bila ada keputusannya, catat: \(do: .recordEvent(event, unit: village.description))
        """)
  }

  static func idleDecision(
    _ event: String, named name: String, at place: SourcePlace, row: LedgerEvent.RowID
  ) -> Finding {
    Finding(
      InspectionProblem.idleDecision, .remark, at: place,
      "\(event) \(name) tidak memperpanjang masa jabatan yang tercatat",
      fix:
        "periksa pelantikan dan tanggalnya, atau batalkan: \(do: .void(row.text))"
    )
  }

  static func unknownUnit(_ unit: RegionCode, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.unknownUnit, .remark, at: place, "unit \(unit) tidak ada dalam wilayah.csv",
      fix: "tambahkan barisnya di wilayah.csv: unit yang berakhir dengan 'sampai', kode lama pada "
        + "'dahulu' penggantinya")
  }

  static func unknownSubject(_ code: String, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.unknownSubject, .remark, at: place,
      "'\(code)' tidak wajib atau tidak dikenal menurut kalender",
      fix: "baris ini tidak dihitung; periksa kodenya atau kalendernya")
  }

  static func lateEntry(_ row: LedgerEvent, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.lateEntry, .remark, at: place,
      "susulan: tanggal \(row.date.indonesian), baru dicatat \(row.recorded.indonesian)",
      fix: "dihitung tersendiri; lain kali catat dalam 7 hari")
  }

  static func repeated(_ first: LedgerEvent.RowID, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.repeated, .remark, at: place,
      "mengulang baris \(first.year)#\(first.number)",
      fix: "batalkan salah satunya bila keliru")
  }

  static func voidedAgain(
    _ target: LedgerEvent.RowID, before first: LedgerEvent.RowID, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.voidedAgain, .remark, at: place,
      "membatalkan baris \(target.text), yang sudah dibatalkan baris \(first.text)",
      fix: "tidak mengubah apa-apa; catat lagi bila barisnya seharusnya berlaku")
  }

  static func extendedTooLate(_ due: CivilDate, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.extendedTooLate, .remark, at: place,
      "surat perpanjangan diterima sesudah tenggatnya, \(due.indonesian)",
      fix: "tetap dihitung; pastikan suratnya sah")
  }

  static func beforeGate(
    _ row: String, on date: CivilDate, _ predecessor: String, _ why: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.beforeGate, .remark, at: place,
      "\(row) bertanggal \(date.indonesian) mendahului \(predecessor), yang \(why)",
      fix: "periksa tanggal keduanya; yang keliru dibatalkan dan dicatat lagi")
  }

  static func otherZone(at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.otherZone, .remark, at: place, "jam pencatatan bukan dalam zona kantor",
      fix: "periksa zona di kantor.yaml")
  }
}
