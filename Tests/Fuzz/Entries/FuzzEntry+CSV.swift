internal import CalendarFiles
internal import ComplianceModel
internal import DurableFiles

extension FuzzEntry {
  private static let separators = Array(",;\t".utf8)

  /// The CSV reader and the table of regions; the first byte chooses the separator.
  ///
  /// - Parameter bytes: Anything.
  /// - Throws: ``Broken`` where a reader contradicts itself.
  public static func csv(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let separator = separators[Int(choice) % separators.count]
    try readCSV(Array(bytes.dropFirst()), separator: separator)
    try regionTable(Array(bytes.dropFirst()))
  }

  /// Reads all rows and faults, holds each against the bytes, and writes the rows and reads them
  /// again.
  ///
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func readCSV(_ bytes: [UInt8], separator: UInt8) throws {
    var reader = CSVReader(bytes, separator: separator)
    var fields: [CSVReader.Field] = []
    var end = 0
    var line = 0
    var writer = CSVWriter(separator: separator)
    var contents: [[[UInt8]]] = []
    for turn in 0... {
      try hold(turn <= bytes.count { $0 == UInt8(ascii: "\n") } + 1, "more rows than lines")
      do {
        guard let row = try reader.next(&fields) else { break }
        try holdRow(row, fields, in: bytes, after: end, line)
        (end, line) = (row.range.upperBound, row.line)
        let content = fields.map { Array(reader.content($0)) }
        contents.append(content)
        for field in content { writer.field(bytes: field) }
        writer.endRow()
        _ = fields.map { reader.text($0) }
      } catch let fault as CSVFault {
        try hold(bytes.indices.contains(fault.offset), "a fault outside the bytes")
        let before = bytes[..<fault.offset].count { $0 == UInt8(ascii: "\n") }
        try hold(fault.line == before + 1, "a fault on line \(fault.line), not \(before + 1)")
        try hold(fault.column == reader.column(of: fault.offset), "a fault in another column")
        line = fault.line
      }
    }
    try holdRoundTrip(writer.bytes, contents, separator: separator)
  }

  private static func holdRow(
    _ row: CSVReader.Row, _ fields: [CSVReader.Field], in bytes: [UInt8], after end: Int,
    _ line: Int
  ) throws(Broken) {
    try hold(row.range.lowerBound >= end, "rows overlap")
    try hold(row.range.upperBound <= bytes.count, "a row outside the bytes")
    let before = bytes[..<row.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    try hold(row.line == before + 1, "a row on line \(row.line), not \(before + 1)")
    try hold(row.line > line, "a line that was read twice")
    try hold(!fields.isEmpty, "a row without fields")
    var start = row.range.lowerBound
    for field in fields {
      try hold(
        field.range.lowerBound >= start && field.range.upperBound <= row.range.upperBound,
        "a field outside its row")
      start = field.range.upperBound
    }
  }

  /// What the writer makes of fields, the reader gives back.
  private static func holdRoundTrip(
    _ bytes: [UInt8], _ contents: [[[UInt8]]], separator: UInt8
  ) throws {
    var reader = CSVReader(bytes, separator: separator)
    var fields: [CSVReader.Field] = []
    for content in contents {
      guard try reader.next(&fields) != nil else { throw Broken(description: "a row is lost") }
      try hold(
        fields.map { Array(reader.content($0)) } == content, "a row came back as another one")
    }
    let surplus = try reader.next(&fields)
    try hold(surplus == nil, "a row too many")
  }

  /// The table of regions: findings lie in the file, and a table comes out only without any.
  ///
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func regionTable(_ bytes: [UInt8]) throws {
    let (table, findings) = RegionTable.read(bytes, file: "wilayah.csv")
    try hold((table == nil) == !findings.isEmpty, "a table beside its faults")
    try holdPlaces(findings, in: bytes)
    guard let table else { return }
    for kecamatan in table.kecamatan() {
      try hold(
        table[kecamatan.unit.code]?.name == kecamatan.unit.name,
        "a kecamatan that is not in the table")
    }
  }
}
