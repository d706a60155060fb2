internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Spreadsheets
internal import SystemPackage
internal import Wording
internal import Workspace

/// A file that is made of the workspace when it is asked for, and saved by the browser.
enum ExportFile: Resource {
  static let path = "/ekspor/{jenis}"
  static let readers = Audience.office
  static let keys: Set = ["triwulan", "tahun", "kecamatan", "tabel", "profil"]

  /// What kind of file.
  enum Kind: String {
    case xml
    case xlsx
    case ics
    case csv

    /// The type that the browser is told.
    var type: String {
      switch self {
      case .xml: "application/xml"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .ics: "text/calendar; charset=utf-8"
      case .csv: "text/csv; charset=utf-8"
      }
    }

    /// What its address says beside the time.
    fileprivate var key: String { self == .csv ? "tabel" : "kecamatan" }
  }

  /// The address of a file.
  ///
  /// - Parameters:
  ///   - kind: What kind of file.
  ///   - duty: Of which time.
  ///   - more: The kecamatan, or the table.
  ///   - profile: The profile by which a document is brought into a layout.
  ///   - paths: The addresses of the visit.
  /// - Returns: The address.
  static func address(
    _ kind: Kind, _ duty: DutyStatement.Duty, _ more: String?, profile: String? = nil,
    _ paths: PagePath
  ) -> String {
    let time = duty.quarter.map { ("triwulan", "\($0)") } ?? ("tahun", "\(duty.year)")
    var query: KeyValuePairs = [time.0: time.1]
    if let more { query = [time.0: time.1, kind.key: more] }
    if let more, let profile { query = [time.0: time.1, kind.key: more, "profil": profile] }
    return paths.page("/ekspor/\(kind.rawValue)", query)
  }

  /// The time that an address names: a quarter or a year; the quarter of the day where it names none.
  ///
  /// - Throws: ``QueryFault`` for what cannot be read, or for both.
  static func duty(_ visit: Visit) throws(QueryFault) -> DutyStatement.Duty {
    let (quarter, year) = (try visit.query.quarter(), try visit.query.year())
    guard quarter == nil || year == nil else {
      throw QueryFault(what: "'triwulan' dan 'tahun' tidak dapat bersamaan")
    }
    return year.map { .year($0) } ?? .quarter(quarter ?? visit.day.quarter)
  }

  static func response(_ visit: Visit) async throws -> Response {
    guard let kind = visit.parameters.get("jenis").flatMap(Kind.init(rawValue:)) else {
      throw ShownTrouble(trouble: .noSuchPage)
    }
    let duty = try duty(visit)
    let unused = kind == .csv ? "kecamatan" : "tabel"
    guard visit.query[unused] == nil else {
      throw QueryFault(what: "'\(unused)' tidak dikenal untuk \(kind.rawValue)")
    }
    guard kind == .xml || visit.query["profil"] == nil else {
      throw QueryFault(what: "'profil' tidak dikenal untuk \(kind.rawValue)")
    }
    let (name, bytes): (String, [UInt8])
    var type = kind.type
    switch kind {
    case .csv:
      let table = try table(visit)
      guard duty.quarter == nil || !table.isOfYears else {
        throw QueryFault(what: "tabel \(table.rawValue) tidak dibagi menurut triwulan")
      }
      name = "\(table.rawValue)-\(duty.name).csv"
      // A person opens it in Excel, which takes it for another encoding without the mark.
      let question = TableQuestion(
        table, of: duty, units: visit.units(), offices: visit.workspace.kecamatan, asOf: visit.day)
      bytes = try await Blocking.run {
        let grid = try question.grid(in: visit.workspace).grid
        return CSVTable(grid, separator: .semicolon, byteOrderMark: true).bytes
      }
    case .xml where visit.query["profil"] != nil:
      let profile = try profile(visit, duty)
      let kecamatan = try kecamatan(visit)
      name = profile.fileName(of: kecamatan.code, duty)
      type = profile.files.profile.contentType
      bytes = try await Blocking.run {
        try profile.file(of: try document(of: kecamatan, duty, visit))
      }
    case .xml, .xlsx, .ics:
      let kecamatan = try kecamatan(visit)
      name = "\(kecamatan.code)-\(duty.name).\(kind.rawValue)"
      bytes =
        switch kind {
        case .xlsx: try await workbook(of: kecamatan, duty, visit)
        case .ics: try await Blocking.run { try calendar(of: kecamatan, duty, visit) }
        case .xml, .csv: try await Blocking.run { try document(of: kecamatan, duty, visit) }
        }
    }
    return saved(bytes, as: name, of: type)
  }

  /// A file that the browser saves.
  static func saved(_ bytes: [UInt8], as name: String, of type: String) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = type
    headers[.contentDisposition] = AttachmentName.header(name, shown: false)
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func table(_ visit: Visit) throws(QueryFault) -> TableQuestion.Table {
    guard
      let table = try visit.query.value("tabel", as: "tabel", { TableQuestion.Table(rawValue: $0) })
    else {
      throw QueryFault(what: "'tabel' belum disebut")
    }
    return table
  }

  /// The kecamatan that an address names; the first where it names none.
  static func kecamatan(_ visit: Visit) throws(QueryFault) -> Kecamatan {
    let named = try visit.query.value("kecamatan", as: Kecamatan.form) {
      visit.workspace.kecamatan(coded: $0)
    }
    guard let kecamatan = named ?? visit.workspace.kecamatan.first else {
      throw QueryFault(what: "tidak ada kecamatan")
    }
    return kecamatan
  }

  /// The profile that an address names, for documents of a time.
  private static func profile(
    _ visit: Visit, _ duty: DutyStatement.Duty
  ) throws -> ProfileExport {
    let sound = try visit.workspace.soundProfiles().filter { $0.profile.takes(duty) }
    let named = try visit.query.value("profil", as: "profil yang utuh untuk waktu ini") { name in
      sound.first { $0.profile.name == name }
    }
    guard let named else { throw QueryFault(what: "'profil' belum disebut") }
    return ProfileExport(named, beside: visit.executable)
  }

  private static func calendar(
    of kecamatan: Kecamatan, _ duty: DutyStatement.Duty, _ visit: Visit
  ) throws -> [UInt8] {
    let question = Obligations.Question(
      duty, of: UnitScope([], [kecamatan]), asOf: visit.day, knownThrough: nil, role: nil)
    return DueCalendarFile(try DueCalendar(question, in: visit.workspace), made: visit.instant)
      .bytes
  }

  private static func workbook(
    of kecamatan: Kecamatan, _ duty: DutyStatement.Duty, _ visit: Visit
  ) async throws -> [UInt8] {
    let workbook = try await Blocking.run {
      let overview = try Overview(
        Overview.Question(duty, of: kecamatan, asOf: visit.day), in: visit.workspace)
      return OfficeWorkbook(overview, on: .f4, made: visit.instant).workbook
    }
    do throws(SpreadsheetProgram.Failure) {
      return try await SpreadsheetProgram.file(of: workbook, beside: visit.executable)
    } catch {
      throw ShownTrouble(trouble: .noWorkbook)
    }
  }

  private static func document(
    of kecamatan: Kecamatan, _ duty: DutyStatement.Duty, _ visit: Visit
  ) throws -> [UInt8] {
    let export = try KepatuhanExport(duty, visit.workspace.data)
    let document = try export.document(
      visit.workspace.desk(of: kecamatan), asOf: visit.day, made: visit.instant, today: visit.today)
    return try export.bytes(of: document.document)
  }
}

extension ExportProfile {
  /// The type that the browser is told.
  fileprivate var contentType: String {
    switch mediaType {
    // Such a document says its encoding itself.
    case .xml: mediaType.rawValue
    case .json, .csv, .plain: "\(mediaType.rawValue); charset=\(encoding.rawValue.lowercased())"
    }
  }
}

extension Kecamatan {
  /// What a kecamatan must be, as a refusal says it.
  static let form = "kecamatan yang dipantau di sini"
}

extension Workspace {
  /// The watched kecamatan with a code; `nil` where there is none.
  func kecamatan(coded text: String) -> Kecamatan? {
    kecamatan.first { $0.code.description == text }
  }
}
