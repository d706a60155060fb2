public import Answers
public import CivilCalendar
import Compliance
import ComplianceModel

/// Writes a `Rollup` as XML of its own, the recap of a kabupaten, a province or the country.
public enum RekapWriter {
  /// The namespace of every element.
  public static let namespace = "urn:tenggat:rekap:1"
  /// The name of the schema among the program's data.
  public static let schemaName = "rekap-1.xsd"
  /// The name of the root element.
  static let root: StaticString = "rekap"

  /// The recap's file: UTF-8, two blanks a level, a line feed at the end; the same recap gives the same bytes.
  ///
  /// - Parameters:
  ///   - rollup: What to write.
  ///   - made: When it is made.
  /// - Returns: The bytes, to be judged by `Exports/rekap-1.xsd`.
  /// - Throws: ``XMLFailure/unwritableCharacter(scalar:value:place:)``, ``XMLFailure/callFailed(name:)``.
  public static func bytes(of rollup: Rollup, made: ClockReading) throws(XMLFailure) -> [UInt8] {
    try XMLOutput.bytes { (output) throws(XMLFailure) in
      try output.element(root) { () throws(XMLFailure) in
        try output.attribute("xmlns", namespace)
        output.attribute("versi", 1)
        output.duty(rollup.duty)
        try output.attribute("dibuat", made)
        try output.summary(rollup.recap.total)
        try writeProvinces(rollup, to: output)
        if let missing = rollup.missing { try write(missing, to: output) }
        try write(rollup.repetitions, to: output)
      }
    }
  }

  private static func writeProvinces(_ rollup: Rollup, to output: XMLOutput) throws(XMLFailure) {
    let exports = Dictionary(
      rollup.used.map { ($0.kecamatan, $0) }, uniquingKeysWith: { first, _ in first })
    // A level at a time, so that no row is looked for among all others.
    let kecamatan = Dictionary(grouping: rollup.recap.rows(of: .kecamatan), by: \.region?.regency)
    let regencies = Dictionary(grouping: rollup.recap.rows(of: .regency), by: \.region?.province)
    for province in rollup.recap.rows(of: .province) {
      try write(province, to: output) { () throws(XMLFailure) in
        for regency in regencies[province.region] ?? [] {
          try write(regency, to: output) { () throws(XMLFailure) in
            for row in kecamatan[regency.region] ?? [] {
              try write(row, row.region.flatMap { exports[$0] }, to: output)
            }
          }
        }
      }
    }
  }

  private static func write(
    _ row: Recap.Row, _ export: SubmittedExport? = nil, to output: XMLOutput,
    _ body: () throws(XMLFailure) -> Void = {}
  ) throws(XMLFailure) {
    try output.element(row.level.element, key: row.code) { () throws(XMLFailure) in
      try output.attribute("kode", row.code)
      try output.attribute("nama", row.name)
      output.attribute("per_tanggal", export?.asOf)
      try output.attribute("dibuat", export?.made)
      try output.summary(row.tally)
      try body()
      for ledger in export?.ledgers.map(\.ledger) ?? [] { try output.ledger(ledger) }
    }
  }

  private static func write(_ missing: [Kecamatan], to output: XMLOutput) throws(XMLFailure) {
    try output.element("belum_mengirim") { () throws(XMLFailure) in
      for kecamatan in missing {
        try output.element("kecamatan", key: "\(kecamatan.code)") { () throws(XMLFailure) in
          try output.attribute("kode", kecamatan.code)
          try output.attribute("nama", kecamatan.unit.name.isEmpty ? nil : kecamatan.unit.name)
        }
      }
    }
  }

  private static func write(
    _ repetitions: [Rollup.Repetition], to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("ganda") { () throws(XMLFailure) in
      for repetition in repetitions {
        let code = repetition.used.kecamatan
        try output.element("kecamatan", key: "\(code)") { () throws(XMLFailure) in
          try output.attribute("kode", code)
          try output.attribute("dipakai", repetition.used.made)
          for ignored in repetition.ignored {
            try output.element("diabaikan") { () throws(XMLFailure) in
              try output.attribute("dibuat", ignored.made)
            }
          }
        }
      }
    }
  }
}

extension Recap.Level {
  /// The element of a row.
  fileprivate var element: StaticString {
    switch self {
    case .village: "desa"
    case .kecamatan: "kecamatan"
    case .regency: "kabupaten"
    case .province: "provinsi"
    case .country: "nasional"
    }
  }
}
