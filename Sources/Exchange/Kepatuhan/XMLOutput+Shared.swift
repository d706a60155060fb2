import Answers
import CivilCalendar
import Compliance
import ComplianceModel

extension XMLOutput {
  /// Writes counts and rates as the element `ringkasan`, which all formats of ours share.
  func summary(_ tally: Tally) throws(XMLFailure) {
    try element("ringkasan") { () throws(XMLFailure) in
      try attribute("wajib", tally.required)
      try attribute("disampaikan", tally.submitted)
      try attribute("tepat_waktu", tally.onTime)
      try attribute("terlambat", tally.late)
      try attribute("lewat", tally.overdue)
      try attribute("menunggu", tally.waiting)
      try attribute("dibebaskan", tally.exempt)
      try attribute("susulan", tally.lateEntries)
      try attribute("persen_tepat_waktu", tally.onTimeRate.percent())
      try attribute("berjalan_wajib", tally.decided)
      try attribute("berjalan_tepat_waktu", tally.onTime)
      try attribute("persen_berjalan", tally.currentRate.percent())
    }
  }

  /// Writes a duty year or quarter into the open element, as all formats of ours have it.
  func duty(_ duty: DutyStatement.Duty) throws(XMLFailure) {
    try attribute("tahun", duty.year)
    try attribute("triwulan", duty.quarter?.number)
  }

  /// Writes the state of a ledger, as all formats of ours have it.
  func ledger(_ mark: LedgerMark) throws(XMLFailure) {
    try element("sidik_buku", key: mark.file) { () throws(XMLFailure) in
      try attribute("berkas", mark.file)
      try attribute("baris", mark.rows)
      try text(mark.chain)
    }
  }
}
