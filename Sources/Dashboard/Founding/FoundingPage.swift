internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import SystemPackage
internal import Wording
internal import Workspace

/// The page that makes a workspace where there is none: first the kecamatan, then what its office says of itself.
struct FoundingPage: ShownPage {
  static let path = "/mulai"
  static let template = "mulai"
  /// The keys that its address may have.
  static let keys: Set = [search, FoundingEntry.code]
  private static let search = "cari"
  /// How many kecamatan are listed at once.
  private static let most = 50

  /// A kecamatan that can be chosen.
  struct Result: Sendable {
    let name: String
    let detail: String
    let link: String
  }

  /// The search for a kecamatan.
  struct Search: Sendable {
    let value: String
    let results: [Result]
    let note: String
  }

  /// What is asked of an officer.
  struct Officer: Sendable {
    let label: String
    let name: String
    let nameValue: String
    let since: String
    let sinceValue: String
  }

  /// The form of a kecamatan that was chosen.
  struct Form: Sendable {
    let heading: String
    let facts: [String]
    let code: String
    let weeks: [FilterForm.Choice]
    let watchedSince: String
    let officers: [Officer]
  }

  let title = "Mulai"
  /// The folder that becomes a workspace.
  let folder: String
  /// `nil` once a kecamatan is chosen.
  let search: Search?
  /// `nil` before a kecamatan is chosen.
  let form: Form?
  let problems: [String]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool
  /// The address of the page.
  let own: String

  /// Answers what the page is asked.
  ///
  /// - Throws: A ``QueryFault``; a `WorkspaceFailure` for a table that cannot be relied on.
  init(_ query: PageQuery, _ office: OfficeSource, _ ground: FoundingGround, base: String) throws {
    guard query["per"] == nil else { throw QueryFault(what: "'per' tidak dikenal di halaman ini") }
    let code = query[FoundingEntry.code]
    guard code == nil || query[FoundingPage.search] == nil else {
      throw QueryFault(what: "'cari' dan 'kode' tidak dapat bersamaan")
    }
    folder = office.folder.string
    own = base + FoundingPage.path
    problems = []
    isFaulty = false
    if let code {
      search = nil
      form = try Form(code, nil, office, ground)
    } else {
      let all = try WorkspaceFounding.kecamatan(in: ground.regionTable, data: office.data)
      search = Search(query[FoundingPage.search] ?? "", among: all, own: own)
      form = nil
    }
  }

  /// Shows the first page again, with what stands against the workspace for practice.
  init(
    refusing problems: [String], _ office: OfficeSource, _ ground: FoundingGround, base: String
  ) throws {
    folder = office.folder.string
    own = base + FoundingPage.path
    let all = try WorkspaceFounding.kecamatan(in: ground.regionTable, data: office.data)
    search = Search("", among: all, own: own)
    form = nil
    self.problems = problems
    isFaulty = true
  }

  /// Shows what was filled in again, with what is wrong with it.
  init(
    _ entry: FoundingEntry, _ problems: [String], _ office: OfficeSource, _ ground: FoundingGround,
    base: String
  ) throws {
    folder = office.folder.string
    own = base + FoundingPage.path
    search = nil
    form = try Form(entry.code ?? "", entry, office, ground)
    self.problems = problems
    isFaulty = true
  }
}

extension FoundingPage.Search {
  /// Looks for kecamatan by code, by name, or by the name of their kabupaten.
  fileprivate init(_ text: String, among all: [Kecamatan], own: String) {
    let word = text.lowercased()
    let found = all.filter { kecamatan in
      kecamatan.code.description.hasPrefix(word)
        || [kecamatan.unit.name, kecamatan.regency?.name ?? ""].contains {
          $0.lowercased().contains(word)
        }
    }
    value = text
    let isTooMany = word.isEmpty && found.count > FoundingPage.most
    results = (isTooMany ? [] : found.prefix(FoundingPage.most)).map { kecamatan in
      FoundingPage.Result(
        name: kecamatan.displayName(of: kecamatan.code),
        detail: [
          kecamatan.regency?.name, kecamatan.province?.name, kecamatan.code.description,
          "\(kecamatan.villages.count.indonesian) desa",
        ].compactMap(\.self).joined(separator: ", "),
        link: "\(own)?\(FoundingEntry.code)=\(kecamatan.code)")
    }
    note =
      if isTooMany {
        "Ada \(found.count.indonesian) kecamatan dalam tabel wilayah; tulis nama atau kodenya."
      } else if found.isEmpty {
        "Tidak ada kecamatan dengan nama, kode, atau kabupaten itu dalam tabel wilayah."
      } else if found.count > FoundingPage.most {
        "\(found.count.indonesian) ditemukan; yang tampak \(FoundingPage.most) pertama."
      } else {
        "\(found.count.indonesian) kecamatan."
      }
  }
}

extension FoundingPage.Form {
  fileprivate init(
    _ code: String, _ entry: FoundingEntry?, _ office: OfficeSource, _ ground: FoundingGround
  ) throws {
    let founding: WorkspaceFounding
    do {
      guard let code = RegionCode(code) else {
        throw WorkspaceFailure.unknownKecamatan(code, known: [])
      }
      founding = try WorkspaceFounding(
        code.description, data: office.data, regionTable: ground.regionTable)
    } catch WorkspaceFailure.unknownKecamatan(let word, known: _) {
      throw FoundingEntry.unknown(word)
    }
    let kecamatan = founding.kecamatan
    heading = kecamatan.displayName(of: kecamatan.code)
    let registers = founding.registers.joined(separator: ", ")
    facts =
      [
        [kecamatan.regency?.name, kecamatan.province?.name].compactMap(\.self)
          .joined(separator: ", "),
        "\(kecamatan.villages.count.indonesian) desa",
        "Zona waktu \(founding.zone.rawValue)",
        "Kalender \(founding.calendars.joined(separator: ", "))",
        registers.isEmpty
          ? "Register IKU belum ada; dapat disusun kemudian" : "Register IKU \(registers)",
      ]
      + founding.ownCalendarNames.map {
        "Tanggal lokal kabupaten belum ada; kalender/\($0).yaml dibuat untuk diisi"
      }
    self.code = kecamatan.code.description
    let days = entry?.workingDays ?? "5"
    weeks = [("5", "5 (Senin-Jumat)"), ("6", "6 (Senin-Sabtu)")].map { value, label in
      FilterForm.Choice(value: value, label: label, isSelected: value == days)
    }
    watchedSince = entry?.watchedSince ?? ""
    officers = Office.usualRoles.map { role in
      let sent = entry?.officers.first { $0.role == role }
      return FoundingPage.Officer(
        label: Words.role(role, kecamatan.words), name: FoundingEntry.name(of: role),
        nameValue: sent?.name ?? "", since: FoundingEntry.since(of: role),
        sinceValue: sent?.since ?? "")
    }
  }
}
