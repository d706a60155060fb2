import Answers
import CivilCalendar
import Compliance
import ComplianceModel

/// Writes a ``KepatuhanDocument`` as XML.
public enum KepatuhanWriter {
  /// The namespace of every element.
  public static let namespace = "urn:tenggat:kepatuhan:1"

  /// The document's file: UTF-8, two blanks a level, a line feed at the end.
  ///
  /// The same document gives the same bytes. Whether they are valid is for ``KepatuhanSchema`` to say:
  /// codes and hashes are written as they were given.
  ///
  /// - Parameter document: What to write.
  /// - Returns: The bytes, to be saved as they are.
  /// - Throws: ``XMLFailure/unwritableCharacter(scalar:value:place:)`` where a name or a code holds
  ///   a character that XML cannot.
  public static func bytes(of document: KepatuhanDocument) throws(XMLFailure) -> [UInt8] {
    let statement = document.statement
    return try XMLOutput.bytes { (output) throws(XMLFailure) in
      try output.element("kepatuhan") { () throws(XMLFailure) in
        try output.attribute("xmlns", namespace)
        output.attribute("versi", 1)
        output.duty(statement.duty)
        output.attribute("dipantau_sejak", statement.watchedSince)
        output.attribute("per_tanggal", statement.asOf)
        try output.attribute("dibuat", document.made)
        try write(document.regions, to: output)
        try write(statement.reports, to: output)
        try write(statement.villages, to: output)
        try write(statement.recommendations, to: output)
        try write(statement.indicators, to: output)
        try output.summary(statement.summary)
        if let endorsement = document.endorsement { try write(endorsement, to: output) }
        for ledger in document.ledgers { try output.ledger(ledger) }
      }
    }
  }

  private static func write(
    _ regions: KepatuhanDocument.Regions, to output: XMLOutput
  ) throws(XMLFailure) {
    let code = regions.kecamatan
    try output.element("wilayah") { () throws(XMLFailure) in
      try write(code.province, regions.provinceName, as: "provinsi", to: output)
      try write(code.regency, regions.regencyName, as: "kabupaten", to: output)
      try write(code, regions.kecamatanName, as: "kecamatan", to: output)
    }
  }

  private static func write(
    _ code: RegionCode, _ name: String, as level: StaticString, to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element(level, key: code.description) { () throws(XMLFailure) in
      try output.attribute("kode", code)
      try output.text(name)
    }
  }

  private static func write(
    _ reports: [DutyStatement.OfficeReport], to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("laporan_kecamatan") { () throws(XMLFailure) in
      for report in reports {
        try output.element("laporan", key: "\(report.code) \(report.standing.period)") {
          () throws(XMLFailure) in
          try output.attribute("kode", report.code)
          try write(report.standing, to: output)
          try writeName(report.name, to: output)
        }
      }
    }
  }

  private static func write(
    _ villages: [DutyStatement.Village], to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("dokumen_desa") { () throws(XMLFailure) in
      for village in villages {
        try output.element("desa", key: village.code.description) { () throws(XMLFailure) in
          try output.attribute("kode", village.code)
          try output.attribute("nama", village.name)
          output.attribute("dipantau_sejak", village.watchedSince)
          output.attribute("ada", village.present)
          output.attribute("wajib", village.required)
          for document in village.documents {
            try output.element("dokumen", key: "\(document.code) \(document.standing.period)") {
              () throws(XMLFailure) in
              try output.attribute("kode", document.code)
              try write(document.standing, to: output)
            }
          }
        }
      }
    }
  }

  private static func write(
    _ recommendations: [DutyStatement.Recommendation], to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("rekomendasi_add") { () throws(XMLFailure) in
      for recommendation in recommendations {
        let standing = recommendation.standing
        try output.element(
          "rekomendasi", key: "\(recommendation.village) \(standing.period)"
        ) { () throws(XMLFailure) in
          try output.attribute("desa", recommendation.village)
          try write(standing, to: output)
        }
      }
    }
  }

  private static func write(
    _ standing: DutyStatement.Standing, to output: XMLOutput
  ) throws(XMLFailure) {
    output.attribute("periode", standing.period)
    output.attribute("triwulan", standing.quarter?.number)
    output.attribute("tenggat", standing.due)
    try output.attribute("status", standing.status.rawValue)
    output.attribute("tanggal", standing.date)
    try output.attribute("sha256", standing.evidence)
  }

  private static func write(
    _ indicators: [DutyStatement.Indicator], to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("indikator_kinerja") { () throws(XMLFailure) in
      for indicator in indicators {
        try output.element("indikator", key: indicator.code) { () throws(XMLFailure) in
          try output.attribute("kode", indicator.code)
          try output.attribute("jabatan", indicator.role)
          output.attribute("pembilang", indicator.numerator)
          output.attribute("penyebut", indicator.denominator)
          try output.attribute("realisasi", indicator.value?.text())
          try output.attribute("capaian", indicator.achievement?.percent())
          try writeName(indicator.name, to: output)
        }
      }
    }
  }

  private static func write(
    _ endorsement: KepatuhanDocument.Endorsement, to output: XMLOutput
  ) throws(XMLFailure) {
    try output.element("pengesahan") { () throws(XMLFailure) in
      try output.attribute("jabatan", endorsement.role)
      try output.attribute("nama", endorsement.name)
      try output.attribute("nip", endorsement.employeeNumber)
      output.attribute("tanggal", endorsement.date)
    }
  }

  private static func writeName(_ name: String, to output: XMLOutput) throws(XMLFailure) {
    try output.element("nama") { () throws(XMLFailure) in try output.text(name) }
  }
}
