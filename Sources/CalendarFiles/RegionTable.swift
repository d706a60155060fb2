public import ComplianceModel
internal import DurableFiles

/// A table of regions, `kode,nama`: an office's `wilayah.csv`, or a table of the whole country.
public struct RegionTable: Sendable {
  /// The regions, in the order of their codes.
  public let units: [Unit]

  /// Creates a table of regions in any order.
  public init(_ units: [Unit]) { self.units = units.sorted { $0.code < $1.code } }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The text of the file: UTF-8, with or without a byte order mark.
  ///   - file: The file as it is named to the user.
  /// - Returns: The table, `nil` where it cannot be relied on, and every fault found.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (table: RegionTable?, findings: [Finding]) {
    var findings: [Finding] = []
    func report(_ sentence: CalendarSentence, line: Int, column: Int = 1) {
      let place = SourcePlace(file: file, line: line, column: column)
      findings.append(Finding(at: place, sentence.what, fix: sentence.remedy))
    }
    let mark = CSVReader.byteOrderMark
    var reader = CSVReader(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
    var fields: [CSVReader.Field] = []
    var units: [Unit] = []
    var lines: [RegionCode: Int] = [:]
    var isHeader = true
    var isAtEnd = false
    while !isAtEnd {
      do {
        guard let row = try reader.next(&fields) else {
          isAtEnd = true
          continue
        }
        let values = fields.map { reader.content($0) }
        if isHeader {
          isHeader = false
          guard values.map({ String(decoding: $0, as: UTF8.self) }) == ["kode", "nama"] else {
            report(.regionHeader, line: row.line)
            return (nil, findings)
          }
          continue
        }
        guard values.count == 2, let code = RegionCode(written: values[0]),
          let name = String(validating: values[1], as: UTF8.self)
        else {
          report(.regionRow, line: row.line)
          continue
        }
        if name.allSatisfy({ $0 == " " }) { report(.regionNameEmpty("\(code)"), line: row.line) }
        if name.hasControlCharacter { report(.controlCharacter, line: row.line) }
        if let line = lines.updateValue(row.line, forKey: code) {
          report(.regionRepeated("\(code)", line: line), line: row.line)
        }
        units.append(Unit(code: code, name: name))
      } catch {
        report(.regionRow, line: error.line, column: error.column)
      }
    }
    if isHeader { report(.regionHeader, line: 1) }
    return findings.isEmpty ? (RegionTable(units), []) : (nil, findings)
  }

  /// The unit with a code; `nil` where the table does not have it.
  public subscript(code: RegionCode) -> Unit? {
    let index = firstIndex(notBefore: code)
    return index < units.count && units[index].code == code ? units[index] : nil
  }

  /// The kecamatan of the table, by code.
  public var kecamatan: [Kecamatan] {
    units.filter { $0.code.level == .kecamatan }.compactMap { kecamatan($0.code) }
  }

  /// A kecamatan with the regions around it and the villages in it; `nil` where the table does not
  /// have it.
  public func kecamatan(_ code: RegionCode) -> Kecamatan? {
    guard code.level == .kecamatan, let unit = self[code] else { return nil }
    let members = units[firstIndex(notBefore: code)...].prefix { code.contains($0.code) }
    return Kecamatan(
      province: self[code.province], regency: self[code.regency], unit: unit,
      members: members.filter { $0.code != code })
  }

  private func firstIndex(notBefore code: RegionCode) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
