internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// One obligation or document that an indicator looked at: counted or left out, and why.
struct CountedLine {
  let report: String
  let unit: String
  let unitCode: RegionCode
  var isInNumerator: Bool
  var isInDenominator: Bool
  /// The rows that decide.
  let rows: [String]
  let reason: String
  let style: Style

  /// All that a reading looked at, each once, in the order of the formula.
  static func lines(
    of count: ReadingCount, _ calendar: ReportCalendar, _ kecamatan: Kecamatan
  ) -> [CountedLine] {
    var lines: [CountedLine] = []
    var places: [CountedItem.Key: Int] = [:]
    func add(_ terms: [TermCount], isNumerator: Bool) {
      for term in terms {
        // What is taken off a number is looked at and not counted.
        let items = term.counted.map { ($0, true) } + term.leftOut.map { ($0, false) }
        for (item, isCounted) in items {
          for (key, line) in self.lines(of: item, calendar, kecamatan) {
            let index = places[key] ?? lines.count
            if places[key] == nil {
              places[key] = index
              lines.append(line)
            }
            if isCounted, isNumerator { lines[index].isInNumerator = true }
            if isCounted, !isNumerator { lines[index].isInDenominator = true }
          }
        }
      }
    }
    add(count.numerator, isNumerator: true)
    add(count.denominator ?? [], isNumerator: false)
    markFixedDenominators(count, &lines, places)
    return lines
  }

  /// A number for each desa stands for documents: those that are not taken off are in it.
  private static func markFixedDenominators(
    _ count: ReadingCount, _ lines: inout [CountedLine], _ places: [CountedItem.Key: Int]
  ) {
    for term in count.denominator ?? [] {
      guard case .perVillage(_, let reports) = term.term else { continue }
      let without = Set(term.leftOut.flatMap(\.keys))
      for (key, index) in places {
        guard case .document(_, let report) = key, reports.contains(report) else { continue }
        lines[index].isInDenominator = !without.contains(key)
      }
    }
  }

  private static func lines(
    of item: CountedItem, _ calendar: ReportCalendar, _ kecamatan: Kecamatan
  ) -> [(CountedItem.Key, CountedLine)] {
    let lines =
      switch item {
      case .obligation(let assessment): [CountedLine(assessment, calendar, kecamatan)]
      case .document(let village, let document):
        [CountedLine(document, village, calendar, kecamatan)]
      case .village(let village, let documents):
        documents.map { CountedLine($0, village, calendar, kecamatan) }
      }
    return Array(zip(item.keys, lines))
  }

  private init(_ assessment: Assessment, _ calendar: ReportCalendar, _ kecamatan: Kecamatan) {
    let id = assessment.obligation.id
    report = "\(calendar.codes[id.report]) \(id.period)"
    unit = kecamatan.label(of: id.unit)
    unitCode = id.unit
    isInNumerator = false
    isInDenominator = false
    rows = assessment.decidingRows
    reason = assessment.reason(calendar)
    style = Words.style(assessment.status)
  }

  private init(
    _ document: VillageMatrix.Document, _ village: RegionCode, _ calendar: ReportCalendar,
    _ kecamatan: Kecamatan
  ) {
    let periods = document.parts.map(\.obligation.id.period.description)
    report = ([calendar.codes[document.report.code]] + periods).joined(separator: " ")
    unit = kecamatan.label(of: village)
    unitCode = village
    isInNumerator = false
    isInDenominator = false
    rows = document.parts.flatMap(\.decidingRows)
    reason = CountedLine.reason(document, calendar)
    style = Words.style(document.status)
  }

  private static func reason(
    _ document: VillageMatrix.Document, _ calendar: ReportCalendar
  ) -> String {
    let asked = document.parts.filter { $0.status != .exempt }
    if let end = document.inForceThrough {
      return "masih berlaku sampai \(end.indonesian)"
    }
    guard document.parts.count > 1 else {
      guard let only = document.parts.first else { return "belum ada" }
      if only.status.isIn, !document.isPresent { return "sudah tidak berlaku" }
      return only.reason(calendar)
    }
    let present = asked.count { $0.status.isIn }
    guard !asked.isEmpty else { return Words.status(.exempt) }
    let whole = "\(present) dari \(asked.count) bagian sudah masuk"
    let details = document.parts.map { part in
      "\(part.obligation.id.period): \(part.reason(calendar))"
    }
    return "\(whole) (\(details.joined(separator: "; ")))"
  }
}

extension Assessment {
  /// The rows that give the obligation its status.
  fileprivate var decidingRows: [String] {
    [standing.exemption, deciding, standing.openReturn].compactMap { $0?.row.text }
  }

  /// Why it is counted or left out.
  fileprivate func reason(_ calendar: ReportCalendar) -> String {
    let lateEntry = isLateEntry ? ", susulan" : ""
    switch status {
    case .exempt: return "dibebaskan, di luar hitungan"
    case .onTime: return "tepat waktu\(lateEntry)"
    case .late: return "terlambat \(daysLate) hari\(lateEntry)"
    case .submitted: return "disampaikan, tanpa tenggat\(lateEntry)"
    case .overdue, .dueSoon, .waiting: break
    }
    if let returned = standing.openReturn {
      return "dikembalikan \(returned.date.indonesian), belum diserahkan lagi"
    }
    if status == .overdue { return "lewat \(daysLate) hari" }
    if isGated { return "menunggu pendahulunya" }
    guard let due else { return "belum ada, tanpa tenggat" }
    return "belum jatuh tempo (\(due.indonesian))"
  }
}
