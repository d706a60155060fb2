internal import CivilCalendar
internal import ComplianceModel

/// An indicator while the layers of its register are being read.
struct IndicatorDraft {
  static let keys = [
    "kode", "kartu", "jabatan", "kinerja", "nama", "rincian", "definisi", "rumus", "pembilang",
    "penyebut", "jenis", "satuan", "sumber_data", "target", "hitung", "gabungan", "survei",
    "sama_dengan", "skala", "komponen", "arah", "bacaan", "catatan",
  ]

  /// A text or a word with the place that it was read at.
  struct Placed<Value> {
    let value: Value
    let place: SourcePlace
  }

  let label: String
  let place: SourcePlace
  private(set) var sameAs: Placed<String>?
  private(set) var card: Placed<Code>?
  private var role: Code?
  private var wording = IndicatorWordingDraft()
  private(set) var kind: Indicator.Kind?
  private var unit: String?
  private var direction = Indicator.Direction.upward
  private var target = IndicatorTarget()
  private var source: Indicator.Source?
  private var scale: PredicateScale?
  private var components: [Indicator.Component] = []
  private var reading: String?
  private var note: String?
  /// What the office's own files change.
  private var changes: [Indicator.Change] = []

  init(label: String, place: SourcePlace) {
    self.label = label
    self.place = place
  }

  /// Applies an entry of the office's own file on top of the register that was signed.
  mutating func overlay(
    _ entry: YAMLFields, _ calendar: inout ReportCalendar, _ scales: [PredicateScale],
    _ reader: inout YAMLReader
  ) {
    for key in IndicatorWordingDraft.keys {
      if let node = entry[key] { reader.report(.signedWording(key), at: node) }
    }
    let keys = IndicatorDraft.keys.filter { $0 != "kode" && entry[$0] != nil }
    // What we say of a formula is not said of another one.
    if entry["bacaan"] == nil, IndicatorDraft.sourceKeys.contains(where: { entry[$0] != nil }) {
      reading = nil
    }
    changes.append(Indicator.Change(place: entry.place, keys: keys))
    apply(entry, calendar: &calendar, scales, &reader)
  }

  /// Applies one entry on top of what the lower layers said.
  mutating func apply(
    _ entry: YAMLFields, calendar: inout ReportCalendar, _ scales: [PredicateScale],
    _ reader: inout YAMLReader
  ) {
    wording.apply(entry, &reader)
    reading = reader.text(entry["bacaan"]) ?? reading
    note = reader.text(entry["catatan"]) ?? note
    if let node = entry["kartu"], let text = reader.text(node) {
      card = Placed(value: calendar.codes.intern(text), place: reader.place(of: node))
    }
    role = reader.text(entry["jabatan"]).map { calendar.codes.intern($0) } ?? role
    kind =
      reader.choice(entry["jenis"], of: Indicator.Kind.self) ?? kind
    unit = reader.text(entry["satuan"]) ?? unit
    direction =
      reader.choice(entry["arah"], of: Indicator.Direction.self) ?? direction
    scale =
      reader.value(
        entry["skala"],
        orReport: { .unknownScale($0, nearest: nearestMatch(to: $0, among: scales.map(\.name))) },
        { name in scales.first { $0.name == name } }) ?? scale
    if let node = entry["komponen"] {
      components = reader.items(node).compactMap { IndicatorDraft.component($0, &reader) }
    }
    applyTarget(entry, &reader)
    applySource(entry, calendar, &reader)
    for key in ["kartu", "nama", "jenis", "satuan"] where isMissing(key) {
      _ = reader.required(key, in: entry)
    }
    // One that is stated and cannot be read was told already.
    let isStated = IndicatorDraft.sourceKeys.contains { entry[$0] != nil }
    if source == nil, sameAs == nil, !isStated {
      reader.report(.noIndicatorSource, at: entry.place)
    }
  }

  private static let sourceKeys = ["hitung", "gabungan", "sama_dengan", "survei"]

  private func isMissing(_ key: String) -> Bool {
    switch key {
    case "kartu": card == nil
    case "nama": wording.name == nil
    case "jenis": kind == nil
    default: unit == nil
    }
  }

  /// A target for every year, or targets of single years beside it.
  private mutating func applyTarget(_ entry: YAMLFields, _ reader: inout YAMLReader) {
    let own = entry["target"].map { targets($0, &reader) } ?? IndicatorTarget()
    target = target.overlaid(by: own)
    // Those that stay of lower layers, where this one makes a count of the indicator.
    if let node = entry["jenis"], kind == .count, own.fraction == nil,
      let fraction = target.fraction
    {
      reader.report(.targetNotWhole(fraction), at: node)
    }
    // The same, where it is the scale or the kind that does not fit them any more.
    if kind == .index, let scale, let node = entry["skala"] ?? entry["jenis"],
      entry["target"] == nil, let outside = target.all.first(where: { !scale.range.contains($0) })
    {
      reader.report(.targetOutsideScale(outside, scale: scale.name, scale.range), at: node)
    }
  }

  private func targets(_ node: Node, _ reader: inout YAMLReader) -> IndicatorTarget {
    guard let pairs = node.pairs else {
      return IndicatorTarget(everyYear: target(node, &reader))
    }
    var byYear: [Int: Int] = [:]
    for (key, value) in pairs {
      let year = reader.integer(key, in: CivilDate.years)
      let hundredths = target(value, &reader)
      if let year, let hundredths { byYear[year] = hundredths }
    }
    return IndicatorTarget(byYear: byYear)
  }

  private func target(_ node: Node, _ reader: inout YAMLReader) -> Int? {
    guard let hundredths = reader.hundredths(node) else { return nil }
    if kind == .count, hundredths % 100 != 0 {
      reader.report(.targetNotWhole(node.string ?? ""), at: node)
    }
    if kind == .index, let scale, !scale.range.contains(hundredths) {
      reader.report(.targetOutsideScale(hundredths, scale: scale.name, scale.range), at: node)
    }
    return hundredths
  }

  private static func component(
    _ node: Node, _ reader: inout YAMLReader
  ) -> Indicator.Component? {
    guard let fields = reader.fields(node, keys: ["nama", "maksimum"]) else { return nil }
    let name = reader.text(reader.required("nama", in: fields))
    let maximum = reader.hundredths(reader.required("maksimum", in: fields))
    guard let name, let maximum else { return nil }
    return Indicator.Component(name: name, maximumHundredths: maximum)
  }

  // MARK: - Where values come from

  private mutating func applySource(
    _ entry: YAMLFields, _ calendar: ReportCalendar, _ reader: inout YAMLReader
  ) {
    let given = ["hitung", "gabungan", "sama_dengan"].filter { entry[$0] != nil }
    if given.count > 1, let second = entry[given[1]] {
      reader.report(.twoIndicatorSources(given), at: second)
      return
    }
    if let node = entry["survei"], let key = given.first, key != "gabungan" {
      reader.report(.keyNotOfTerm("survei", term: key), at: node)
    }
    if let node = entry["sama_dengan"] {
      sameAs = reader.text(node).map { Placed(value: $0, place: reader.place(of: node)) }
      source = nil
    } else if let node = entry["hitung"] {
      guard let (first, others) = reader.readings(node, calendar) else { return }
      source = .documents(first, alternatives: others)
      sameAs = nil
    } else if let node = entry["gabungan"] {
      let combination = reader.choice(node, of: Indicator.Combination.self)
      guard let combination else { return }
      if let result = entry["survei"].flatMap({ surveyResult($0, &reader) }) ?? priorSurvey {
        source = .survey(result, combination)
      } else {
        source = .measurement(combination)
      }
      sameAs = nil
    } else if let node = entry["survei"] {
      reader.report(.surveyWithoutCombination, at: node)
    }
    checkKind(entry, &reader)
    checkScale(entry, &reader)
  }

  /// Whether the merged kind and the merged source fit, whichever of the two a layer changes.
  private func checkKind(_ entry: YAMLFields, _ reader: inout YAMLReader) {
    guard let kind, let node = entry["hitung"] ?? entry["gabungan"] ?? entry["jenis"] else {
      return
    }
    switch source {
    case .documents(let first, let others):
      for reading in [first] + others where kind == .percent && reading.denominator == nil {
        reader.report(.percentWithoutDenominator, at: node)
      }
      if kind == .index { reader.report(.indexFromDocuments, at: node) }
      // A target is a share already where the kind is one.
      let isOfTarget = ([first] + others).contains { reading in
        (reading.numerator + (reading.denominator ?? [])).contains(.target)
      }
      if kind == .percent, isOfTarget { reader.report(.targetOfShare, at: node) }
    case .measurement(.sum) where kind == .index: reader.report(.sumOfIndices, at: node)
    case .survey(let result, let combination):
      if kind == .index, combination == .sum { reader.report(.sumOfIndices, at: node) }
      let isOfServices = result != .index
      if (kind == .index) == isOfServices {
        reader.report(
          .surveyKind(isOfServices ? .percent : .index), at: entry["survei"] ?? node)
      }
    case .measurement, .sameAs, nil: break
    }
  }

  /// Whether the merged scale is one of a survey and has the class that the merged survey asks for.
  private func checkScale(_ entry: YAMLFields, _ reader: inout YAMLReader) {
    guard case .survey(let result, _)? = source, let scale,
      let node = entry["skala"] ?? entry["survei"]
    else { return }
    if scale.elements.isEmpty {
      reader.report(.scaleWithoutElements(scale.name), at: node)
    } else if case .servicesOfClass(let letters) = result, entry["survei"] == nil {
      checkClass(letters, at: node, &reader)
    }
  }

  /// Whether the scale has a class with some letters; a fault where it has not.
  @discardableResult
  private func checkClass(
    _ letters: String, at node: Node, _ reader: inout YAMLReader
  ) -> Bool {
    let known = scale?.grades.map(\.letters) ?? []
    if known.contains(letters) { return true }
    reader.report(
      .notAChoice(letters, known, nearest: nearestMatch(to: letters, among: known)), at: node)
    return false
  }

  private var priorSurvey: Indicator.SurveyResult? {
    if case .survey(let result, _)? = source { result } else { nil }
  }

  private func surveyResult(
    _ node: Node, _ reader: inout YAMLReader
  ) -> Indicator.SurveyResult? {
    guard let fields = reader.fields(node, keys: ["hasil", "minimal"]) else { return nil }
    let isOfServices = reader.choice(
      reader.required("hasil", in: fields), ["indeks": false, "layanan": true])
    guard let isOfServices else { return nil }
    guard isOfServices else { return .index }
    guard let minimum = reader.required("minimal", in: fields), let text = reader.text(minimum)
    else { return nil }
    if text.contains(where: \.isNumber) {
      return reader.hundredths(minimum).map { .servicesAtLeast(hundredths: $0) }
    }
    return checkClass(text, at: minimum, &reader) ? .servicesOfClass(text) : nil
  }

  // MARK: - The merged indicator

  /// The merged indicator; `nil` where something that it needs is missing, which was told before.
  ///
  /// - Parameters:
  ///   - codes: The codes, to which its own is added.
  ///   - same: The indicator whose number stands here, where it is another one's.
  /// - Returns: The indicator.
  func indicator(_ codes: inout CodeTable, same: Code?) -> Indicator? {
    guard let wording = wording.merged, let card, let kind, let unit,
      let source = same.map({ Indicator.Source.sameAs($0) }) ?? source
    else { return nil }
    return Indicator(
      code: codes.intern(label), label: label, card: card.value, role: role,
      wording: wording,
      kind: kind, unit: unit, direction: direction, target: target, source: source, scale: scale,
      components: components, reading: reading, note: note, place: place, changes: changes)
  }
}
