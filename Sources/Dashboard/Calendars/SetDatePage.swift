internal import CivilCalendar
internal import ComplianceModel
internal import Wording
internal import Workspace

/// The form that sets this year's due date of a report, as a letter says.
struct SetDatePage: Page {
  static let path = "/kalender/tetapkan"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencoba kalender")
  static let readers = Audience.planners
  static let keys: Set<String> = []

  /// The labels of the fields.
  static let labels: [RequestField: String] = [
    .report: "Laporan", .period: "Periode", .date: "Tenggat menurut surat", .letter: "Surat",
    .unit: "Unit", .reason: "Alasan",
  ]

  let title = "Tetapkan tanggal menurut surat"
  /// What it does.
  let about = [
    "Tenggat satu periode laporan menurut surat Sekda, Bupati, atau Camat; periode lain tetap menurut aturannya. "
      + "Untuk satu unit yang meminta waktu, perpanjang tenggatnya di halaman kewajibannya."
  ]
  let form: EntryView

  init(_ visit: Visit) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    try self.init(visit, [:], [])
  }

  /// Shows what was filled in, with what is wrong with it.
  ///
  /// - Throws: A `WorkspaceFailure` for calendars that cannot be read.
  init(_ visit: Visit, _ filled: [String: String], _ faults: [FormFault]) throws {
    func field(
      _ field: RequestField, hint: String? = nil, _ kind: FormField.Kind, isOptional: Bool = false
    ) -> FormField {
      FormField(
        field.formName, SetDatePage.labels[field] ?? "", hint: hint, value: filled[field.formName],
        kind, isOptional: isOptional, faults)
    }
    let units =
      [FilterForm.Choice(value: "", label: "semua yang wajib", isSelected: false)]
      + visit.visibleUnits.map { kecamatan, code in
        FilterForm.Choice(
          value: code.description, label: kecamatan.displayName(of: code),
          isSelected: filled[RequestField.unit.formName] == code.description)
      }
    form = EntryView(
      [
        field(.report, .choice(try SetDatePage.reports(visit, filled))),
        field(.period, hint: "Yang dilaporkan: 2025, 2026-S1, 2026-TW3.", .text),
        field(.date, .day),
        field(.letter, hint: "Siapa, nomor, tanggal: Sekda 100/1/Pem, 5 Januari 2026.", .text),
        field(.unit, .choice(units)),
        field(
          .reason, hint: "Hanya bila tanggalnya janggal dan memang demikian.", .text,
          isOptional: true),
      ], faults: faults, to: visit.paths.page(SetDatePage.path),
      back: visit.paths.page(CalendarPage.path))
  }

  /// The reports of which some period can have a date of its own.
  private static func reports(
    _ visit: Visit, _ filled: [String: String]
  ) throws -> [FilterForm.Choice] {
    var seen: Set<String> = []
    return try visit.workspace.kecamatan.flatMap { kecamatan -> [FilterForm.Choice] in
      let calendar = try visit.workspace.desk(of: kecamatan).calendar
      return calendar.reports.filter { $0.isOwed && $0.perEvent == nil && !$0.isCountOnly }
        .map { (calendar.codes[$0.code], $0.name) }.filter { seen.insert($0.0).inserted }
        .map { code, name in
          FilterForm.Choice(
            value: code, label: code == name ? code : "\(code): \(name)",
            isSelected: filled[RequestField.report.formName] == code)
        }
    }
  }
}
