internal import CivilCalendar
internal import ComplianceModel

extension YAMLReader {
  /// A civil day, in any form that people write.
  mutating func date(_ node: Node?) -> CivilDate? {
    value(node, orReport: { .noSuchDate($0) }) { CivilDate(written: $0) }
  }

  /// A covered period, in any form that people write.
  mutating func period(_ node: Node?) -> Period? {
    value(node, orReport: { .noSuchPeriod($0) }) { Period(written: $0) }
  }

  /// A day of every year, `31 Maret`; 29 February is the last day of a short February.
  mutating func dayAndMonth(_ node: Node?) -> (day: Int, month: Month)? {
    value(node, orReport: { .noSuchDayOfYear($0) }) { text in
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count == 2, words[0].utf8.count <= 2,
        words[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let day = Int(words[0]), let month = Month(written: words[1]),
        (1...YearMonth(year: 2024, month: month).length).contains(day)
      else { return nil }
      return (day, month)
    }
  }

  /// A month by its name.
  mutating func month(_ node: Node?) -> Month? {
    value(node, orReport: { .noSuchMonth($0) }) { Month(written: $0) }
  }

  /// A quarter without its year: `TW1` through `TW4`.
  mutating func quarterNumber(_ node: Node?) -> Int? {
    choice(node, ["TW1": 1, "TW2": 2, "TW3": 3, "TW4": 4])
  }

  /// Days of validity, `{ sejak: …, sampai: … }`; always where the node is missing.
  mutating func validity(_ node: Node?) -> Validity {
    guard let node, let fields = fields(node, keys: ["sejak", "sampai"]) else { return .always }
    let since = date(fields["sejak"])
    let through = date(fields["sampai"])
    if let since, let through, through < since { report(.emptyValidity, at: node) }
    return Validity(since: since, through: through)
  }

  /// A region by its code; in the office's file also a unit by its name.
  mutating func region(_ node: Node?) -> RegionCode? {
    let unit = unit
    return value(node, orReport: { .noSuchRegionCode($0) }) { RegionCode(written: $0) ?? unit?($0) }
  }

  /// The ordinals of a year's periods, `S1`, `TW2`, `09`, or a list of them; `nil` for all.
  mutating func ordinals(_ node: Node?, of length: Period.Length) -> Set<Int>? {
    guard let node else { return nil }
    var ordinals: Set<Int> = []
    for node in node.items ?? [node] {
      let ordinal = value(node, orReport: { .noSuchPart($0) }) { text -> Int? in
        guard length != .year, let period = Period("2000-\(text)"), period.length == length else {
          return nil
        }
        return period.ordinal
      }
      if let ordinal { ordinals.insert(ordinal) }
    }
    return ordinals
  }

  /// `sumber` and `rujukan`; a source that is missing or blank is a fault.
  mutating func source(_ fields: YAMLFields) -> LegalSource? {
    guard fields["sumber"] != nil else {
      report(.noSource, at: fields.place)
      return nil
    }
    return text(fields["sumber"]).map {
      LegalSource(title: $0, reference: text(fields["rujukan"]))
    }
  }

  /// `keyakinan`, which must be there.
  mutating func confidence(_ fields: YAMLFields) -> Confidence? {
    choice(required("keyakinan", in: fields), of: Confidence.self)
  }
}
