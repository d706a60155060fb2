internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Wording

/// What a survey of public satisfaction came to.
struct SurveyPage {
  let survey: SatisfactionSurvey
  let scale: PredicateScale
  /// The indicators of the office that a survey gives.
  let indicators: [Indicator]
  /// The rows that hold it now.
  let recorded: [RecordedValue]

  private var text: SurveyText { SurveyText(survey, scale, for: indicators) }

  // MARK: - For people

  func print(to session: inout Session) {
    guard let index = survey.index, let heading = text.heading else {
      session.console.line("IKM: \(IndicatorWords.noData)")
      return
    }
    session.console.line(heading, .strong)
    session.console.line(text.weights, .faint)
    var table = Table([
      .init("Unsur"), .init("Nama", .wrapped), .init("Terjawab", right: true),
      .init("Rata-rata", right: true), .init("Nilai", right: true),
    ])
    for mean in index.elements {
      table.add([
        .init(mean.element.code), .init(mean.element.name), .init("\(mean.answers.count)"),
        .init(mean.mean.decimal(separator: ",") ?? ""),
        .init(mean.converted.decimal(separator: ",") ?? ""),
      ])
    }
    session.console.table(table)
    if let unused = text.unused { session.console.line(unused, .faint) }
    session.console.line(text.weakest, .soon)
    printServices(to: &session)
  }

  private func printServices(to session: inout Session) {
    guard !survey.services.isEmpty else { return }
    var table = Table([
      .init("Layanan", .wrapped), .init("Responden", right: true), .init("IKM", right: true),
    ])
    for service in survey.services {
      table.add([
        .init(service.name), .init("\(service.index.respondents)"),
        .init(text.text(service.index)),
      ])
    }
    session.console.line()
    session.console.line("Per layanan", .strong)
    session.console.table(table)
    for line in text.reachingLines { session.console.line(line) }
  }

  // MARK: - JSON

  var json: JSONValue {
    let index = survey.index
    return [
      "responden": .integer(index?.respondents ?? 0),
      "nilai": JSONValue(index?.value.decimal()),
      "mutu": JSONValue(index?.grade?.letters),
      "predikat": JSONValue(index?.grade?.text),
      "skala": .string(scale.name),
      "unsur": .array(index?.elements.map(SurveyPage.json) ?? []),
      "tidak_dipakai": .array(index?.unused.map { .string($0.name) } ?? []),
      "terlemah": .array(index?.weakest.map { .string($0.element.code) } ?? []),
      "layanan": .array(
        survey.services.map { service in
          [
            "nama": .string(service.name),
            "responden": .integer(service.index.respondents),
            "nilai": JSONValue(service.index.value.decimal()),
            "mutu": JSONValue(service.index.grade?.letters),
          ]
        }),
      "indikator": .array(
        text.reaching.map { indicator, share in
          [
            "kode": .string(indicator.label),
            "pembilang": .integer(share.numerator),
            "penyebut": .integer(share.denominator),
          ]
        }),
      "tercatat": .array(
        recorded.map { value in
          [
            "kode": .string(value.original.label),
            "nilai": .string(value.text),
            "baris": .string(value.row.text),
          ]
        }),
    ]
  }

  private static func json(_ mean: SatisfactionIndex.ElementMean) -> JSONValue {
    [
      "kode": .string(mean.element.code),
      "nama": .string(mean.element.name),
      "terjawab": .integer(mean.answers.count),
      "rata_rata": JSONValue(mean.mean.decimal()),
      "nilai": JSONValue(mean.converted.decimal()),
    ]
  }
}
