import CivilCalendar

/// Counts working days around a holiday: `working-days [FROM TO]`.
///
/// Holidays and the working week are values that the caller brings. A year whose holidays are not known is not
/// guessed at: counting in it throws.
@main
struct WorkingDays {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let from = try CivilDate(arguments.first ?? "2026-03-16")
    let to = try CivilDate(arguments.dropFirst().first ?? "2026-03-31")
    let calendar = try officeCalendar()

    var open: [CivilDate] = []
    var day = from
    while day <= to {
      switch try calendar.closure(on: day) {
      case nil: open.append(day)
      case .weekend(let weekday): print("\(day)  \(weekday.indonesian)")
      case .holidays(let holidays):
        print("\(day)  \(holidays.map(\.name).joined(separator: ", "))")
      }
      day = day.adding(days: 1)
    }
    print("\(open.count) hari kerja dari \(from.indonesian) sampai \(to.indonesian)")

    let due = try calendar.date(10, workingDaysAfter: from)
    print(
      "Hari kerja ke-10 sesudah \(from.indonesian): \(due.weekday.indonesian), \(due.indonesian)")
  }

  /// An office of five days a week, with the days around Idul Fitri 2026.
  private static func officeCalendar() throws -> WorkingDayCalendar {
    let closed: [(String, String, Holiday.Kind)] = [
      ("2026-03-18", "Cuti Bersama Hari Suci Nyepi", .cutiBersama),
      ("2026-03-19", "Hari Suci Nyepi", .national),
      ("2026-03-20", "Cuti Bersama Idul Fitri", .cutiBersama),
      ("2026-03-21", "Idul Fitri", .national),
      ("2026-03-22", "Idul Fitri (hari kedua)", .national),
      ("2026-03-23", "Cuti Bersama Idul Fitri", .cutiBersama),
      ("2026-03-24", "Cuti Bersama Idul Fitri", .cutiBersama),
      ("2026-04-03", "Wafat Yesus Kristus", .national),
    ]
    let holidays = try closed.map { date, name, kind in
      Holiday(date: try CivilDate(date), name: name, kind: kind, decree: "SKB 2026")
    }
    return WorkingDayCalendar(
      coveredYears: [2026], holidays: holidays,
      weeks: [WorkingWeek(days: .five, since: try CivilDate("2019-01-01"))])
  }
}
