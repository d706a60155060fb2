internal import Answers
internal import CivilCalendar
internal import Compliance
package import ComplianceModel
internal import Deeds
internal import DurableFiles
internal import LedgerStore
internal import Workspace

/// One thing that stands against a request, in words: what it is, how to mend it, and which field of the
/// request it is about.
///
/// A front spells the actions and the fields in the words: the terminal as commands and options, a page as
/// the labels of a form.
package struct Objection: Hashable, Sendable {
  /// What kind of thing it is, so that a front can give it its exit code or its status.
  package enum Nature: Hashable, Sendable {
    /// The request itself is to be changed.
    case request
    /// The bytes of a file cannot be relied on.
    case data
    /// A file that was named is not there.
    case missing
    /// Something could not be made.
    case uncreatable
    /// Reading or writing failed.
    case storage
    /// Somebody else is at work with it; it can be tried again.
    case busy
    /// A program that it needs is missing, or does not start.
    case unavailable
    /// The workspace's settings or calendars are to be mended first.
    case settings
  }

  /// What kind of thing it is.
  package let nature: Nature
  /// Where it is; `nil` where it is in no file.
  package let place: SourcePlace?
  /// How grave it is.
  package let severity: Finding.Severity
  /// What is wrong, in one sentence without a full stop.
  package let what: Remedy
  /// How to mend it, in one sentence without a full stop.
  package let remedy: Remedy
  /// The field of the request that it is about; `nil` where it is about none alone.
  package let field: RequestField?

  /// Something that is in no file.
  package init(_ nature: Nature, _ what: Remedy, fix: Remedy, field: RequestField? = nil) {
    self.nature = nature
    place = nil
    severity = .fault
    self.what = what
    remedy = fix
    self.field = field
  }

  /// Something at a place of a file.
  package init(_ nature: Nature, at place: SourcePlace, _ what: Remedy, fix: Remedy) {
    self.nature = nature
    self.place = place
    severity = .fault
    self.what = what
    remedy = fix
    field = nil
  }

  /// A finding; without its place where that is nothing to a person, as of a row not yet written.
  init(_ nature: Nature, _ finding: Finding, placed isPlaced: Bool = true) {
    self.nature = nature
    place = isPlaced ? finding.place : nil
    severity = isPlaced ? finding.severity : .fault
    what = Remedy(finding.what)
    remedy = finding.remedy
    field = nil
  }

  /// Everything that an error says against a request; `nil` for an error that the words are not here for.
  package static func all(in error: any Error) -> [Objection]? {
    switch error {
    case let refusal as UnitRefusal: [Objection(refusal)]
    case let refusal as RecorderRefusal: [Objection(refusal)]
    case let refusal as MeaningRefusal: [Objection(refusal)]
    case let refused as RefusedRow: [Objection(refused)]
    case let refused as RefusedEvidence: [Objection(refused)]
    case let required as NoteRequired: [Objection(required)]
    case let refused as VoidRow.Refused: [Objection(refused)]
    case let refused as IssueLetters.Refused: [Objection(refused)]
    case let fault as LetterNumbers.Fault: [Objection(fault)]
    case let changed as ChangedRows:
      [
        Objection(
          .busy, "buku berubah sejak \(changed.subject) diperiksa",
          fix: "tidak ada yang dicatat; periksa lagi")
      ]
    case let refused as ChangeSettings.Refused: [Objection(refused)]
    case let refused as SetDueDate.Refused: [Objection(refused)]
    case let refused as RefusedDate: [Objection(refused)]
    case let refused as PutHolidays.Refused: [Objection(refused)]
    case let refused as Subscribe.Refused: [Objection(refused)]
    case let refused as Measure.Refused: [Objection(refused)]
    case let refusal as ValueRefusal: [Objection(refusal)]
    case let refused as SurveyTable.Refused: Objection.all(refused)
    case let refusal as CalendarRefusal: [Objection(refusal)]
    case let refused as Freeze.Refused: [Objection(refused)]
    case let failure as LedgerFailure: objections(of: failure)
    case let failure as WorkspaceFailure: all(failure)
    case let refusal as OutputRefusal: [Objection(refusal)]
    case let refusal as UserRefusal: all(refusal)
    case let refused as CandidateCalendar.Refused: [Objection(refused)]
    case let refused as FoundPractice.Refused: [Objection(refused)]
    case let failure as AnswerFailure: all(failure)
    case let failure as Intake.FolderFailure: [Objection(failure)]
    case let refused as RecordEvent.Refused: [Objection(refused)]
    case let refused as Rollup.Refused: [Objection(refused)]
    case let failure as FileFailure: [Objection(failure)]
    case let gap as CalendarNotCovered:
      [
        Objection(
          .settings,
          "hari kerja tahun \(gap.year) tidak dapat dihitung: hari libur \(gap.year) belum ada",
          fix: Remedy(Words.addHolidays(gap.year)))
      ]
    case let error as any Objecting: error.objections
    default: nil
    }
  }

  private static func objections(of failure: LedgerFailure) -> [Objection] {
    switch failure {
    case .file(let failure): [Objection(failure)]
    case .damaged(let findings): findings.map { Objection(.data, $0) }
    case .refused(let findings): findings.map { Objection(.request, $0, placed: false) }
    }
  }
}
