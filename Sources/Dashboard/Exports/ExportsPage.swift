internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Wording
internal import Workspace

/// What can be taken along of a duty quarter or year: files for the province, for Excel, for a telephone.
struct ExportsPage: Page {
  static let path = "/ekspor"
  static let name: String? = "Ekspor"
  static let template = "ekspor"
  static let help: GuidePlace? = GuidePlace("Ekspor")
  static let readers = Audience.office
  static let keys: Set = ["triwulan", "tahun"]

  /// A file.
  struct File: Sendable {
    let title: String
    /// What it is for.
    let note: String
    let path: String
  }

  /// The files of one kecamatan, or of one kind.
  struct Group: Sendable {
    let heading: String
    let files: [File]
  }

  let title = "Ekspor"
  /// Of what: `Triwulan I 2026`.
  let heading: String
  let form: FilterForm
  let groups: [Group]
  /// The frozen quarters of the year.
  let frozen: TableView
  /// Where the quarter is frozen; `nil` for who may not.
  let freezing: String?

  init(_ visit: Visit) throws {
    let duty = try ExportFile.duty(visit)
    heading = duty.quarter.map(\.indonesianWithYear) ?? "Tahun \(duty.year)"
    form = FilterForm(
      visit, quarter: try visit.query.quarter(), year: try visit.query.year())
    func file(
      _ title: String, _ note: String, _ kind: ExportFile.Kind, _ more: String,
      of duty: DutyStatement.Duty = duty
    ) -> File {
      File(title: title, note: note, path: ExportFile.address(kind, duty, more, visit.paths))
    }
    let profiles = try visit.workspace.soundProfiles().filter { $0.profile.takes(duty) }
    let offices = visit.workspace.kecamatan.map { kecamatan in
      let code = kecamatan.code.description
      let layouts = profiles.map { files in
        File(
          title: "Profil \(files.profile.name)", note: files.profile.note,
          path: ExportFile.address(
            .xml, duty, code, profile: files.profile.name, visit.paths))
      }
      return Group(
        heading: kecamatan.displayName(of: kecamatan.code),
        files: [
          file("XML", "untuk kabupaten dan provinsi, diperiksa terhadap skemanya", .xml, code),
          file(
            "Excel", "buku kerja: jadwal, desa, kepatuhan, IKU, riwayat, kewajiban", .xlsx, code),
          file("Kalender", "semua tenggat, untuk ponsel dan program surel", .ics, code),
        ] + layouts)
    }
    let tables = Group(
      heading: "Tabel CSV",
      files: TableQuestion.Table.allCases.map {
        file(
          $0.rawValue, $0.isOfYears ? "\($0.note), setahun" : $0.note, .csv, $0.rawValue,
          of: $0.isOfYears ? .year(duty.year) : duty)
      })
    groups = offices + [tables]
    frozen = try FrozenPage.list(visit) {
      duty.quarter == nil ? $0.quarter.year == duty.year : $0.quarter == duty.quarter
    }
    freezing = FrozenPage.freezing(duty.quarter, visit)
  }
}

extension ExportProfile {
  /// What it is for, and for whom.
  fileprivate var note: String {
    switch origin {
    case .sample: "\(title) (contoh: tidak diminta siapa pun)"
    case .asked(let office, let day, _): "\(title), diminta \(office) \(day.indonesian)"
    }
  }
}

extension TableQuestion.Table {
  /// What it holds.
  fileprivate var note: String {
    switch self {
    case .jadwal: "yang belum masuk, dengan tenggatnya"
    case .desa: "desa dan dokumennya"
    case .kepatuhan: "hitungan dan persentase"
    case .iku: "kartu skor IKU"
    case .riwayat: "isi buku"
    case .kewajiban: "setiap kewajiban dengan semua fakta yang menentukan keadaannya"
    }
  }
}
