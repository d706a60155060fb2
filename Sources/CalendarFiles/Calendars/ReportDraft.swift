internal import CivilCalendar
internal import ComplianceModel

/// A report while the layers that speak of it are being read.
struct ReportDraft {
  static let keys = [
    "kode", "nama", "alias", "kata_berkas", "tingkat", "sifat", "periode", "geser_tahun",
    "penanggung_jawab",
    "kepada", "catatan", "wajib", "unit", "aturan", "latar", "menunggu", "tiap_kejadian",
    "masa_berlaku", "dihitung", "segera_hari",
  ]

  private struct LayeredRule {
    let layer: Int
    let rule: DeadlineRule
    let statedQuarter: (number: Int, place: SourcePlace)?
  }

  let code: Code
  let place: SourcePlace
  var isOwed = false
  /// The gates that the entry read last brought.
  private(set) var newGates: [Gate] = []
  private var name: String?
  private var aliases: [String] = []
  private var fileWords: [String] = []
  private var level: Report.Level?
  private var nature: Report.Nature?
  private var length: Period.Length?
  private var yearOffset = 0
  private var responsible: Code?
  private var recipient: String?
  private var note: String?
  private var units: Set<RegionCode>?
  private var rules: [LayeredRule] = []
  /// Whether a rule was written, be it one with a fault of its own.
  private var hasRule = false
  private var background: [BackgroundDate] = []
  private var gates: [Gate] = []
  private var perEvent: Code?
  private var term: TermInForce?
  private var deciding: DecidingSubmission?
  private var leadDays: Int?

  init(code: Code, place: SourcePlace) {
    self.code = code
    self.place = place
  }

  /// Whether an entry says enough to define a report that no lower layer knows.
  static func definesReport(_ entry: YAMLFields) -> Bool {
    ["nama", "tingkat", "periode"].contains { entry[$0] != nil }
  }

  /// Applies one entry on top of what the lower layers said.
  mutating func apply(
    _ entry: YAMLFields, layer: Int, _ codes: inout EventCodes, _ reader: inout YAMLReader
  ) {
    newGates = []
    applyWords(entry, &codes, &reader)
    if level == nil { level = required("tingkat", entry, &reader) }
    if name == nil { name = required("nama", entry, &reader) }
    if nature == nil { nature = required("sifat", entry, &reader) }
    if responsible == nil { responsible = required("penanggung_jawab", entry, &reader) }
    guard let length = self.length ?? required("periode", entry, &reader) else { return }
    for item in reader.items(entry["aturan"]) {
      hasRule = true
      guard let (rule, quarter) = reader.rule(item, &codes, length: length) else { continue }
      rules.append(LayeredRule(layer: layer, rule: rule, statedQuarter: quarter))
    }
    if entry["latar"] != nil {
      background = reader.items(entry["latar"]).compactMap { reader.background($0, &codes) }
    }
    if entry["menunggu"] != nil {
      newGates = reader.items(entry["menunggu"]).compactMap {
        gate($0, length: length, &codes, &reader)
      }
      gates = newGates
    }
  }

  /// Reports a missing key; the value is `nil` because the key was read before.
  private func required<Value>(
    _ key: String, _ entry: YAMLFields, _ reader: inout YAMLReader
  ) -> Value? {
    _ = reader.required(key, in: entry)
    return nil
  }

  private mutating func applyWords(
    _ entry: YAMLFields, _ codes: inout EventCodes, _ reader: inout YAMLReader
  ) {
    name = reader.text(entry["nama"]) ?? name
    if entry["alias"] != nil {
      aliases = reader.items(entry["alias"]).compactMap { reader.text($0) }
    }
    if entry["kata_berkas"] != nil {
      fileWords = reader.items(entry["kata_berkas"]).compactMap { reader.text($0) }
    }
    level =
      reader.choice(entry["tingkat"], of: Report.Level.self) ?? level
    nature =
      reader.choice(entry["sifat"], of: Report.Nature.self) ?? nature
    length =
      reader.choice(
        entry["periode"],
        [
          "tahun": Period.Length.year, "semester": .semester, "triwulan": .quarter, "bulan": .month,
        ]) ?? length
    yearOffset = reader.integer(entry["geser_tahun"], in: -3...3) ?? yearOffset
    responsible =
      reader.text(entry["penanggung_jawab"]).map { codes.table.intern($0) } ?? responsible
    recipient = reader.text(entry["kepada"]) ?? recipient
    note = reader.text(entry["catatan"]) ?? note
    if entry["unit"] != nil {
      units = Set(reader.items(entry["unit"]).compactMap { reader.region($0) })
    }
    if let node = entry["tiap_kejadian"], let event = reader.text(node) {
      perEvent = codes.intern(event, at: reader.place(of: node))
    }
    if let node = entry["masa_berlaku"] { term = reader.term(node, &codes) ?? term }
    deciding = reader.deciding(entry["dihitung"]) ?? deciding
    leadDays = reader.integer(entry["segera_hari"], in: 0...366) ?? leadDays
  }

  private func gate(
    _ node: Node, length: Period.Length, _ codes: inout EventCodes, _ reader: inout YAMLReader
  ) -> Gate? {
    guard let fields = reader.fields(node, keys: ["untuk", "laporan", "periode"]) else {
      return nil
    }
    let ordinals = reader.ordinals(fields["untuk"], of: length)
    let report = reader.text(reader.required("laporan", in: fields))
    let relation = reader.choice(
      reader.required("periode", in: fields), of: Gate.Relation.self)
    guard let report, let relation else { return nil }
    return Gate(ordinals: ordinals, report: codes.table.intern(report), relation: relation)
  }

  /// The merged report, after the checks that need all of its rules.
  func report(_ codes: CodeTable, _ findings: inout [Finding]) -> Report? {
    guard let name, let level, let nature, let length, let responsible else { return nil }
    func fault(_ sentence: CalendarSentence, at place: SourcePlace) {
      findings.append(Finding(sentence.problem, at: place, sentence.what, fix: sentence.remedy))
    }
    let code = codes[self.code]
    if isOwed, !hasRule { fault(.noRule(code), at: place) }
    for (index, later) in rules.enumerated() {
      for earlier in rules[..<index] where ReportDraft.collide(earlier, later) {
        let other = earlier.rule.place
        let name = other.file == later.rule.place.file ? "baris " : "\(other.file):"
        fault(.twoRulesInForce(code, other: "\(name)\(other.line)"), at: later.rule.place)
      }
      if let quarter = later.statedQuarter,
        let actual = ReportDraft.contradiction(later.rule, quarter.number, length: length)
      {
        fault(.quarterContradicts(stated: quarter.number, due: actual), at: quarter.place)
      }
    }
    let layers = Dictionary(grouping: rules, by: \.layer)
      .sorted { $0.key > $1.key }
      .map { $0.value.map(\.rule) }
    return Report(
      code: self.code, name: name, aliases: aliases, fileWords: fileWords, level: level,
      nature: nature, length: length, yearOffset: yearOffset, responsible: responsible,
      recipient: recipient, note: note,
      isOwed: isOwed, units: units, layers: layers, background: background, gates: gates,
      perEvent: perEvent, term: term, deciding: deciding, leadDays: leadDays)
  }

  /// Whether two versions of one layer would both hold on some day.
  private static func collide(_ first: LayeredRule, _ second: LayeredRule) -> Bool {
    guard first.layer == second.layer, first.rule.validity.overlaps(second.rule.validity) else {
      return false
    }
    guard let left = first.rule.ordinals, let right = second.rule.ordinals else { return true }
    return !left.isDisjoint(with: right)
  }

  private static let weekendsAlone = WorkingDayCalendar(weeks: []) {
    (2022...2029).contains($0) ? [] : nil
  }
  private static let noDays = WorkingDayCalendar(weeks: []) { _ in nil }

  /// A due date of a rule that lies outside the quarter the rule states; `nil` where none does.
  ///
  /// A common and a leap year are tried. Working days are counted over weekends alone, which is
  /// near enough to tell one quarter from another.
  private static func contradiction(
    _ rule: DeadlineRule, _ quarter: Int, length: Period.Length
  ) -> CivilDate? {
    let needsDays = rule.shape.countsWorkingDays || rule.roll != .stay
    let plainWeek = needsDays ? weekendsAlone : noDays
    let unit = RegionCode("00.00.00")
    for year in [2025, 2026, 2027] {
      for ordinal in 1...length.perYear {
        guard let period = Period(length, year: year, ordinal: ordinal), rule.covers(period),
          let unit,
          let due = try? rule.due(for: period, unit: unit, event: nil, calendar: plainWeek)
        else { continue }
        if due.quarter.number != quarter { return due }
      }
    }
    return nil
  }
}
