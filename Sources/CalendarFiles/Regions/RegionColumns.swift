internal import ComplianceModel
internal import DurableFiles

/// The columns of a table of regions: which field of a row means what.
struct RegionColumns {
  /// What a column can mean.
  enum Column: Int, CaseIterable {
    case code, name, since, through, former

    /// The name in messages.
    var name: String { headings[0] }

    /// The headings that offices and ministries give it, folded as names are.
    var headings: [String] {
      switch self {
      case .code:
        [
          "kode", "kodewilayah", "kodeunit", "kodekemendagri", "kodewilayahkemendagri", "kodewil",
          "kd", "kdwilayah", "kodedesa",
        ]
      case .name:
        ["nama", "namawilayah", "namaunit", "wilayah", "namawil", "nmwilayah", "namadesa"]
      case .since: ["sejak", "berlakusejak", "tanggalsejak"]
      case .through: ["sampai", "berlakusampai", "tanggalsampai"]
      case .former: ["dahulu", "kodedahulu", "kodelama", "kodesebelumnya"]
      }
    }
  }

  /// What is wrong with a header.
  enum Fault {
    case missing(Column)
    case twice(Column, place: Int)
    /// A heading that is nearly one which is read.
    case misspelt(String, Column, place: Int)
    /// A heading of what a row is worth, which is not read.
    case meaningful(String, place: Int)
  }

  /// The byte between fields.
  let separator: UInt8
  /// The headings that mean nothing here, as they are written.
  let unread: [String]
  /// What is wrong with the header.
  let faults: [Fault]
  /// The number of headings.
  let count: Int
  private let places: [Int?]

  /// Headings of columns that say whether a row holds at all: to pass them over could change it.
  private static let meaningful = [
    "aktif", "nonaktif", "statusaktif", "dihapus", "berlaku", "masaberlaku", "berakhir", "hapus",
  ]

  /// The place of a column in a row; `nil` where the table has no such column.
  subscript(column: Column) -> Int? { places[column.rawValue] }

  /// How many columns are known.
  private var known: Int { places.count { $0 != nil } }

  /// Reads a header with the separator that makes sense of most of it.
  init(_ bytes: [UInt8]) {
    self = CSVReader.bestReading({ RegionColumns(bytes, separator: $0) }, by: \.known)
  }

  private init(_ bytes: [UInt8], separator: UInt8) {
    self.separator = separator
    var reader = CSVReader(bytes, separator: separator)
    var fields: [CSVReader.Field] = []
    _ = try? reader.next(&fields)
    var faults: [Fault] = []
    var unread: [String] = []
    var places: [Int?] = Column.allCases.map { _ in nil }
    for (place, field) in fields.enumerated() {
      let heading = RegionColumns.cell(reader.content(field)) ?? ""
      let folded = ReportCalendar.folded(heading)
      guard let column = Column.allCases.first(where: { $0.headings.contains(folded) }) else {
        if let near = RegionColumns.near(folded) {
          faults.append(.misspelt(heading, near, place: place))
        } else if RegionColumns.meaningful.contains(folded) {
          faults.append(.meaningful(heading, place: place))
        } else if !heading.isEmpty {
          unread.append(heading)
        }
        continue
      }
      if places[column.rawValue] == nil {
        places[column.rawValue] = place
      } else {
        faults.append(.twice(column, place: place))
      }
    }
    faults += [Column.code, .name].filter { places[$0.rawValue] == nil }.map { .missing($0) }
    self.places = places
    self.unread = unread
    self.faults = faults
    count = fields.count
  }

  /// The optional column that a heading is one slip away from.
  private static func near(_ heading: String) -> Column? {
    guard heading.count >= 4 else { return nil }
    let optional = [Column.since, .through, .former]
    return nearestMatch(to: heading, among: optional.map(\.name)).flatMap { name in
      optional.first { $0.name == name }
    }
  }

  /// Blanks and marks without width; line breaks are none.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20, 0x200B, 0xFEFF: true
    case ..<0x80: false
    default: scalar.properties.isWhitespace
    }
  }

  /// Whether a cell is printable ASCII without a blank that is too many.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let blank = UInt8(ascii: " ")
      var last = blank
      for byte in bytes {
        guard byte >= blank, byte < 0x7F, byte != blank || last != blank else { return false }
        last = byte
      }
      return bytes.isEmpty || last != blank
    }
  }

  /// A cell as it is meant: without blanks around it, and with plain ones inside.
  ///
  /// - Returns: `nil` where the bytes are not UTF-8.
  static func cell(_ bytes: ArraySlice<UInt8>) -> String? {
    // Most cells have nothing to change.
    guard !isPlain(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let words = text.unicodeScalars.split(whereSeparator: isBlank)
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }
}
