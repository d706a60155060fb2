internal import ComplianceModel
internal import DurableFiles

/// The columns of a table that is taken in: which field of a row means what.
struct ImportColumns {
  /// What a column can mean.
  enum Column: Int, CaseIterable {
    case unit, report, period, date, received, note, reason
    /// A column of names beside one of codes; where a code is given, it decides.
    case unitName

    /// The name in messages.
    var name: String { aliases[0] }

    /// The headings that offices give it, folded as names are.
    var aliases: [String] {
      switch self {
      case .unit:
        ["unit", "kode", "kodewilayah", "kodedesa", "kodeunit"]
      case .unitName: ["desa", "namadesa", "wilayah", "namaunit", "namawilayah"]
      case .report:
        [
          "laporan", "dokumen", "jenislaporan", "jenisdokumen", "namalaporan", "namadokumen",
          "kodelaporan",
        ]
      case .period: ["periode", "tahun", "tahunlaporan", "tahundokumen", "periodelaporan"]
      case .date:
        [
          "tanggal", "tgl", "tanggaldokumen", "tgldokumen", "tanggalserah", "tanggalpenyerahan",
          "tanggalpenetapan", "tglpenetapan",
        ]
      case .received:
        ["diterima", "tanggalditerima", "tglditerima", "tanggalterima", "tglterima"]
      case .note: ["catatan", "keterangan", "ket"]
      case .reason: ["alasan", "alasansusulan", "sebab"]
      }
    }

    var isNeeded: Bool { self == .report || self == .period || self == .date }
  }

  /// What is wrong with a header.
  enum Fault {
    case missing([Column])
    case twice(Column)
    /// It is no row of comma-separated values.
    case malformed(CSVFault.Kind)
  }

  /// The byte between fields.
  let separator: UInt8
  /// The headings that mean nothing here; their fields are passed over.
  let ignored: [String]
  /// What is wrong with the header.
  let faults: [Fault]
  /// The number of fields of a row.
  let count: Int
  private var places: [Int]

  /// The place of a column in a row; `nil` where the table has no such column.
  subscript(column: Column) -> Int? {
    let place = places[column.rawValue]
    return place < 0 ? nil : place
  }

  /// Reads the header, with the separator that makes sense of most of it.
  init(header bytes: [UInt8]) {
    self = CSVReader.bestReading({ ImportColumns(header: bytes, separator: $0) }, by: \.known)
  }

  private init(header bytes: [UInt8], separator: UInt8) {
    self.separator = separator
    var reader = CSVReader(bytes, separator: separator)
    var fields: [CSVReader.Field] = []
    var faults: [Fault] = []
    do throws(CSVFault) {
      _ = try reader.next(&fields)
    } catch {
      faults.append(.malformed(error.kind))
    }
    var places = Column.allCases.map { _ in -1 }
    var ignored: [String] = []
    for (place, field) in fields.enumerated() {
      let heading = reader.text(field).trimmingBlanks
      let folded = ReportCalendar.folded(heading)
      guard let column = Column.allCases.first(where: { $0.aliases.contains(folded) }) else {
        if !heading.isEmpty { ignored.append(heading) }
        continue
      }
      if places[column.rawValue] >= 0 { faults.append(.twice(column)) }
      places[column.rawValue] = place
    }
    let missing = Column.allCases.filter { $0.isNeeded && places[$0.rawValue] < 0 }
    if !missing.isEmpty { faults.append(.missing(missing)) }
    self.places = places
    self.ignored = ignored
    self.faults = faults
    count = fields.count
  }

  private var known: Int { places.count { $0 >= 0 } }
}
