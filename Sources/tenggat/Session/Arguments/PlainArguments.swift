internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// `jadwal`, `catat` and `ingatkan` as cron and habit type them, read without the argument parser.
///
/// Measured on `jadwal` of a small office: 30 million instructions and 5.5 ms, with the parser 48 million and
/// 7.6 ms, and these are run more often than all other commands together. Only the plainest form is
/// read here: each option once, its value a word of its own. Anything else is left to the parser, which
/// reads the same and knows how to complain.
struct PlainArguments {
  /// What is asked for.
  enum Command {
    case schedule(ScheduleRequest)
    case submission(SubmissionRequest)
    case reminders
  }

  private(set) var choices = GlobalChoices()
  private(set) var command: Command

  /// The units that are named.
  var units: [String] {
    switch command {
    case .schedule(let question): question.units
    case .submission(let request): if case .these(let names) = request.units { names } else { [] }
    case .reminders: []
    }
  }

  /// Whether it only asks, about what is named.
  var isSchedule: Bool { if case .schedule = command { true } else { false } }

  /// Reads arguments; `nil` where the argument parser must.
  init?(_ arguments: [String]) {
    var words: [String] = []
    switch arguments.first {
    case "jadwal", "upcoming": command = .schedule(ScheduleRequest())
    case "catat", "record": command = .submission(SubmissionRequest())
    case "ingatkan", "remind": command = .reminders
    default: return nil
    }
    var rest = arguments.dropFirst()
    var seen: [String] = []
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        words.append(word)
        continue
      }
      guard !seen.contains(word) else { return nil }
      seen.append(word)
      if takeFlag(word) { continue }
      guard let value = rest.popFirst(), !value.hasPrefix("-"), take(word, value) else {
        return nil
      }
    }
    guard takeWords(words) else { return nil }
  }

  private mutating func takeWords(_ words: [String]) -> Bool {
    guard case .submission(var request) = command else { return words.isEmpty }
    guard let report = words.first, words.count <= 2 else { return false }
    request.report = report
    if words.count == 2 {
      request.period = Period(written: words[1])
      guard request.period != nil else { return false }
    }
    command = .submission(request)
    return true
  }

  private mutating func takeFlag(_ option: String) -> Bool {
    guard case .schedule(var question) = command else { return false }
    switch option {
    case "--json": question.isJSON = true
    case "--semua": question.includesSettled = true
    case "--ketat": question.isStrict = true
    default: return false
    }
    command = .schedule(question)
    return true
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--ruang":
      choices.folder = value
      return true
    case "--hari-ini":
      choices.today = CivilDate(written: value)
      return choices.today != nil
    default: break
    }
    switch command {
    case .schedule(var question):
      guard PlainArguments.take(option, value, &question) else { return false }
      command = .schedule(question)
    case .submission(var request):
      guard PlainArguments.take(option, value, &request) else { return false }
      command = .submission(request)
    case .reminders: return false
    }
    return true
  }

  private static func take(
    _ option: String, _ value: String, _ question: inout ScheduleRequest
  ) -> Bool {
    switch option {
    case "--untuk": question.role = value
    case "--unit": question.units = [value]
    case "--per":
      question.asOf = CivilDate(written: value)
      return question.asOf != nil
    case "--diketahui":
      question.knownThrough = CivilDate(written: value)
      return question.knownThrough != nil
    case "--dalam":
      guard let days = Int(plain: value) else { return false }
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

  private static func take(
    _ option: String, _ value: String, _ request: inout SubmissionRequest
  ) -> Bool {
    switch option {
    case "--unit": request.units = [value]
    case "--berkas": request.evidence = [value]
    case "--catatan": request.note = value
    case "--alasan": request.reason = value
    case "--petugas": request.recorder = value
    case "--tanggal":
      request.date = CivilDate(written: value)
      return request.date != nil
    case "--diterima":
      request.received = CivilDate(written: value)
      return request.received != nil
    default: return false
    }
    return true
  }
}
