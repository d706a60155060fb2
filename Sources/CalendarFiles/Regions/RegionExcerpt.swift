public import ComplianceModel
internal import Glibc

/// The rows of a table of regions that a question about some units needs: theirs, and those of the regions around
/// them.
///
/// To read the 91,000 rows of the country costs forty times what a question about one kecamatan does (1,380 million
/// instructions beside 30); to pass over those of others, a fraction of it.
public struct RegionExcerpt: Sendable {
  /// The text of the rows, with that of the heading.
  public let bytes: [UInt8]
  /// Whether the table has kecamatan that are left out.
  public let leavesOutKecamatan: Bool

  /// The heading of a table whose rows can be told apart by their first bytes.
  private static let heading = Array("kode,nama\n".utf8)

  /// Picks rows out of a table as `mulai` writes it; `nil` for a table of any other form, which has to be read as a
  /// whole: with other columns, codes that are written otherwise, rows of several lines, rows that say nothing.
  ///
  /// - Parameters:
  ///   - table: The text of the table.
  ///   - units: The units that the question is about.
  public init?(of table: [UInt8], around units: [RegionCode]) {
    guard table.starts(with: RegionExcerpt.heading) else { return nil }
    var ranges: [Range<Int>] = []
    var leavesOut = false
    let isPlain = table.withUnsafeBytes { text in
      let rows = Rows(text, near: units)
      var begin = RegionExcerpt.heading.count
      while begin < text.count {
        let end = rows.end(from: begin)
        guard let row = rows.row(begin..<end) else { return false }
        switch row {
        case .near(let code)
        where units.contains(where: { $0.kecamatan.contains(code) || code.contains($0) }):
          ranges.append(begin..<min(end + 1, text.count))
        case .near(let code): leavesOut = leavesOut || code.level == .kecamatan
        case .far(let isKecamatan): leavesOut = leavesOut || isKecamatan
        }
        begin = end + 1
      }
      return true
    }
    guard isPlain else { return nil }
    bytes = RegionExcerpt.heading + ranges.flatMap { table[$0] }
    leavesOutKecamatan = leavesOut
  }
}

/// The rows of a table, told apart without looking at most of their bytes.
private struct Rows {
  /// Where a row belongs.
  enum Row {
    /// To a province that is asked about.
    case near(RegionCode)
    /// To another one.
    case far(isKecamatan: Bool)
  }

  private let text: UnsafeRawBufferPointer
  /// The two digits of each province that is asked about.
  private let provinces: [[UInt8]]
  /// Whether any name is quoted.
  private let hasQuotes: Bool

  /// How long a dotted code may be: of a province, a kabupaten, a kecamatan, a desa.
  private static let lengths = [2, 5, 8, 13]

  init(_ text: UnsafeRawBufferPointer, near units: [RegionCode]) {
    self.text = text
    provinces = units.map { Array($0.province.description.utf8) }
    hasQuotes = Rows.find(UInt8(ascii: "\""), in: text) != nil
  }

  private static func find(_ byte: UInt8, in text: UnsafeRawBufferPointer) -> Int? {
    guard let base = text.baseAddress, let found = memchr(base, CInt(byte), text.count) else {
      return nil
    }
    return base.distance(to: found)
  }

  /// The end of the row that begins at a place, without its line end.
  func end(from begin: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: text[begin...])
    return begin + (Rows.find(UInt8(ascii: "\n"), in: rest) ?? rest.count)
  }

  /// Where a row belongs; `nil` for one of another form.
  func row(_ range: Range<Int>) -> Row? {
    let bytes = UnsafeRawBufferPointer(rebasing: text[range])
    guard bytes.count > 2, Rows.isDigit(bytes[0]), Rows.isDigit(bytes[1]),
      let length = Rows.lengths.first(where: {
        $0 < bytes.count && bytes[$0] == UInt8(ascii: ",")
      })
    else { return nil }
    // A name with a line end in it makes several rows of one.
    let quote = UInt8(ascii: "\"")
    if hasQuotes, Rows.find(quote, in: bytes) != nil,
      !bytes.count(where: { $0 == quote }).isMultiple(of: 2)
    {
      return nil
    }
    guard provinces.contains(where: { $0[0] == bytes[0] && $0[1] == bytes[1] }) else {
      return .far(isKecamatan: length == 8)
    }
    let code = bytes[..<length].withMemoryRebound(to: UInt8.self) { RegionCode(bytes: $0) }
    return code.map(Row.near)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
