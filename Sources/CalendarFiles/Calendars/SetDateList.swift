internal import CivilCalendar
internal import ComplianceModel

/// The dates that letters set (`ditetapkan`), while the layers are being read.
struct SetDateList {
  static let keys = ["laporan", "periode", "tanggal", "surat", "unit"]

  private struct Entry {
    let report: Code
    let layer: Int
    let date: SetDate
    /// Where its values stand, by key.
    let places: [String: SourcePlace]
  }

  /// What one date is for; two of one layer contradict each other.
  private struct Key: Hashable {
    let report: Code
    let layer: Int
    let period: Period
    let unit: RegionCode?
  }

  private var entries: [Entry] = []
  private var seen: [Key: SourcePlace] = [:]

  /// The reports that are named, with the places.
  var named: [(code: Code, place: SourcePlace)] {
    entries.map { ($0.report, $0.places["laporan"] ?? $0.date.place) }
  }

  /// Reads one entry.
  mutating func add(
    _ node: Node, layer: Int, _ codes: inout EventCodes, _ reader: inout YAMLReader
  ) {
    guard let fields = reader.fields(node, keys: SetDateList.keys) else { return }
    let code = reader.text(reader.required("laporan", in: fields))
    let period = reader.period(reader.required("periode", in: fields))
    let date = reader.date(reader.required("tanggal", in: fields))
    let letter = reader.text(reader.required("surat", in: fields))
    let unit = reader.region(fields["unit"])
    guard let code, let period, let date, let letter, unit != nil || fields["unit"] == nil else {
      return
    }
    let set = SetDate(
      period: period, date: date, unit: unit, letter: letter, place: reader.place(of: node))
    let report = codes.table.intern(code)
    let key = Key(report: report, layer: layer, period: period, unit: unit)
    if let other = seen[key] {
      let name = other.file == reader.file ? "baris " : "\(other.file):"
      reader.report(.repeatedSetDate(code, "\(period)", other: "\(name)\(other.line)"), at: node)
      return
    }
    seen[key] = set.place
    let places = SetDateList.keys.compactMap { key in
      fields[key].map { (key, reader.place(of: $0)) }
    }
    entries.append(
      Entry(
        report: report, layer: layer, date: set,
        places: Dictionary(places, uniquingKeysWith: { first, _ in first })))
  }

  /// The reports with the dates that are set for them, after the checks that need whole reports.
  ///
  /// - Parameters:
  ///   - reports: The merged reports.
  ///   - codes: The codes of the reports.
  ///   - findings: Gets what is wrong with the dates.
  /// - Returns: The reports, in the same order.
  func applied(
    to reports: [Report], _ codes: CodeTable, _ findings: inout [Finding]
  ) -> [Report] {
    guard !entries.isEmpty else { return reports }
    let byReport = Dictionary(grouping: entries, by: \.report)
    return reports.map { report in
      guard let entries = byReport[report.code] else { return report }
      for entry in entries { check(entry, report, codes[report.code], &findings) }
      return report.with(setDates: entries.sorted(by: SetDateList.precedes).map(\.date))
    }
  }

  /// The office's own goes before that of a kabupaten, that of one desa before that of all.
  private static func precedes(_ first: Entry, _ second: Entry) -> Bool {
    func reach(_ entry: Entry) -> Int { entry.date.unit.map { Int($0.level.rawValue) + 1 } ?? 0 }
    return (first.layer, reach(first)) > (second.layer, reach(second))
  }

  private func check(
    _ entry: Entry, _ report: Report, _ code: String, _ findings: inout [Finding]
  ) {
    func fault(_ sentence: CalendarSentence, at key: String) {
      let place = entry.places[key] ?? entry.date.place
      findings.append(Finding(sentence.problem, at: place, sentence.what, fix: sentence.remedy))
    }
    let set = entry.date
    guard report.perEvent == nil, !report.isCountOnly else {
      return fault(.noDateToSet(code), at: "laporan")
    }
    guard set.period.length == report.length, report.ordinals.contains(set.period.ordinal) else {
      let examples = report.ordinals.sorted().compactMap {
        Period(report.length, year: set.period.year, ordinal: $0)
      }
      return fault(
        .periodNotOfReport(code, "\(set.period)", examples: examples.map(\.description)),
        at: "periode")
    }
    if let unit = set.unit, !report.concerns(unit) {
      fault(.unitNotOfReport("\(unit)", code), at: "unit")
    }
    // As far as the rules themselves can reach.
    if abs(set.date.year - set.period.year) > 3 {
      fault(.dateFarFromPeriod(set.date, "\(set.period)"), at: "tanggal")
    } else if report.nature == .account, set.date < set.period.firstDay {
      fault(.dateBeforePeriod(set.date, begins: set.period.firstDay), at: "tanggal")
    }
  }
}

extension Report {
  /// Whether a unit, or units that lie in it, can owe the report by its level.
  fileprivate func concerns(_ unit: RegionCode) -> Bool {
    level == .office ? unit.level <= .kecamatan : !unit.isKelurahan
  }
}
