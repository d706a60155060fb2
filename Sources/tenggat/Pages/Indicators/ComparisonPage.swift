internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

/// The same indicators across years and offices: those that share a code or a name.
struct ComparisonPage {
  let answer: ScorecardComparison

  private var scope: ScorecardScope { answer.scope }

  // MARK: - For people

  func print(to session: inout Session) {
    let text = ComparisonText(answer)
    session.console.line(text.heading, .strong)
    session.console.line(text.state, .faint)
    for group in answer.groups {
      session.console.line()
      session.console.line(group.name, .strong)
      session.console.table(
        Table(
          answer.lineColumns,
          showing: ["kode", .init("unit", .cut), .init("register", .cut)]
            + answer.years.map { .init("\($0)", right: true) },
          group.lines, session.console))
    }
    session.console.line()
    session.console.line(ComparisonText.legend, .faint)
  }

  // MARK: - JSON

  var json: JSONValue {
    let page: JSONValue = [
      "per": .string(scope.day.description),
      "tahun": .array(answer.years.map { .integer($0) }),
      "indikator": .array(
        answer.groups.map { group in
          [
            "nama": .string(group.name),
            "nilai": .array(
              group.lines.flatMap { line in
                let columns = answer.valueColumns(of: line)
                return answer.values(of: line).map { JSONValue($0, columns) }
              }),
          ]
        }),
    ]
    return answer.watchedSince.added(to: page)
  }
}
