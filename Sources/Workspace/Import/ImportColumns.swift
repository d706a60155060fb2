internal import ComplianceModel
internal import DurableFiles
internal import PlainText

/// The columns of a table that is taken in: which field of a row means what.
struct ImportColumns {
  /// What a column can mean.
  enum Column: Int, CaseIterable {
    case unit, report, period, date, received, note, reason
    /// A column of names beside one of codes; where both are given they must agree.
    case unitName
    /// The kecamatan that a row's unit lies in; the unit itself where there is no other column of it.
    case kecamatan

    /// The name in messages.
    var name: String { aliases[0] }

    /// The headings that offices give it, folded as ``ImportHeading`` does.
    var aliases: [String] {
      switch self {
      case .unit:
        ["unit", "kode", "kodewilayah", "kodedesa", "kodeunit", "kodekemendagri"]
      case .unitName: ["desa", "namadesa", "wilayah", "namaunit", "namawilayah"]
      case .kecamatan: ["kecamatan", "namakecamatan", "kec"]
      case .report:
        [
          "laporan", "dokumen", "jenislaporan", "jenisdokumen", "namalaporan", "namadokumen",
          "kodelaporan",
        ]
      case .period: ["periode", "tahun", "tahunlaporan", "tahundokumen", "periodelaporan"]
      case .date:
        [
          "tanggal", "tgl", "tanggaldokumen", "tgldokumen", "tanggalserah", "tanggalpenyerahan",
          "tanggalpenetapan", "tglpenetapan", "tglserah", "tglpenyerahan",
        ]
      case .received:
        ["diterima", "tanggalditerima", "tglditerima", "tanggalterima", "tglterima"]
      case .note: ["catatan", "keterangan", "ket"]
      case .reason: ["alasan", "alasansusulan", "sebab"]
      }
    }

    var isNeeded: Bool { self == .report || self == .period || self == .date }

    /// Those that a header is asked for.
    static let asked: [Column] = [.unit, .report, .period, .date, .received, .note, .reason]
  }

  /// What is wrong with a header.
  enum Fault {
    case missing([Column])
    case twice(Column)
    /// It is no row of comma-separated values.
    case malformed(CSVFault.Kind)
    /// A heading that nothing is known of; the nearest that is, where there is one.
    case unknown(String, nearest: String?)
    /// A heading whose column says what a row means, so that it cannot be passed over unread.
    case meaningful(String)
    /// The header of a ledger, whose rows are more than submissions.
    case ledger
    /// A column is to be passed over that is read, or is not there.
    case notIgnorable(String, isThere: Bool)
  }

  /// The byte between fields.
  let separator: UInt8
  /// The headings that are passed over with their fields, since they change nothing.
  let ignored: [String]
  /// The places of columns without a heading, which must be empty.
  let unheaded: [Int]
  /// What is wrong with the header, with columns of its line.
  let faults: [(fault: Fault, column: Int)]
  /// The number of fields of a row.
  let count: Int
  private var places: [Int]

  /// The place of a column in a row; `nil` where the table has no such column.
  subscript(column: Column) -> Int? {
    let place = places[column.rawValue]
    return place < 0 ? nil : place
  }

  /// Whether the table has a column that names the unit of a row.
  var nameUnits: Bool { [.unit, .unitName, .kecamatan].contains { self[$0] != nil } }

  /// Reads the header, with the separator that makes sense of most of it.
  ///
  /// - Parameters:
  ///   - bytes: The table from its header on, without a byte order mark.
  ///   - passedOver: The headings that the user wants passed over.
  init(header bytes: [UInt8], passingOver passedOver: [String] = []) {
    self = CSVReader.bestReading(
      { ImportColumns(header: bytes, separator: $0, passedOver) }, by: \.known)
  }

  private init(header bytes: [UInt8], separator: UInt8, _ passedOver: [String]) {
    self.separator = separator
    var reader = CSVReader(bytes, separator: separator)
    var fields: [CSVReader.Field] = []
    var faults: [(fault: Fault, column: Int)] = []
    do throws(CSVFault) {
      _ = try reader.next(&fields)
    } catch {
      faults.append((.malformed(error.kind), 1))
    }
    let headings = fields.map { reader.text($0).trimmingBlanks }
    var places = Column.allCases.map { _ in -1 }
    var ignored: [String] = []
    var unheaded: [Int] = []
    for (place, heading) in headings.enumerated() {
      let column = reader.column(of: fields[place].range.lowerBound)
      switch ImportHeading(heading, passedOver: passedOver) {
      case .column(let meaning):
        if places[meaning.rawValue] >= 0 { faults.append((.twice(meaning), column)) }
        places[meaning.rawValue] = place
      case .none: unheaded.append(place)
      case .harmless, .passedOver: ignored.append(heading)
      case .fault(let fault): faults.append((fault, column))
      }
    }
    let known = places.count { $0 >= 0 }
    let missing = Column.allCases.filter { $0.isNeeded && places[$0.rawValue] < 0 }
    if !missing.isEmpty { faults.insert((.missing(missing), 1), at: 0) }
    for heading in passedOver {
      guard let fault = ImportHeading.fault(passingOver: heading, among: headings) else { continue }
      faults.append((fault, 1))
    }
    // Of a line that heads nothing the first fault says enough.
    if known == 0 { faults = Array(faults.prefix(1)) }
    if ImportHeading.areOfLedger(headings) { faults = [(.ledger, 1)] }
    self.places = places
    self.ignored = ignored
    self.unheaded = unheaded
    self.faults = faults
    count = fields.count
  }

  private var known: Int { places.count { $0 >= 0 } }
}
