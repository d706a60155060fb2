internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import SystemPackage
internal import Wording
internal import Workspace

/// Does what forms ask for, in the workspace of a visit: looks at it first, then records it.
struct RecordingDesk {
  let visit: Visit

  /// What is recorded, as a request to Deeds.
  private enum Request {
    case submit(Submit)
    case several(SubmitSeveral)
    case decide(Decide)
    case void(VoidRow)
    case measure(Measure)
    case survey(SurveyTable, MeasurementTerms)
  }

  /// Everything that stands against what was filled in; what was typed stays.
  struct Refused: Error {
    /// What is wrong.
    let faults: [Entry.Fault]
    /// Whether it can be mended by filling in the form in another way.
    let isOfForm: Bool
  }

  /// The ledgers no longer say what they said when the form was shown.
  struct Changed: Error {}

  /// What recording would come to; nothing is written.
  ///
  /// - Parameters:
  ///   - entry: What was filled in.
  ///   - files: The files that came with it.
  /// - Returns: What to show, and what the ledgers say now.
  /// - Throws: ``Refused``, or what a workspace throws that cannot be relied on.
  func look(
    _ entry: Entry, _ files: [Draft.File]
  ) throws -> (seen: PreviewView, known: KnownRows) {
    let request = try request(entry, files, knowing: nil)
    let (workspace, instant) = (visit.workspace, visit.instant)
    return try refusing(entry) {
      switch request {
      case .submit(let submit):
        let preview = try submit.preview(in: workspace, at: instant)
        return (PreviewView(preview, entry), preview.known)
      case .several(let several):
        let preview = try several.preview(in: workspace, at: instant)
        return (PreviewView(preview, entry), preview.known)
      case .decide(let decide):
        let preview = try decide.preview(in: workspace, at: instant)
        return (PreviewView(preview, entry, decide), preview.known)
      case .void(let void):
        let preview = try void.preview(in: workspace, at: instant)
        return (PreviewView(preview, entry), preview.known)
      case .measure(let measure):
        let preview = try measure.preview(in: workspace, at: instant)
        return (PreviewView(preview, entry), preview.known)
      case .survey(let table, let terms):
        let read = try table.read(in: workspace, asOf: instant.date)
        let preview = try read.preview(terms, in: workspace, at: instant)
        return (PreviewView(preview, entry, read), preview.known)
      }
    }
  }

  /// Records it, all of it or nothing.
  ///
  /// - Parameters:
  ///   - entry: What was filled in.
  ///   - files: The files that came with it.
  ///   - known: What the ledgers said when it was shown.
  /// - Returns: What came of it.
  /// - Throws: ``Changed`` where they say something else now; ``Refused``.
  func record(_ entry: Entry, _ files: [Draft.File], knowing known: KnownRows) throws -> Receipt {
    let request = try request(entry, files, knowing: known)
    let (workspace, instant) = (visit.workspace, visit.instant)
    let recording = entry.recording
    return try refusing(entry) {
      switch request {
      case .submit(let submit):
        let outcome = try submit.record(in: workspace, at: instant)
        return receipt(
          OutcomeText(outcome, statedReceipt: submit.received), outcome.remarks, recording)
      case .several(let several):
        let outcome = try several.record(in: workspace, at: instant)
        return receipt(
          OutcomeText(outcome, statedReceipt: several.received), outcome.remarks, recording)
      case .decide(let decide):
        let outcome = try decide.record(in: workspace, at: instant)
        return receipt(
          OutcomeText(outcome, of: decide.decision.kind, note: decide.note), outcome.remarks,
          recording)
      case .void(let void):
        let outcome = try void.record(in: workspace, at: instant)
        return receipt(OutcomeText(outcome), outcome.remarks, recording)
      case .measure(let measure):
        let recorded = try measure.record(in: workspace, at: instant)
        return receipt(OutcomeText(recorded), recorded.remarks, recording)
      case .survey(let table, let terms):
        let recorded = try table.read(in: workspace, asOf: instant.date)
          .record(terms, in: workspace, at: instant)
        return receipt(OutcomeText(recorded), recorded.remarks, recording)
      }
    }
  }

  private func receipt(
    _ text: OutcomeText, _ remarks: [Finding], _ recording: Recording
  ) -> Receipt {
    Receipt(text, remarks, of: recording, address: visit.paths.page(after: recording))
  }

  // MARK: - The request

  private func request(
    _ entry: Entry, _ files: [Draft.File], knowing known: KnownRows?
  ) throws -> Request {
    try requireRight(to: entry.recording)
    let (values, faults) = entry.read(handedInBy: visit.visitor, on: visit.today)
    guard faults.isEmpty else { throw Refused(faults: faults, isOfForm: true) }
    let recorder = try visit.visitor.recorder()
    let evidence = files.map(\.path)
    switch entry.recording {
    case .submission(let subject):
      return .submit(
        Submit(
          report: subject.report, period: subject.period, units: ["\(subject.unit)"],
          date: values.date, received: values.received, evidence: evidence, note: values.note,
          reason: values.reason, recorder: recorder, knowing: known))
    case .several(let items):
      return .several(
        SubmitSeveral(
          items, date: values.date, received: values.received, evidence: evidence,
          note: values.note, reason: values.reason, recorder: recorder, knowing: known))
    case .decision(let kind, let subject):
      return .decide(
        Decide(
          Self.decision(kind, values, today: visit.today), report: subject.report,
          period: subject.period, units: ["\(subject.unit)"], note: values.note,
          reason: values.reason, recorder: recorder, knowing: known))
    case .void(let row, let subject):
      return .void(
        VoidRow(row, unit: "\(subject.unit)", reason: values.reason, recorder: recorder))
    case .measurement(let measured):
      guard values.value == nil || values.components == nil else {
        throw Self.refused(.components, "Nilai dan komponen disebut sekaligus; isi salah satu")
      }
      return .measure(
        Measure(
          measured.label,
          values.components.map { .components($0) } ?? values.value.map { .plain($0) },
          try terms(of: measured.kecamatan, values, evidence, recorder)))
    case .survey(let kecamatan, let readsLetters):
      guard let table = evidence.first else {
        throw Self.refused(.evidence, "Tabel jawaban belum dipilih; pilih berkas CSV-nya")
      }
      return .survey(
        SurveyTable(
          table, readsLetters: readsLetters, unit: "\(kecamatan)", period: values.period),
        try terms(of: kecamatan, values, evidence, recorder))
    }
  }

  private static func refused(_ field: RequestField, _ text: String) -> Refused {
    Refused(faults: [Entry.Fault(field: field, text: text)], isOfForm: true)
  }

  /// What is said of a measurement, whatever its value.
  private func terms(
    of kecamatan: RegionCode, _ values: Entry.Values, _ evidence: [FilePath], _ recorder: String
  ) throws -> MeasurementTerms {
    guard evidence.count < 2 else {
      throw Self.refused(.evidence, "\(evidence.count) berkas dipilih; pilih satu berkas")
    }
    guard let period = values.period else {
      throw Self.refused(.measuredPeriod, "Periode belum diisi; isi dahulu, lalu periksa lagi")
    }
    return MeasurementTerms(
      period: period, unit: "\(kecamatan)", date: values.date, evidence: evidence.first,
      note: values.note, recorder: recorder)
  }

  private static func decision(
    _ kind: LedgerEvent.Kind, _ values: Entry.Values, today: CivilDate
  ) -> Decide.Decision {
    switch kind {
    case .returned: .returned(on: values.date)
    case .accepted: .accepted(on: values.date)
    case .extended: .extended(to: values.newDue ?? today, letter: values.received)
    default: .exempted(on: values.date)
    }
  }

  /// A visitor may have been allowed less since the form was shown.
  private func requireRight(to recording: Recording) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let subjects: [(report: String, unit: String)]
    switch recording {
    case .measurement(let measured):
      guard visit.visitor.mayMeasure(for: measured.owners) else {
        throw ShownTrouble(trouble: .notAllowed)
      }
      subjects = []
    case .survey:
      guard visit.visitor.isAmong(.planners) else { throw ShownTrouble(trouble: .notAllowed) }
      subjects = []
    case .several(let items): subjects = items.map { ($0.report, $0.unit) }
    case .submission(let subject), .decision(_, let subject), .void(_, let subject):
      subjects = [(subject.report, "\(subject.unit)")]
    }
    for subject in subjects {
      let selection = try visit.selection(report: subject.report, unit: subject.unit)
      guard visit.visitor.may(recording.act?.right ?? .submit, selection) else {
        throw ShownTrouble(trouble: .notAllowed)
      }
    }
  }

  // MARK: - What stands against it

  private func refusing<Value>(_ entry: Entry, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as RequestFailure {
      guard !failure.causes.contains(where: { $0 is ChangedRows }) else { throw Changed() }
      let objections = try failure.causes.flatMap { cause -> [Objection] in
        guard let objections = Objection.all(in: Self.named(cause)) else { throw cause }
        return objections
      }
      var faults: [Entry.Fault] = []
      for objection in objections {
        let place =
          objection.place.map { place in
            "\(place.file)\(place.line > 0 ? " baris \(place.line.indonesian)" : ""): "
          } ?? ""
        let words = [objection.what, objection.remedy].map { $0.onPage(of: entry.recording) }
        let field = entry.recording.fields.first { $0.field == objection.field }?.field
        let fault = Entry.Fault(field: field, text: place + words.joined(separator: "; "))
        if !faults.contains(fault) { faults.append(fault) }
      }
      throw Refused(
        faults: faults, isOfForm: objections.contains { [.request, .data].contains($0.nature) })
    }
  }

  /// A file under the name that its sender knows, and not where it lies meanwhile.
  private static func named(_ cause: any Error) -> any Error {
    switch cause {
    case RefusedEvidence.unfit(let path, let fault):
      RefusedEvidence.unfit(FilePath(path.lastComponent?.string ?? ""), fault)
    case RefusedEvidence.unreadable(let path, let errno):
      RefusedEvidence.unreadable(FilePath(path.lastComponent?.string ?? ""), errno)
    case SurveyTable.Refused.faulty(let findings, let faults):
      SurveyTable.Refused.faulty(
        findings.map { finding in
          let place = finding.place
          let name = FilePath(place.file).lastComponent?.string ?? ""
          return finding.reported(
            at: SourcePlace(file: name, line: place.line, column: place.column),
            fix: finding.remedy)
        }, faults: faults)
    default: cause
    }
  }
}
