internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import HTTPTypes
internal import LedgerStore
internal import Wording
internal import Workspace

/// Freezes a quarter: shows the rates and the document first, then keeps exactly what was shown.
enum FreezeForm: PostedForm {
  static let path = FreezePage.path
  static let writers = Audience.freezers

  static let quarter = "triwulan"
  static let office = "kecamatan"
  static let signed = RequestField.signed.formName
  static let note = RequestField.note.formName
  /// When the document that was shown was made.
  static let made = "dibuat"
  /// The SHA-256 of the document that was shown.
  static let print = "sidik"

  private static let names = [quarter, office, signed, note]
  static let fields = Set(names + [made, print, FormStep.field])

  /// How long a document that was shown may be confirmed: what is kept says when it was made.
  private static let patience = 60 * 60

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    guard fields[signed] == nil || visit.visitor.isAmong(.signatories) else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    let filled = Dictionary(
      names.compactMap { name in fields[name].map { (name, $0) } }, uniquingKeysWith: { $1 })
    func refused(_ faults: [FormFault], _ status: HTTPResponse.Status) -> FormAnswer {
      .page(FreezePage(visit, filled, faults), status)
    }
    guard let quarter = try fields.value(quarter, as: Quarter.form, { Quarter(written: $0) }) else {
      return refused([.missing(quarter, "Triwulan")], .unprocessableContent)
    }
    let office = try fields.value(office, as: Kecamatan.form) {
      visit.workspace.kecamatan(coded: $0)
    }
    let day = fields[signed].flatMap { CivilDate(written: $0) }
    if let text = fields[signed], day == nil {
      let fault = FormFault(signed, "'\(text)' bukan tanggal; tulis misalnya 2026-04-06.")
      return refused([fault], .unprocessableContent)
    }
    do {
      let asked = Asked(
        quarter: quarter, office: try office ?? visit.workspace.onlyKecamatan(), signed: day,
        note: fields[note])
      let step = try FormStep.of(fields)
      return try RequestFailure.wrap {
        switch step {
        case .check: try preview(asked, visit, fields, changed: nil)
        case .save: try freeze(asked, visit, fields)
        }
      }
    } catch let failure as RequestFailure {
      let objections = try failure.objections()
      let isBusy = objections.contains { $0.nature == .busy }
      return refused(
        objections.map { FormFault($0, FreezePage.labels) },
        isBusy ? .conflict : .unprocessableContent)
    }
  }

  /// What is asked for.
  private struct Asked {
    let quarter: Quarter
    let office: Kecamatan
    let signed: CivilDate?
    let note: String?

    /// Makes the document.
    func draft(_ visit: Visit, made: ClockReading) throws -> FreezeDraft {
      let wish = try FreezeWish(
        quarter, signedOn: signed, today: visit.today, visit.workspace.data)
      let workspace = visit.workspace.viewed(on: wish.day)
      let office = workspace.kecamatan.first { $0.code == self.office.code } ?? self.office
      let endorsements = try wish.endorsements(of: [office], workspace.office)
      return try wish.draft(
        of: office, in: workspace, endorsedBy: endorsements[office.code], made: made,
        today: visit.today, note: note, recorder: visit.visitor.recorder())
    }
  }

  private static func preview(
    _ asked: Asked, _ visit: Visit, _ fields: FormFields, changed: String?
  ) throws -> FormAnswer {
    let made = visit.instant
    let draft = try asked.draft(visit, made: made)
    let hidden =
      EntryView.Hidden.again(names, of: fields) + [
        EntryView.Hidden(name: FreezeForm.made, value: made.description),
        EntryView.Hidden(name: print, value: LedgerStore.sha256(of: draft.freeze.document)),
      ]
    return .page(
      FreezePreview(draft, visit).page(hidden, changed: changed), changed == nil ? .ok : .conflict)
  }

  private static func freeze(
    _ asked: Asked, _ visit: Visit, _ fields: FormFields
  ) throws -> FormAnswer {
    let known = fields[print]
    // Sent twice: what was shown is frozen already.
    let desk = try visit.workspace.desk(of: asked.office)
    let last = desk.lastFreeze(of: asked.quarter).flatMap { desk.row($0.row) }
    guard known == nil || last?.entry.sha256 != known else { return done(asked, visit) }
    guard
      let made = try fields.value(FreezeForm.made, as: "saat", { ClockReading($0) }),
      (0...patience).contains(visit.instant.unixSeconds - made.unixSeconds)
    else {
      return try preview(
        asked, visit, fields, changed: "Dokumen ini sudah terlalu lama ditampilkan; periksa lagi.")
    }
    let draft = try asked.draft(visit, made: made)
    guard LedgerStore.sha256(of: draft.freeze.document) == known else {
      return try preview(
        asked, visit, fields,
        changed:
          "Keadaan berubah sejak ditampilkan; yang di bawah ini yang sekarang. Tidak ada yang "
          + "dibekukan; periksa, lalu tekan lagi.")
    }
    _ = try draft.record(visit.instant)
    return done(asked, visit)
  }

  private static func done(_ asked: Asked, _ visit: Visit) -> FormAnswer {
    .seeOther(
      visit.paths.page(
        FrozenPage.path,
        [
          quarter: "\(asked.quarter)", office: "\(asked.office.code)", FrozenPage.saved: "ya",
        ]))
  }
}
