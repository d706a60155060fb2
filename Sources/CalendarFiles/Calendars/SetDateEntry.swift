public import CivilCalendar
public import ComplianceModel

/// A date that a letter sets, as it is written into a calendar file.
public struct SetDateEntry: Hashable, Sendable {
  /// The code of the report.
  public let report: String
  /// The covered period.
  public let period: Period
  /// The unit that it is for; `nil` for all that owe the report.
  public let unit: RegionCode?
  /// The due date.
  public let date: CivilDate
  /// The letter.
  public let letter: String

  /// Creates an entry.
  public init(
    report: String, period: Period, unit: RegionCode?, date: CivilDate, letter: String
  ) {
    self.report = report
    self.period = period
    self.unit = unit
    self.date = date
    self.letter = letter
  }

  /// The keys and values, as they are read back.
  var pairs: [(key: String, value: String)] {
    [
      ("laporan", report), ("periode", period.description), ("tanggal", date.description),
      ("surat", letter),
    ] + (unit.map { [("unit", $0.description)] } ?? [])
  }

  /// The lines of the entry in a list.
  ///
  /// - Parameters:
  ///   - indent: Blanks in front of its dash.
  ///   - lineEnd: What ends a line.
  ///   - unitName: The name of its unit, which stands beside the code for people.
  /// - Returns: The bytes, the last line with its end.
  func lines(indent: Int, lineEnd: [UInt8], unitName: String?) -> [UInt8] {
    let blanks = String(repeating: " ", count: indent)
    var lines: [UInt8] = []
    for (index, (key, value)) in pairs.enumerated() {
      var line = "\(blanks)\(index == 0 ? "- " : "  ")\(key): \(WrittenValue.scalar(value))"
      if key == "unit", let unitName, !unitName.hasControlCharacter,
        !unitName.contains(where: \.isNewline)
      {
        line += "  # \(unitName)"
      }
      lines += Array(line.utf8) + lineEnd
    }
    return lines
  }
}
