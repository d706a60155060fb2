internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace

/// The same indicators across years and offices: those that bear one code or one name.
struct ComparisonPage {
  /// One office's indicator over the years.
  private struct Line {
    let kecamatan: Kecamatan
    let label: String
    let register: String
    var values: [Int: Value]
  }

  /// An indicator in one year.
  private struct Value {
    let entry: Scorecard.Entry
    /// Whether there can be data: documents are not there, rather than missing, before the office
    /// was watched.
    let isWatched: Bool

    var figure: IndicatorFigure? { isWatched ? entry.figure : nil }
    var achievement: Ratio? { isWatched ? entry.achievement : nil }
  }

  /// What is compared.
  private struct Group {
    let name: String
    var labels: Set<String>
    var lines: [Line]
  }

  let day: CivilDate
  /// What was asked for.
  let filter: ViewFilter
  private var kecamatan: [Kecamatan] = []
  private var years: [Int] = []
  private var groups: [Group] = []

  init(day: CivilDate, filter: ViewFilter) {
    self.day = day
    self.filter = filter
  }

  /// Adds a year, later than those before it, with the scorecards of the offices.
  mutating func add(_ year: Int, _ offices: [ScorecardRequest.Office]) {
    years.append(year)
    for office in offices {
      if !kecamatan.contains(office.desk.kecamatan) { kecamatan.append(office.desk.kecamatan) }
      let isWatched = office.desk.watchedSince(asOf: day) <= year
      for scorecard in office.scorecards {
        for entry in scorecard.entries {
          // What was measured is known whenever it was recorded.
          let value = Value(entry: entry, isWatched: isWatched || entry.count == nil)
          add(value, scorecard, office.desk.kecamatan)
        }
      }
    }
  }

  private mutating func add(
    _ value: Value, _ scorecard: Scorecard, _ kecamatan: Kecamatan
  ) {
    let entry = value.entry
    let label = entry.indicator.label
    let name = ComparisonPage.folded(entry.indicator.wording.name)
    let place = groups.firstIndex {
      $0.labels.contains(label.lowercased()) || ComparisonPage.folded($0.name) == name
    }
    let index = place ?? groups.count
    if place == nil {
      groups.append(Group(name: entry.indicator.wording.name, labels: [], lines: []))
    }
    groups[index].labels.insert(label.lowercased())
    let own = groups[index].lines.firstIndex {
      $0.kecamatan.code == kecamatan.code && $0.label == label
        && $0.register == scorecard.register.name
    }
    if let own {
      groups[index].lines[own].values[scorecard.year] = value
    } else {
      groups[index].lines.append(
        Line(
          kecamatan: kecamatan, label: label, register: scorecard.register.name,
          values: [scorecard.year: value]))
    }
  }

  /// Names are compared without regard to case and blanks: offices copy them from each other.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { !$0.isWhitespace })
  }

  /// Whether there is nothing to compare.
  var isEmpty: Bool { groups.isEmpty }

  /// Keeps what is compared with one indicator.
  mutating func keep(_ label: String) {
    groups.removeAll { !$0.labels.contains(label.lowercased()) }
  }

  // MARK: - For people

  func print(to session: inout Session) {
    let span = years.count > 1 ? "\(years[0])-\(years[years.count - 1])" : "\(years[0])"
    session.console.line(
      "\(filter.who(kecamatan)) · perbandingan IKU \(span)\(filter.headingEnd(kecamatan))", .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day))\(Words.knowledge(through: filter.knownThrough)); nilai setahun",
      .faint)
    for group in groups {
      var table = Table(
        [.init("Kode"), .init("Kecamatan", .cut), .init("Register", .cut)]
          + years.map { .init("\($0)", right: true) })
      for line in group.lines {
        table.add(
          [.init(line.label), .init(line.kecamatan.unit.name), .init(line.register)]
            + years.map { .init(IndicatorWords.value(line.values[$0]?.figure) ?? "-") })
      }
      session.console.line()
      session.console.line(group.name, .strong)
      session.console.table(table)
    }
    session.console.line()
    session.console.line(
      "- \(IndicatorWords.noData), register belum berlaku, atau dokumennya belum dipantau "
        + "(dipantau_sejak)", .faint)
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "per": .string(day.description),
      "tahun": .array(years.map { .integer($0) }),
      "indikator": .array(
        groups.map { group in
          [
            "nama": .string(group.name),
            "nilai": .array(
              group.lines.flatMap { line in
                years.compactMap { year in line.values[year].map { json($0, line, year) } }
              }),
          ]
        }),
    ]
  }

  private func json(_ value: Value, _ line: Line, _ year: Int) -> JSONValue {
    var members = IndicatorJSON.figure(value.figure)
    members["tahun"] = .integer(year)
    members["unit"] = .string(line.kecamatan.code.description)
    members["kode"] = .string(line.label)
    members["register"] = .string(line.register)
    members["target"] = IndicatorJSON.target(value.entry)
    members["capaian"] = JSONValue(value.achievement?.percent())
    return .object(members)
  }
}
