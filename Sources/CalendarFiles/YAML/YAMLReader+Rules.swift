internal import CivilCalendar
internal import ComplianceModel

/// The codes of the events that rules count from, with the places that name them.
struct EventCodes {
  /// The codes of reports, events and roles.
  var table = CodeTable()
  /// Where each event was named, to be checked when all calendars are read.
  private(set) var named: [(code: Code, place: SourcePlace)] = []

  /// The code of an event that a rule names.
  mutating func intern(_ name: String, at place: SourcePlace) -> Code {
    let code = table.intern(name)
    named.append((code, place))
    return code
  }
}

extension YAMLReader {
  private static let ruleKeys = [
    "untuk", "tenggat", "triwulan", "gulir", "tanggal_adalah", "berlaku", "sumber", "rujukan",
    "keyakinan", "tabel",
  ]

  /// One version of a rule, with the quarter that it says its date falls in.
  mutating func rule(
    _ node: Node, _ codes: inout EventCodes, length: Period.Length
  ) -> (rule: DeadlineRule, statedQuarter: (number: Int, place: SourcePlace)?)? {
    guard let fields = fields(node, keys: YAMLReader.ruleKeys) else { return nil }
    let ordinals = ordinals(fields["untuk"], of: length)
    let shape = shape(in: fields, &codes)
    let quarter = quarterNumber(fields["triwulan"])
    let roll = choice(
      fields["gulir"], ["tetap": Roll.stay, "maju": .forward, "mundur": .backward])
    let meaning = choice(
      fields["tanggal_adalah"],
      ["penetapan": DateMeaning.enactment, "penyampaian": .submission, "penerbitan": .issue])
    let validity = validity(fields["berlaku"])
    let source = source(fields)
    let confidence = confidence(fields)
    let unitDates = unitDates(fields["tabel"])
    guard let shape, let source, let confidence else { return nil }
    let rule = DeadlineRule(
      shape: shape, ordinals: ordinals, unitDates: unitDates, roll: roll ?? .stay,
      meaning: meaning ?? .submission, validity: validity, source: source, confidence: confidence,
      place: place(of: node))
    let stated = fields["triwulan"].flatMap { node in quarter.map { ($0, place(of: node)) } }
    return (rule, stated)
  }

  /// A date that binds others.
  mutating func background(_ node: Node, _ codes: inout EventCodes) -> BackgroundDate? {
    guard
      let fields = fields(node, keys: ["pihak", "tenggat", "sumber", "rujukan", "keyakinan"])
    else { return nil }
    let party = text(required("pihak", in: fields))
    let shape = shape(in: fields, &codes)
    let source = source(fields)
    let confidence = confidence(fields)
    guard let party, let shape, let source, let confidence else { return nil }
    return BackgroundDate(party: party, shape: shape, source: source, confidence: confidence)
  }

  private mutating func shape(in fields: YAMLFields, _ codes: inout EventCodes) -> DueShape? {
    guard let node = required("tenggat", in: fields) else { return nil }
    return shape(node, &codes)
  }

  /// One of the shapes of a due date; the key that it opens with tells which.
  private mutating func shape(_ node: Node, _ codes: inout EventCodes) -> DueShape? {
    guard let pairs = node.pairs else {
      report(.notAMapping, at: node)
      return nil
    }
    let names = pairs.compactMap(\.key.string)
    func has(_ key: String) -> Bool { names.contains(key) }
    if has("tanggal") {
      guard let fields = fields(node, keys: ["tanggal", "tahun"]) else { return nil }
      return annualDay(fields).map(DueShape.annualDay)
    }
    if has("setelah") || has("sebelum") { return offset(node, &codes) }
    if has("minggu_ke") {
      return weekOfMonth(node)
    }
    if has("akhir_bulan") {
      guard let fields = fields(node, keys: ["akhir_bulan", "tahun"]) else { return nil }
      let yearOffset = yearOffset(fields)
      return month(fields["akhir_bulan"]).map { .endOfMonth(month: $0, yearOffset: yearOffset) }
    }
    if has("hari_bulan_berikutnya") {
      guard let fields = fields(node, keys: ["hari_bulan_berikutnya"]) else { return nil }
      return integer(fields["hari_bulan_berikutnya"], in: 1...31).map(DueShape.dayOfFollowingMonth)
    }
    if has("akhir_triwulan") {
      guard let fields = fields(node, keys: ["akhir_triwulan", "tahun"]) else { return nil }
      let yearOffset = yearOffset(fields)
      return quarterNumber(fields["akhir_triwulan"]).map {
        .endOfQuarter(number: $0, yearOffset: yearOffset)
      }
    }
    if has("hitungan") {
      guard let fields = fields(node, keys: ["hitungan"]) else { return nil }
      return integer(fields["hitungan"], in: 1...400).map(DueShape.countOnly)
    }
    report(.unknownShape(names), at: node)
    return nil
  }

  private mutating func yearOffset(_ fields: YAMLFields) -> Int {
    integer(fields["tahun"], in: -3...3) ?? 0
  }

  private mutating func annualDay(_ fields: YAMLFields) -> AnnualDay? {
    let yearOffset = yearOffset(fields)
    return dayAndMonth(fields["tanggal"]).map {
      AnnualDay(month: $0.month, day: $0.day, yearOffset: yearOffset)
    }
  }

  private mutating func offset(_ node: Node, _ codes: inout EventCodes) -> DueShape? {
    let units: KeyValuePairs<String, SpanUnit> = [
      "bulan": .months, "hari_kerja": .workingDays, "hari": .days, "minggu": .weeks,
    ]
    guard let fields = fields(node, keys: ["setelah", "sebelum"] + units.map(\.key)) else {
      return nil
    }
    let given = units.filter { fields[$0.key] != nil }
    guard given.count == 1, let (key, unit) = given.first,
      (fields["setelah"] == nil) != (fields["sebelum"] == nil),
      let anchorNode = fields["setelah"] ?? fields["sebelum"]
    else {
      report(.offsetNeedsOneCount, at: node)
      return nil
    }
    let count = integer(fields[key], in: 1...400)
    guard let name = text(anchorNode), let count else { return nil }
    let anchor = anchor(name, at: place(of: anchorNode), &codes)
    let direction = fields["setelah"] == nil ? Direction.before : .after
    return .offset(count: count, unit: unit, direction: direction, anchor: anchor)
  }

  private func anchor(
    _ name: String, at place: SourcePlace, _ codes: inout EventCodes
  ) -> Anchor {
    switch name {
    case "awal-periode": .periodStart
    case "akhir-periode": .periodEnd
    default: .event(codes.intern(name, at: place))
    }
  }

  private mutating func weekOfMonth(_ node: Node) -> DueShape? {
    guard let fields = fields(node, keys: ["minggu_ke", "bulan", "tahun", "bacaan"]) else {
      return nil
    }
    let ordinal = integer(fields["minggu_ke"], in: 1...4)
    let month = month(required("bulan", in: fields))
    let yearOffset = yearOffset(fields)
    let reading = choice(fields["bacaan"], of: WeekReading.self)
    guard let ordinal, let month else { return nil }
    return .weekOfMonth(
      ordinal: ordinal, month: month, yearOffset: yearOffset, reading: reading ?? .sevenDays)
  }

  private mutating func unitDates(_ node: Node?) -> [RegionCode: AnnualDay] {
    var dates: [RegionCode: AnnualDay] = [:]
    for item in items(node) {
      guard let fields = fields(item, keys: ["unit", "tanggal", "tahun"]) else { continue }
      let unit = region(required("unit", in: fields))
      let day = required("tanggal", in: fields) == nil ? nil : annualDay(fields)
      guard let unit, let day else { continue }
      if dates.updateValue(day, forKey: unit) != nil {
        report(.repeatedUnit(unit.description), at: item)
      }
    }
    return dates
  }
}
