internal import CivilCalendar

/// `jadwal` as cron and habit type it, read without the argument parser.
///
/// The parser's generic machinery takes longer to start than a schedule takes to reckon, and `jadwal`
/// is run more often than all other commands together. Only the plainest form is read here: each
/// option once, its value a word of its own. Anything else is left to the parser, which reads the same
/// and knows how to complain.
struct PlainArguments {
  private(set) var choices = GlobalChoices()
  private(set) var question = ScheduleQuestion()

  /// Reads arguments; `nil` where the argument parser must.
  init?(_ arguments: [String]) {
    guard arguments.first == "jadwal" || arguments.first == "upcoming" else { return nil }
    var rest = arguments.dropFirst()
    var seen: Set<String> = []
    while let option = rest.popFirst() {
      guard seen.insert(option).inserted else { return nil }
      if takeFlag(option) { continue }
      guard let value = rest.popFirst(), !value.hasPrefix("-"), take(option, value) else {
        return nil
      }
    }
  }

  private mutating func takeFlag(_ option: String) -> Bool {
    switch option {
    case "--json": question.isJSON = true
    case "--semua": question.includesSettled = true
    case "--ketat": question.isStrict = true
    default: return false
    }
    return true
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--ruang": choices.folder = value
    case "--untuk": question.role = value
    case "--unit": question.unit = value
    case "--hari-ini":
      choices.today = try? CivilDate(value)
      return choices.today != nil
    case "--per":
      question.asOf = try? CivilDate(value)
      return question.asOf != nil
    case "--diketahui":
      question.knownThrough = try? CivilDate(value)
      return question.knownThrough != nil
    case "--dalam":
      guard let days = Int(value) else { return false }
      question.days = days
    case "--triwulan":
      question.quarter = DutyQuarter(argument: value)?.quarter
      return question.quarter != nil
    case "--tahun":
      question.year = DutyYear(argument: value)?.year
      return question.year != nil
    default: return false
    }
    return true
  }
}
