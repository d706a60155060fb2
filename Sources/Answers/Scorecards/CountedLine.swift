public import CivilCalendar
public import Compliance
public import ComplianceModel

/// One obligation or document that an indicator looked at: counted or left out, and why.
public struct CountedLine: Sendable {
  /// What is counted once, however many terms look at it.
  public let key: CountedItem.Key
  /// The code of the report.
  public let report: String
  /// The covered periods: one of an obligation, one for each part of a document.
  public let periods: [Period]
  /// The unit that owes it.
  public let unit: RegionCode
  /// The name of the unit, made clear where two have it.
  public let unitLabel: String
  /// Whether it is counted above the line.
  public fileprivate(set) var isInNumerator = false
  /// Whether it is counted below the line.
  public fileprivate(set) var isInDenominator = false
  /// The rows that decide.
  public let rows: [LedgerEvent.RowID]
  /// Why it is counted or left out.
  public let reason: CountReason
  /// The status that it is shown with.
  public let status: Status

  /// The table of what an indicator looked at.
  public static let columns: [Column<CountedLine>] = [
    Column(key: "laporan", heading: "Laporan") { line in
      .text(([line.report] + line.periods.map(\.description)).joined(separator: " "))
    },
    Column(key: "unit", heading: "Unit") {
      .coded($0.unit.description, label: $0.unitLabel)
    },
    Column(key: "pembilang", heading: "Pembilang") { .flag($0.isInNumerator) },
    Column(key: "penyebut", heading: "Penyebut") { .flag($0.isInDenominator) },
    Column(key: "baris", heading: "Baris") { .list($0.rows.map { .text($0.text) }) },
    Column(key: "sebab", heading: "Sebab") { .reason($0.reason, $0.status) },
  ]
}

extension CountedLine {
  /// All that a reading looked at, each once, in the order of the formula.
  static func lines(
    of count: ReadingCount, _ calendar: ReportCalendar, _ kecamatan: Kecamatan
  ) -> [CountedLine] {
    var lines: [CountedLine] = []
    var places: [CountedItem.Key: Int] = [:]
    func add(_ terms: [TermCount], to side: WritableKeyPath<CountedLine, Bool>) {
      for term in terms {
        // What is taken off a number is looked at and not counted.
        let items = term.counted.map { ($0, true) } + term.leftOut.map { ($0, false) }
        for (item, isCounted) in items {
          for line in self.lines(of: item, calendar, kecamatan) {
            let index = places[line.key] ?? lines.count
            if index == lines.count {
              places[line.key] = index
              lines.append(line)
            }
            if isCounted { lines[index][keyPath: side] = true }
          }
        }
      }
    }
    add(count.numerator, to: \.isInNumerator)
    add(count.denominator ?? [], to: \.isInDenominator)
    markFixedDenominators(count, &lines)
    return lines
  }

  /// A number for each desa stands for documents: those that are not taken off are in it.
  private static func markFixedDenominators(_ count: ReadingCount, _ lines: inout [CountedLine]) {
    for term in count.denominator ?? [] {
      guard case .perVillage(_, let reports) = term.term else { continue }
      let without = Set(term.leftOut.flatMap(\.keys))
      for index in lines.indices {
        guard case .document(_, let report) = lines[index].key, reports.contains(report) else {
          continue
        }
        lines[index].isInDenominator = !without.contains(lines[index].key)
      }
    }
  }

  private static func lines(
    of item: CountedItem, _ calendar: ReportCalendar, _ kecamatan: Kecamatan
  ) -> [CountedLine] {
    switch item {
    case .obligation(let assessment): [CountedLine(assessment, calendar, kecamatan)]
    case .document(let village, let document):
      [CountedLine(document, village, calendar, kecamatan)]
    case .village(let village, let documents):
      documents.map { CountedLine($0, village, calendar, kecamatan) }
    }
  }

  private init(_ assessment: Assessment, _ calendar: ReportCalendar, _ kecamatan: Kecamatan) {
    let id = assessment.obligation.id
    key = .obligation(id)
    report = calendar.codes[id.report]
    periods = [id.period]
    unit = id.unit
    unitLabel = kecamatan.label(of: id.unit)
    rows = assessment.decidingRows
    reason = CountReason(assessment)
    status = assessment.status
  }

  private init(
    _ document: VillageMatrix.Document, _ village: RegionCode, _ calendar: ReportCalendar,
    _ kecamatan: Kecamatan
  ) {
    key = .document(village, document.report.code)
    report = calendar.codes[document.report.code]
    periods = document.parts.map(\.obligation.id.period)
    unit = village
    unitLabel = kecamatan.label(of: village)
    rows = document.parts.flatMap(\.decidingRows)
    reason = CountReason(document)
    status = document.status
  }
}

extension Assessment {
  /// The rows that give the obligation its status.
  fileprivate var decidingRows: [LedgerEvent.RowID] {
    [standing.exemption, deciding, standing.openReturn].compactMap { $0?.row }
  }
}
