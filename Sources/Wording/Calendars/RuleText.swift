internal import CivilCalendar
package import ComplianceModel

/// Rules as sentences: `10 hari kerja setelah akhir periode`.
package enum RuleText {
  package static func shape(_ shape: DueShape, _ calendar: ReportCalendar) -> String {
    switch shape {
    case .annualDay(let day):
      "\(day.day) \(day.month.indonesian)\(year(day.yearOffset))"
    case .offset(let count, let unit, let direction, let anchor):
      "\(count) \(span(unit)) \(direction == .after ? "setelah" : "sebelum") "
        + self.anchor(anchor, calendar)
    case .weekOfMonth(let ordinal, let month, let yearOffset, let reading):
      "minggu ke-\(ordinal) \(month.indonesian)\(year(yearOffset)), dibaca \(self.reading(reading))"
    case .endOfMonth(let month, let yearOffset):
      "akhir \(month.indonesian)\(year(yearOffset))"
    case .dayOfFollowingMonth(let day): "tanggal \(day) bulan sesudah periode"
    case .endOfQuarter(let number, let yearOffset):
      "hari terakhir TW\(number)\(year(yearOffset))"
    case .setByLetter: "ditetapkan dengan surat untuk periode ini saja"
    case .countOnly(let target): "hanya dihitung, sasaran \(target) setahun, tidak pernah terlambat"
    }
  }

  private static func span(_ unit: SpanUnit) -> String {
    switch unit {
    case .days: "hari kalender"
    case .workingDays: "hari kerja"
    case .weeks: "minggu"
    case .months: "bulan"
    }
  }

  private static func anchor(_ anchor: Anchor, _ calendar: ReportCalendar) -> String {
    switch anchor {
    case .periodStart: "awal periode"
    case .periodEnd: "akhir periode"
    case .event(let code): calendar.event(code).map(\.name) ?? calendar.codes[code]
    }
  }

  private static func reading(_ reading: WeekReading) -> String {
    switch reading {
    case .sevenDays: "tujuh hari ke sekian bulan itu"
    case .calendarWeek: "minggu kalender, sampai hari Minggu"
    case .fullWeek: "minggu penuh, sampai hari Jumat"
    case .friday: "hari Jumat ke sekian"
    }
  }

  private static func year(_ offset: Int) -> String {
    switch offset {
    case 0: " tahun periode"
    case 1: " tahun sesudah periode"
    case -1: " tahun sebelum periode"
    default: offset > 0 ? " \(offset) tahun sesudah periode" : " \(-offset) tahun sebelum periode"
    }
  }

  package static func roll(_ roll: Roll) -> String {
    switch roll {
    case .stay: "tetap, walaupun jatuh pada hari libur"
    case .forward: "maju ke hari kerja berikutnya"
    case .backward: "mundur ke hari kerja sebelumnya"
    }
  }

  package static func validity(_ validity: Validity) -> String {
    let since = validity.since.map { "sejak \($0.indonesian)" }
    let through = validity.through.map { "sampai \($0.indonesian)" }
    return [since, through].compactMap { $0 }.joined(separator: " ")
  }
}
