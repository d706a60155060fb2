import Answers
import CivilCalendar

/// What the root of a compliance XML says: of which time it is, and when it was made.
struct KepatuhanHead {
  let duty: DutyStatement.Duty
  let watchedSince: CivilDate?
  let asOf: CivilDate
  let made: ClockReading

  init(_ root: some KepatuhanAttributes) throws {
    let year = try root.integer("tahun")
    guard CivilDate.years.contains(year) else {
      throw root.fault(Messages.unusable("tahun", "\(year)"))
    }
    let quarter = try root.optional("triwulan") {
      Int($0).flatMap { Quarter(year: year, number: $0) }
    }
    duty = quarter.map(DutyStatement.Duty.quarter) ?? .year(year)
    watchedSince = try root.optional("dipantau_sejak", KepatuhanElement.date)
    asOf = try root.value("per_tanggal", KepatuhanElement.date)
    made = try root.value("dibuat") { ClockReading($0) }
  }
}
