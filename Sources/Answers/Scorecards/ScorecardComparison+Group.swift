public import Compliance
public import ComplianceModel

extension ScorecardComparison {
  /// An indicator in one year.
  public struct Value: Sendable {
    /// The year.
    public let year: Int
    /// The indicator as it stands in it.
    public let entry: Scorecard.Entry
    /// Whether there can be data: documents are not there, rather than missing, before the office was
    /// watched.
    public let isWatched: Bool

    /// What it came to; `nil` where there can be no data.
    public var figure: IndicatorFigure? { isWatched ? entry.figure : nil }

    /// The value over the target; `nil` where there can be no data.
    public var achievement: Ratio? { isWatched ? entry.achievement : nil }
  }

  /// The indicator of one register of one office over the years.
  public struct Line: Sendable {
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// The code, as the register spells it.
    public let label: String
    /// The name of the register.
    public let register: String
    /// The values by year.
    public fileprivate(set) var values: [Int: Value]
  }

  /// Indicators that are compared with each other.
  public struct Group: Sendable {
    /// The name that was found first.
    public let name: String
    /// Their codes in small letters.
    public private(set) var labels: Set<String> = []
    /// A line for each office and register, in the order in which they are found.
    public private(set) var lines: [Line] = []

    /// A group without lines.
    init(name: String) { self.name = name }

    /// Whether an indicator shares a code or the name.
    func holds(_ indicator: Indicator) -> Bool {
      labels.contains(indicator.label.lowercased())
        || Group.folded(indicator.wording.name) == Group.folded(name)
    }

    /// Names are compared without regard to case and blanks: offices copy them from each other.
    private static func folded(_ name: String) -> String {
      String(name.lowercased().filter { !$0.isWhitespace })
    }

    mutating func add(_ value: Value, _ kecamatan: Kecamatan, _ register: String) {
      let label = value.entry.indicator.label
      labels.insert(label.lowercased())
      let place = lines.firstIndex {
        $0.kecamatan.code == kecamatan.code && $0.label == label && $0.register == register
      }
      if let place {
        lines[place].values[value.year] = value
      } else {
        lines.append(
          Line(
            kecamatan: kecamatan, label: label, register: register, values: [value.year: value]))
      }
    }
  }
}

extension ScorecardComparison {
  /// The table of a group: a line with its values over the years.
  public var lineColumns: [Column<Line>] {
    ScorecardComparison.ownerColumns
      + years.map { year in
        Column<Line>(key: "\(year)", heading: "\(year)") { Cell($0.values[year]?.figure?.value) }
      }
  }

  /// What a table says of a line beside its values.
  private static let ownerColumns: [Column<Line>] = [
    Column(key: "kode", heading: "Kode") { .text($0.label) },
    Column(key: "unit", heading: "Kecamatan") {
      .coded($0.kecamatan.code.description, label: $0.kecamatan.unit.name)
    },
    Column(key: "register", heading: "Register") { .text($0.register) },
  ]

  /// The table of the values of a line, by year.
  public func valueColumns(of line: Line) -> [Column<Value>] {
    let owner = ScorecardComparison.ownerColumns.map { column in
      Column<Value>(key: column.key, heading: column.heading) { _ in column.cell(line) }
    }
    let values: [Column<Value>] = [
      Column(key: "tahun", heading: "Tahun") { .count($0.year) },
      Column(key: "target", heading: "Target") { Cell($0.entry.targetValue) },
      Column(key: "capaian", heading: "Capaian") { Cell($0.achievement) },
    ]
    return owner + values + Column<Value>.figures(of: { $0.figure })
  }

  /// The values of a line in the order of the years.
  public func values(of line: Line) -> [Value] { years.compactMap { line.values[$0] } }
}
