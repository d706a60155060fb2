internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// What was filled in to make a workspace.
struct FoundingEntry: Sendable {
  /// An officer as the form asks for one.
  struct Officer: Sendable {
    let role: String
    let name: String?
    let since: String?
  }

  let code: String?
  let workingDays: String?
  let watchedSince: String?
  let officers: [Officer]

  static let code = "kode"
  static let workingDays = "hari"
  static let watchedSince = "sejak"
  /// The field that says how far it has come.
  static let stage = "langkah"

  /// How far it has come.
  enum Stage: String {
    /// It is shown.
    case check = "periksa"
    /// The workspace is made.
    case found = "buat"
    /// A workspace for practice is made, which nothing has to be said of.
    case practice = "latihan"
  }

  /// The fields that a confirmation sends again.
  static let names =
    [code, workingDays, watchedSince]
    + Office.usualRoles.flatMap { [name(of: $0), since(of: $0)] }

  /// The field of the name of an officer.
  static func name(of role: String) -> String { "nama.\(role)" }
  /// The field of the first day of an officer.
  static func since(of role: String) -> String { "menjabat.\(role)" }

  /// What is wrong with it; it can be filled in again.
  struct Refused: Error {
    let problems: [String]
  }

  /// Takes what was sent.
  init(_ fields: FormFields) {
    code = fields[FoundingEntry.code]
    workingDays = fields[FoundingEntry.workingDays]
    watchedSince = fields[FoundingEntry.watchedSince]
    officers = Office.usualRoles.map { role in
      Officer(
        role: role, name: fields[FoundingEntry.name(of: role)],
        since: fields[FoundingEntry.since(of: role)])
    }
  }

  /// The workspace that is asked for.
  ///
  /// - Parameter ground: Where its regions are from.
  /// - Returns: The request.
  /// - Throws: ``Refused``; a ``QueryFault`` for what no page of ours sends.
  func request(_ ground: FoundingGround) throws -> FoundWorkspace {
    guard let code else { throw QueryFault(what: "'\(FoundingEntry.code)' belum disebut") }
    let days = try QueryFault.read(workingDays ?? "5", as: "5 atau 6") {
      ["5": 5, "6": 6][$0]
    }
    var problems: [String] = []
    var lines: [OfficerLine] = []
    for officer in officers {
      let label = Words.role(officer.role)
      switch (officer.name, officer.since) {
      case (nil, nil): break
      case (nil, _?): problems.append("\(label): nama belum diisi.")
      case (_?, nil): problems.append("\(label): hari mulai menjabat belum diisi.")
      case (let name?, let since?):
        guard let day = CivilDate(written: since) else {
          problems.append("\(label): '\(since)' bukan tanggal.")
          break
        }
        lines.append(OfficerLine(role: officer.role, name: name, since: "\(day)"))
      }
    }
    guard problems.isEmpty else { throw Refused(problems: problems) }
    return FoundWorkspace(
      code, regionTable: ground.regionTable, watchedSince: watchedSince, workingDays: days,
      officers: lines)
  }

  /// A kecamatan that no table has.
  static func unknown(_ word: String) -> QueryFault {
    QueryFault(what: "'\(word)' bukan kecamatan dalam tabel wilayah")
  }

  /// What stands against it, in words; an error that there are no words for is thrown on.
  static func refused(_ error: any Error) throws -> Refused {
    let causes = (error as? RequestFailure)?.causes ?? [error]
    return Refused(
      problems: try causes.flatMap { cause -> [String] in
        switch cause {
        case FoundWorkspace.Refused.watchedSince(let text):
          return ["Dipantau sejak: '\(text)' bukan tanggal, triwulan, atau tahun."]
        case FoundPractice.Refused.notEmpty(let path):
          return [
            "\(path) tidak kosong; jalankan 'tenggat contoh latihan', lalu 'tenggat layani --ruang latihan'."
          ]
        case FoundPractice.Refused.tooEarly(let day, let first):
          return [
            "Hari ini \(day.indonesian) terlalu awal untuk latihan; paling awal \(first.indonesian)."
          ]
        case WorkspaceFailure.unknownKecamatan(let word, known: _): throw unknown(word)
        case WorkspaceFailure.workspaceExists(let path):
          return ["\(path) sudah ada dan tidak ditimpa; jalankan layani di folder lain."]
        case WorkspaceFailure.insideWorkspace(let path):
          return ["\(path) terletak dalam ruang kerja lain; jalankan layani di folder lain."]
        default:
          guard let objections = Objection.all(in: cause) else { throw cause }
          return objections.map { "\($0.what.spelled); \($0.remedy.spelled)." }
        }
      })
  }
}
