import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles

/// Reads a ``KepatuhanDocument`` back out of its XML.
///
/// Nothing but the bytes given is read: no network, no DTD, no entity, no other file.
public enum KepatuhanReader {
  /// The largest file that is read, in bytes: a hundred times the year of a large kecamatan.
  public static let byteLimit = Limits.document

  /// Reads a document, after validation.
  ///
  /// Writing the value again gives the same text, up to white space and the way in which the XML was
  /// spelled. An indicator's percentages are known as they were printed, with two decimals.
  ///
  /// - Parameters:
  ///   - bytes: The document's file.
  ///   - schema: The schema that it must satisfy.
  /// - Returns: The document, with its ledger prints in the order of the file.
  /// - Throws: ``FaultyDocument`` where it is not well-formed, not valid, or holds a value that the
  ///   schema lets pass and no document of ours has: a year before 1900, more than 999 999 999
  ///   reports or documents, an indicator's amount of more than seventeen digits, a kabupaten that
  ///   the kecamatan does not lie in, a sum that is not the sum of its parts.
  ///   ``XMLFailure/tooLarge(byteCount:)`` above ``byteLimit``; other ``XMLFailure`` where it could
  ///   not be judged.
  public static func document(
    from bytes: [UInt8], schema: KepatuhanSchema
  ) throws -> KepatuhanDocument {
    guard bytes.count <= byteLimit else { throw XMLFailure.tooLarge(byteCount: bytes.count) }
    switch try schema.read(bytes) {
    case .faults(let faults): throw FaultyDocument(faults: faults)
    case .tree(let tree):
      guard let root = XMLElement(rootOf: tree) else {
        throw FaultyDocument(line: 1, Messages.noDocument)
      }
      return try KepatuhanDocument(KepatuhanElement(root))
    }
  }
}

extension KepatuhanDocument {
  fileprivate init(_ root: KepatuhanElement) throws {
    // The attributes of the root come first, so that the first fault of a file is told first.
    let head = try KepatuhanHead(root)
    let year = head.duty.year
    let regions = try Regions(root.child("wilayah"))
    let statement = DutyStatement(
      duty: head.duty, asOf: head.asOf, watchedSince: head.watchedSince,
      reports: try root.child("laporan_kecamatan").children.map {
        DutyStatement.OfficeReport(
          code: try $0.value("kode"), name: try $0.child("nama").text,
          standing: try DutyStatement.Standing($0, year: year))
      },
      villages: try root.child("dokumen_desa").children.map {
        try DutyStatement.Village($0, year: year)
      },
      recommendations: try root.child("rekomendasi_add").children.map {
        DutyStatement.Recommendation(
          village: try $0.value("desa") { RegionCode($0) },
          standing: try DutyStatement.Standing($0, year: year))
      },
      indicators: try root.child("indikator_kinerja").children.map(DutyStatement.Indicator.init),
      summary: try Tally(root.child("ringkasan")))
    self.init(
      statement, made: head.made, regions: regions,
      endorsement: try root.children(named: "pengesahan").first.map(Endorsement.init),
      ledgers: try root.children(named: "sidik_buku").map {
        try LedgerMark($0, chain: $0.text)
      })
  }
}

extension KepatuhanDocument.Regions {
  fileprivate init(_ element: KepatuhanElement) throws {
    try self.init(
      KepatuhanDocument.Regions.elements.map { name in
        let part = try element.child(name)
        return try Part(part, name: part.text)
      })
  }

  /// The elements that name the regions, the largest first.
  static let elements = ["provinsi", "kabupaten", "kecamatan"]

  /// One of the elements that name the regions.
  struct Part {
    let code: RegionCode
    let name: String
    let line: Int
  }

  /// The regions that three elements name.
  ///
  /// - Parameter parts: The province, the kabupaten and the kecamatan.
  /// - Throws: ``FaultyDocument`` where one is missing, or the kecamatan does not lie in the others.
  init(_ parts: [Part]) throws {
    guard parts.count == 3 else { throw FaultyDocument(line: 0, Messages.missing("wilayah")) }
    let kecamatan = parts[2].code
    for (part, expected) in zip(parts, [kecamatan.province, kecamatan.regency])
    where part.code != expected {
      throw FaultyDocument(
        line: part.line, Messages.otherRegion("\(part.code)", kecamatan: "\(kecamatan)"))
    }
    self.init(
      kecamatan: kecamatan, provinceName: parts[0].name, regencyName: parts[1].name,
      kecamatanName: parts[2].name)
  }
}

extension KepatuhanDocument.Regions.Part {
  init(_ element: some KepatuhanAttributes, name: String) throws {
    try self.init(
      code: element.value("kode") { RegionCode($0) }, name: name, line: element.line)
  }
}

extension LedgerMark {
  /// Reads what a document states of a ledger.
  init(_ element: some KepatuhanAttributes, chain: String) throws {
    let rows = try element.integer("baris")
    self = try element.value("berkas") { LedgerMark(file: $0, rows: rows, chain: chain) }
  }
}

extension DutyStatement.Village {
  fileprivate init(_ element: KepatuhanElement, year: Int) throws {
    self.init(
      code: try element.value("kode") { RegionCode($0) }, name: try element.value("nama"),
      watchedSince: try element.optional("dipantau_sejak", KepatuhanElement.date),
      present: try element.integer("ada"), required: try element.integer("wajib"),
      documents: try element.children.map {
        DutyStatement.VillageDocument(
          code: try $0.value("kode"),
          standing: try DutyStatement.Standing($0, year: year))
      })
  }
}

extension DutyStatement.Standing {
  /// Reads a standing; only the number of its quarter is written, the year is the document's.
  fileprivate init(_ element: KepatuhanElement, year: Int) throws {
    self.init(
      period: try element.value("periode") { Period($0) },
      quarter: try element.optional("triwulan") {
        Int($0).flatMap { Quarter(year: year, number: $0) }
      },
      due: try element.optional("tenggat", KepatuhanElement.date),
      status: try element.value("status", Status.init(rawValue:)),
      date: try element.optional("tanggal", KepatuhanElement.date),
      evidence: try element.optional("sha256"))
  }
}

extension DutyStatement.Indicator {
  fileprivate init(_ element: KepatuhanElement) throws {
    let numerator = try element.optional("pembilang", KepatuhanElement.amount)
    let denominator = try element.optional("penyebut", KepatuhanElement.amount)
    self.init(
      code: try element.value("kode"), role: try element.optional("jabatan"),
      name: try element.child("nama").text, numerator: numerator, denominator: denominator,
      value: try element.optional("realisasi") { text -> IndicatorValue? in
        guard text.contains(".") else {
          return KepatuhanElement.amount(text).map(IndicatorValue.count)
        }
        guard let numerator, let denominator else {
          return KepatuhanElement.hundredths(text).map { .index(Ratio($0, of: 100)) }
        }
        let share = Ratio(numerator, of: denominator)
        if share.percent() == text { return .percent(share) }
        return KepatuhanElement.hundredths(text).map { .percent(Ratio($0, of: 10_000)) }
      },
      achievement: try element.optional("capaian") {
        KepatuhanElement.hundredths($0).map { Ratio($0, of: 10_000) }
      })
  }
}

extension Tally {
  /// Reads the summary; its sums and rates must be those of its counts.
  init(_ element: some KepatuhanAttributes) throws {
    self.init(
      onTime: try element.integer("tepat_waktu"), late: try element.integer("terlambat"),
      overdue: try element.integer("lewat"), waiting: try element.integer("menunggu"),
      exempt: try element.integer("dibebaskan"), lateEntries: try element.integer("susulan"))
    let computed: [(String, String?)] = [
      ("wajib", "\(required)"), ("disampaikan", "\(submitted)"),
      ("persen_tepat_waktu", onTimeRate.percent()), ("berjalan_wajib", "\(decided)"),
      ("berjalan_tepat_waktu", "\(onTime)"), ("persen_berjalan", currentRate.percent()),
    ]
    for (name, expected) in computed {
      let written = try element.optional(name)
      guard written == expected else {
        throw element.fault(Messages.otherSum(name, written: written, computed: expected))
      }
    }
  }
}

extension KepatuhanDocument.Endorsement {
  fileprivate init(_ element: KepatuhanElement) throws {
    self.init(
      role: try element.value("jabatan"), name: try element.optional("nama"),
      employeeNumber: try element.optional("nip"),
      date: try element.optional("tanggal", KepatuhanElement.date))
  }
}
