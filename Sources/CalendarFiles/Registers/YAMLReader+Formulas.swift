internal import ComplianceModel

extension YAMLReader {
  private static let readingKeys = ["nama", "pembilang", "penyebut"]

  /// How an indicator is counted from evidence: the reading that holds, and others shown beside it.
  mutating func readings(
    _ node: Node, _ calendar: ReportCalendar
  ) -> (first: IndicatorReading, others: [IndicatorReading])? {
    guard let fields = fields(node, keys: YAMLReader.readingKeys + ["bacaan_lain"]) else {
      return nil
    }
    let first = reading(fields, calendar)
    let others = items(fields["bacaan_lain"]).compactMap { item -> IndicatorReading? in
      guard let fields = self.fields(item, keys: YAMLReader.readingKeys) else { return nil }
      _ = required("nama", in: fields)
      return reading(fields, calendar)
    }
    return first.map { ($0, others) }
  }

  private mutating func reading(
    _ fields: YAMLFields, _ calendar: ReportCalendar
  ) -> IndicatorReading? {
    let name = text(fields["nama"])
    let numerator = terms(required("pembilang", in: fields), calendar)
    let denominator = fields["penyebut"].map { terms($0, calendar, isBelow: true) }
    guard !numerator.isEmpty else { return nil }
    return IndicatorReading(name: name, numerator: numerator, denominator: denominator)
  }

  /// The terms above the line, or below it, where nothing can be of nought.
  private mutating func terms(
    _ node: Node?, _ calendar: ReportCalendar, isBelow: Bool = false
  ) -> [CountTerm] {
    filled(node).compactMap { term($0, calendar, leastNumber: isBelow ? 1 : 0) }
  }

  /// The items of a list that must not be empty, since what it leaves out would count as nothing.
  private mutating func filled(_ node: Node?) -> [Node] {
    if let node, node.items?.isEmpty ?? false { report(.notAList, at: node) }
    return items(node)
  }

  private mutating func term(
    _ node: Node, _ calendar: ReportCalendar, leastNumber: Int
  ) -> CountTerm? {
    let shapes = ["kewajiban", "dokumen", "desa", "tiap_desa", "tetap", "target"]
    let extras = ["tingkat", "unit", "keadaan", "untuk"]
    guard let fields = fields(node, keys: shapes + extras) else { return nil }
    let given = shapes.filter { fields[$0] != nil }
    guard given.count == 1, let shape = given.first else {
      report(.unknownTerm(given), at: node)
      return nil
    }
    let allowed =
      switch shape {
      case "kewajiban": ["tingkat", "unit", "keadaan"]
      case "dokumen", "desa": ["unit", "keadaan"]
      case "tiap_desa": ["untuk"]
      default: [String]()
      }
    for extra in extras where fields[extra] != nil && !allowed.contains(extra) {
      report(.keyNotOfTerm(extra, term: shape), at: fields[extra] ?? node)
    }
    switch shape {
    case "kewajiban":
      return count(shape, fields, calendar, YAMLReader.conditionsOfObligations)
        .map { .obligations($0, $1) }
    case "dokumen":
      return count(shape, fields, calendar, YAMLReader.conditionsOfDocuments)
        .map { .documents($0, $1) }
    case "desa":
      return count(shape, fields, calendar, YAMLReader.conditionsOfDocuments)
        .map { .villages($0, $1) }
    case "tiap_desa":
      let factor = integer(fields[shape], in: 1...1000)
      let reports = filled(fields["untuk"]).compactMap {
        report($0, calendar, onlyOfVillages: true)
      }
      return factor.map { .perVillage($0, of: reports) }
    case "tetap":
      return integer(fields[shape], in: leastNumber...1_000_000).map { .constant($0) }
    default: return choice(fields[shape], ["tahun-ini": CountTerm.target])
    }
  }

  private static let conditionsOfObligations: [CountTerm.Condition] = [
    .required, .made, .onTime, .late, .exempt,
  ]

  private static let conditionsOfDocuments: [CountTerm.Condition] = [
    .required, .complete, .inForce, .onTime, .late, .exempt,
  ]

  private mutating func count(
    _ key: String, _ fields: YAMLFields, _ calendar: ReportCalendar,
    _ allowed: [CountTerm.Condition]
  ) -> (CountTerm.Scope, Set<CountTerm.Condition>)? {
    let isOfVillages = key != "kewajiban"
    let reports = fields[key].flatMap { node -> [Code]? in
      guard node.string != "semua" else { return nil }
      return filled(node).compactMap { report($0, calendar, onlyOfVillages: isOfVillages) }
    }
    let level = choice(fields["tingkat"], of: Report.Level.self)
    let units = fields["unit"].map { node in filled(node).compactMap { region($0) } }
    let conditions = filled(required("keadaan", in: fields)).compactMap { item in
      condition(item, allowed, reports, calendar)
    }
    guard !conditions.isEmpty else { return nil }
    return (CountTerm.Scope(reports: reports, level: level, units: units), Set(conditions))
  }

  private mutating func condition(
    _ node: Node, _ allowed: [CountTerm.Condition], _ reports: [Code]?, _ calendar: ReportCalendar
  ) -> CountTerm.Condition? {
    let words = allowed.map(\.rawValue)
    let condition = value(
      node, orReport: { .notAChoice($0, words, nearest: nearestMatch(to: $0, among: words)) },
      { text in allowed.first { $0.rawValue == text } })
    if condition == .inForce {
      for code in reports ?? [] where calendar.report(code)?.term == nil {
        report(.noTerm(calendar.codes[code]), at: node)
      }
    }
    return condition
  }

  private mutating func report(
    _ node: Node, _ calendar: ReportCalendar, onlyOfVillages: Bool
  ) -> Code? {
    guard let word = text(node) else { return nil }
    guard let code = calendar.codes.code(word), let report = calendar.report(code) else {
      let known = calendar.reports.map { calendar.codes[$0.code] }
      self.report(.unknownReport(word, nearest: nearestMatch(to: word, among: known)), at: node)
      return nil
    }
    if onlyOfVillages, report.level != .village {
      self.report(.notOfVillages(calendar.codes[code]), at: node)
      return nil
    }
    return code
  }
}
