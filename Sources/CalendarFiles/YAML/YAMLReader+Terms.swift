internal import CivilCalendar
internal import ComplianceModel

extension YAMLReader {
  /// How long a document stays in force (`masa_berlaku`).
  mutating func term(_ node: Node, _ codes: inout EventCodes) -> TermInForce? {
    guard let fields = fields(node, keys: ["tahun", "diperpanjang", "diperpanjang_keputusan"])
    else { return nil }
    let years = integer(required("tahun", in: fields), in: 1...20)
    let longer = fields["diperpanjang"].flatMap { extensionOfTerm($0) }
    let decision = fields["diperpanjang_keputusan"].flatMap { decisionOnTerm($0, &codes) }
    return years.map { TermInForce(years: $0, longer: longer, decision: decision) }
  }

  private mutating func extensionOfTerm(_ node: Node) -> TermInForce.Extension? {
    guard
      let fields = fields(
        node, keys: ["tahun", "bila_masih_berjalan_pada", "sumber", "rujukan", "keyakinan"])
    else { return nil }
    let years = integer(required("tahun", in: fields), in: 1...20)
    let day = date(required("bila_masih_berjalan_pada", in: fields))
    let source = source(fields)
    let confidence = confidence(fields)
    guard let years, let day, let source, let confidence else { return nil }
    return TermInForce.Extension(
      years: years, usualTermRunsOn: day, source: source, confidence: confidence)
  }

  private mutating func decisionOnTerm(
    _ node: Node, _ codes: inout EventCodes
  ) -> TermInForce.Decision? {
    guard
      let fields = fields(
        node, keys: ["kejadian", "tahun", "bila_berakhir", "sumber", "rujukan", "keyakinan"])
    else { return nil }
    let eventNode = required("kejadian", in: fields)
    let event = text(eventNode).flatMap { name in
      eventNode.map { codes.intern(name, at: place(of: $0)) }
    }
    let years = integer(required("tahun", in: fields), in: 1...20)
    let days = required("bila_berakhir", in: fields).flatMap { span($0) }
    let source = source(fields)
    let confidence = confidence(fields)
    guard let event, let years, let days, let source, let confidence else { return nil }
    return TermInForce.Decision(
      event: event, years: years, usualEnds: days, source: source, confidence: confidence)
  }

  /// A span of days with both its ends, `{ sejak: …, sampai: … }`.
  private mutating func span(_ node: Node) -> ClosedRange<CivilDate>? {
    guard let fields = fields(node, keys: ["sejak", "sampai"]) else { return nil }
    let since = date(required("sejak", in: fields))
    let through = date(required("sampai", in: fields))
    guard let since, let through else { return nil }
    guard since <= through else {
      report(.emptyValidity, at: node)
      return nil
    }
    return since...through
  }
}
