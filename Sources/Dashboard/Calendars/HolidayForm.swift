internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Wording
internal import Workspace

/// Holidays that are tried: shown with what would move, and written only when sent a second time.
enum HolidayForm: PostedForm {
  static let path = HolidayPage.path
  static let writers = Audience.planners

  static let file = "berkas"
  static let text = "isi"
  static let days = "hari"
  static let kind = "jenis"
  static let decree = "dasar"
  /// What the file was when it was shown what would move.
  static let seen = "semula"

  static let fields: Set = [text, days, kind, decree, seen, FormStep.field]
  static let fileFields: Set = [file]

  /// The kinds of days beside a decree, the likeliest first.
  static let kinds: [Holiday.Kind] = [.local, .cutiBersama, .national, .election]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let (filled, holidays) = try HolidayEntry.read(fields)
    func refused(_ faults: [FormFault], _ status: HTTPResponse.Status) -> FormAnswer {
      .page(HolidayPage(visit, filled, faults), status)
    }
    let request: PutHolidays
    switch holidays {
    case .failure(let faults): return refused(faults.list, .unprocessableContent)
    case .success(let holidays): request = PutHolidays(holidays, seen: fields[seen])
    }
    do {
      switch try FormStep.of(fields) {
      case .check:
        let outcome = try request.preview(in: visit.workspace, asOf: visit.today)
        guard !outcome.isKnown else {
          return refused([FormFault(nil, "Sudah demikian; tidak ada yang berubah.")], .ok)
        }
        return .page(try preview(outcome, filled, visit), .ok)
      case .save:
        let outcome = try request.record(in: visit.workspace, at: visit.instant)
        return .seeOther(
          visit.paths.page(
            CalendarPage.path,
            ["tahun": "\(outcome.years.lowerBound)", CalendarPage.saved: "ya"]))
      }
    } catch let failure as RequestFailure {
      let objections = try failure.objections()
      let isBusy = objections.contains { $0.nature == .busy }
      return refused(
        objections.map { FormFault($0, [:]) }, isBusy ? .conflict : .unprocessableContent)
    }
  }

  private static func preview(
    _ outcome: HolidayOutcome, _ filled: [String: String], _ visit: Visit
  ) throws -> ConfirmPage<CalendarPage> {
    let effect = try DefinitionEffect(
      from: outcome.before, to: outcome.after, years: outcome.affectedYears, asOf: visit.today)
    let shown = outcome.years
    let span =
      shown.count == 1 ? "\(shown.lowerBound)" : "\(shown.lowerBound) sampai \(shown.upperBound)"
    return ConfirmPage(
      act: "Hari libur \(span)",
      file: .init(name: outcome.file, lines: outcome.lines.map(LineView.init)),
      effect: EffectView(effect, visit),
      hidden: [text, days, kind, decree].compactMap { name in
        filled[name].map { EntryView.Hidden(name: name, value: $0) }
      } + [
        EntryView.Hidden(name: seen, value: outcome.seen),
        EntryView.Hidden(name: FormStep.field, value: FormStep.save.rawValue),
      ],
      action: visit.paths.page(HolidayPage.path), verb: "Simpan",
      back: visit.paths.page(CalendarPage.path))
  }
}
