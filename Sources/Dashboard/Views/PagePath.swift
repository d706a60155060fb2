internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The addresses of pages, each about the day that is looked at.
struct PagePath: Sendable {
  /// The day that is looked at; `nil` for today, which needs no word.
  private let day: CivilDate?

  /// Where the pages begin: empty, or `/tenggat`.
  private let base: String

  /// The addresses for pages about a day.
  init(_ day: CivilDate, today: CivilDate, base: String) {
    self.day = day == today ? nil : day
    self.base = base
  }

  /// An address with what it is asked.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - query: The keys with their values, which need no escape.
  /// - Returns: The address.
  func page(_ path: String, _ query: KeyValuePairs<String, String> = [:]) -> String {
    let parts =
      query.map { "\($0.key)=\($0.value)" } + [day.map { "per=\($0)" }].compactMap(\.self)
    return parts.isEmpty ? base + path : "\(base)\(path)?\(parts.joined(separator: "&"))"
  }

  /// An address with what it is asked, and with some of what another page was asked.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - own: The keys with their values, which need no escape.
  ///   - keys: The keys that are kept.
  ///   - query: What the other page was asked.
  /// - Returns: The address.
  func page(
    _ path: String, _ own: KeyValuePairs<String, String> = [:], keeping keys: [String],
    of query: PageQuery
  ) -> String {
    let kept = keys.compactMap { key in query.written(key) }
    let address = page(path, own)
    guard !kept.isEmpty else { return address }
    return "\(address)\(address.contains("?") ? "&" : "?")\(kept.joined(separator: "&"))"
  }

  /// The page of an obligation.
  func obligation(_ unit: RegionCode, _ report: String, _ period: Period) -> String {
    page("/kewajiban/\(unit)/\(report)/\(period)")
  }

  /// The form of an obligation.
  ///
  /// - Parameters:
  ///   - act: What is recorded with it.
  ///   - unit: The unit that owes it.
  ///   - report: The code of its report.
  ///   - period: Its period.
  ///   - row: The row that is to be void, `2026#3`; `nil` for another form.
  /// - Returns: The address.
  func form(
    _ act: Recording.Act, of unit: RegionCode, _ report: String, _ period: Period,
    row: String? = nil
  ) -> String {
    let path = "/kewajiban/\(unit)/\(report)/\(period)/\(act.rawValue)"
    return row.map { page(path, [EntryForm.row: $0.replacing("#", with: "%23")]) } ?? page(path)
  }

  /// The evidence of a row of an obligation.
  func evidence(
    _ unit: RegionCode, _ report: String, _ period: Period, _ row: String
  ) -> String {
    page("/kewajiban/\(unit)/\(report)/\(period)/bukti/\(row)")
  }

  /// The page on which somebody goes on after recording.
  func page(after recording: Recording) -> String {
    switch recording {
    case .measurement(let measured): page("/iku/\(measured.kecamatan)/\(measured.label)")
    case .survey: page(IndicatorsPage.path)
    case .submission, .decision, .void, .several:
      recording.subject.map { obligation($0.unit, $0.report, $0.period) }
        ?? page(VillagesPage.path)
    }
  }

  /// The page of an indicator in a year.
  func indicator(_ label: String, _ kecamatan: RegionCode, _ year: Int) -> String {
    page("/iku/\(kecamatan)/\(label)", ["tahun": "\(year)"])
  }

  /// The page of an obligation, or of the matrix where several desa share a line.
  func group(_ group: SituationGroup) -> String {
    let first = group.first
    guard group.members.count > 1 else {
      return obligation(first.unit, first.code, first.period)
    }
    guard let quarter = first.assessment.dutyQuarter else { return page(VillagesPage.path) }
    return page(VillagesPage.path, ["tahun": "\(quarter.year)"])
  }
}
