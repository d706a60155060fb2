internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The form that freezes a quarter.
struct FreezePage: Page {
  static let path = "/bekukan"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Membekukan triwulan")
  static let readers = Audience.freezers
  static let keys: Set = ["triwulan", "kecamatan"]

  /// The labels of the fields that requests know.
  static let labels: [RequestField: String] = [
    .signed: "Hari ditandatangani", .note: "Catatan",
  ]

  let title = "Bekukan triwulan"
  /// What freezing means.
  let about = [
    "Keadaan triwulan disimpan sebagai dokumen yang tidak pernah ditimpa, dengan sidiknya dalam buku. "
      + "Yang berubah sesudahnya tampak sebagai beda."
  ]
  let form: EntryView

  init(_ visit: Visit) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    _ = try visit.visitor.recorder()
    let quarter = try visit.query.quarter()
    self.init(
      visit,
      [
        FreezeForm.quarter: quarter?.description, FreezeForm.office: visit.query["kecamatan"],
      ].compactMapValues(\.self), [])
  }

  /// Shows what was filled in, with what is wrong with it.
  init(_ visit: Visit, _ filled: [String: String], _ faults: [FormFault]) {
    // The last quarter that is over is the one that is mostly meant.
    let begun = (visit.today.year - 1...visit.today.year).flatMap { Quarter.all(of: $0) }
      .filter { $0.firstDay <= visit.today }.reversed()
    let usual = begun.first { $0.lastDay < visit.today }
    let meant = filled[FreezeForm.quarter].flatMap { Quarter(written: $0) } ?? usual
    let offices = visit.workspace.kecamatan
    var fields = [
      FormField(
        FreezeForm.quarter, "Triwulan",
        .choice(
          begun.map {
            .init(
              value: $0.description, label: $0.indonesianWithYear, isSelected: $0 == meant)
          }), faults)
    ]
    if offices.count > 1 {
      fields.append(
        FormField(
          FreezeForm.office, "Kecamatan",
          .choice(
            offices.map {
              .init(
                value: $0.code.description, label: $0.displayName(of: $0.code),
                isSelected: filled[FreezeForm.office] == $0.code.description)
            }), faults))
    }
    if visit.visitor.isAmong(.signatories) {
      fields.append(
        FormField(
          FreezeForm.signed, FreezePage.labels[.signed] ?? "",
          hint:
            "Keadaan pada hari itu, menurut yang tercatat sampai hari itu. Kosong: hari ini, tanpa "
            + "pengesahan.", value: filled[FreezeForm.signed], .day, isOptional: true, faults))
    }
    fields.append(
      FormField(
        FreezeForm.note, FreezePage.labels[.note] ?? "", hint: "Misalnya nomor suratnya.",
        value: filled[FreezeForm.note], .text, isOptional: true, faults))
    form = EntryView(
      fields, faults: faults, to: visit.paths.page(FreezePage.path),
      back: visit.paths.page(ExportsPage.path))
  }
}
