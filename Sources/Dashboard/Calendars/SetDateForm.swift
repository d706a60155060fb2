internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Wording
internal import Workspace

/// A due date that a letter sets: shown with what it moves, and written only when sent a second time.
enum SetDateForm: PostedForm {
  static let path = SetDatePage.path
  static let writers = Audience.planners

  private static let names = [RequestField.report, .period, .date, .letter, .unit, .reason].map(
    \.formName)
  static let fields = Set(names + [FormStep.field])

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let filled = Dictionary(
      names.compactMap { name in fields[name].map { (name, $0) } }, uniquingKeysWith: { $1 })
    func refused(_ faults: [FormFault], _ status: HTTPResponse.Status) throws -> FormAnswer {
      .page(try SetDatePage(visit, filled, faults), status)
    }
    func text(_ field: RequestField) -> String? { filled[field.formName] }
    var faults = [RequestField.report, .period, .date, .letter].filter { text($0) == nil }.map {
      FormFault.missing($0.formName, SetDatePage.labels[$0] ?? "")
    }
    let period = text(.period).flatMap { Period(written: $0) }
    if let written = text(.period), period == nil {
      faults.append(
        .init(RequestField.period.formName, "'\(written)' bukan periode; tulis 2025 atau 2026-TW3.")
      )
    }
    let date = text(.date).flatMap { CivilDate(written: $0) }
    if let written = text(.date), date == nil {
      faults.append(
        .init(RequestField.date.formName, "'\(written)' bukan tanggal; tulis 2026-01-30."))
    }
    guard faults.isEmpty, let report = text(.report), let period, let date,
      let letter = text(.letter)
    else { return try refused(faults, .unprocessableContent) }
    let request = SetDueDate(
      report: report, period: period, date: date, letter: letter,
      units: text(.unit).map { [$0] } ?? [], reason: text(.reason))
    do {
      switch try FormStep.of(fields) {
      case .check:
        let outcome = try request.preview(in: visit.workspace, asOf: visit.today)
        guard !outcome.isKnown else {
          return try refused([FormFault(nil, "Sudah demikian; tidak ada yang berubah.")], .ok)
        }
        return .page(preview(outcome, fields, visit), .ok)
      case .save:
        let outcome = try request.record(in: visit.workspace, at: visit.instant)
        return .seeOther(
          visit.paths.page(
            CalendarPage.path, ["tahun": "\(outcome.date.year)", CalendarPage.saved: "ya"]))
      }
    } catch let failure as RequestFailure {
      let objections = try failure.objections()
      let isBusy = objections.contains { $0.nature == .busy }
      return try refused(
        objections.map { FormFault($0, SetDatePage.labels) },
        isBusy ? .conflict : .unprocessableContent)
    }
  }

  private static func preview(
    _ outcome: SetDueDateOutcome, _ fields: FormFields, _ visit: Visit
  ) -> ConfirmPage<CalendarPage> {
    let text = SetDueDateText(outcome, visit.workspace.kecamatan)
    let moved = outcome.moves.filter(\.isMoved)
    let still = outcome.moves.count - moved.count
    return ConfirmPage(
      act: "\(outcome.report) \(outcome.period.indonesian)",
      facts: [
        .init(name: "Tenggat", value: Words.day(outcome.date)),
        .init(name: "Surat", value: outcome.letter), .init(name: "Ditulis di", value: text.place),
        .init(
          name: "Yang bergeser",
          value: "\(moved.count.indonesian) unit; \(still.indonesian) tidak bergeser"),
      ],
      notices: [text.closedDay].compactMap(\.self) + text.exceptions.map { "\($0)." }
        + outcome.frozen.map(EffectText.sentence),
      tables: moved.isEmpty
        ? []
        : [
          TableView(
            "Tenggat dan keadaan yang bergeser", SetDueDateText.moveColumns,
            showing: [
              .init("unit", namesRow: true), .init("tenggat_lama", right: true),
              .init("tenggat", right: true), "status_lama", "status",
            ], moved)
        ], hidden: EntryView.Hidden.again(names, of: fields),
      action: visit.paths.page(SetDatePage.path), verb: "Simpan",
      back: visit.paths.page(CalendarPage.path))
  }
}
