import Answers
import CivilCalendar
import Compliance
import ComplianceModel

extension XMLOutput {
  /// Writes counts and rates as the element `ringkasan`, which all formats of ours share.
  func summary(_ tally: Tally) throws(XMLFailure) {
    try element("ringkasan") { () throws(XMLFailure) in
      attribute("wajib", tally.required)
      attribute("disampaikan", tally.submitted)
      attribute("tepat_waktu", tally.onTime)
      attribute("terlambat", tally.late)
      attribute("lewat", tally.overdue)
      attribute("menunggu", tally.waiting)
      attribute("dibebaskan", tally.exempt)
      attribute("susulan", tally.lateEntries)
      try attribute("persen_tepat_waktu", tally.onTimeRate.percent())
      attribute("berjalan_wajib", tally.decided)
      attribute("berjalan_tepat_waktu", tally.onTime)
      try attribute("persen_berjalan", tally.currentRate.percent())
    }
  }

  /// Writes a duty year or quarter into the open element, as all formats of ours have it.
  func duty(_ duty: DutyStatement.Duty) {
    attribute("tahun", duty.year)
    attribute("triwulan", duty.quarter?.number)
  }

  /// Writes the state of a ledger, as all formats of ours have it.
  func ledger(_ mark: LedgerMark) throws(XMLFailure) {
    try element("sidik_buku", key: mark.file) { () throws(XMLFailure) in
      try attribute("berkas", mark.file)
      attribute("baris", mark.rows)
      try text(mark.chain)
    }
  }
}
