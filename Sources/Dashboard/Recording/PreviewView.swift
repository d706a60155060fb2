internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import LedgerStore
internal import Wording
internal import Workspace

/// What will be written, as it is shown to be checked.
struct PreviewView: Sendable {
  /// A value with its name.
  struct Fact: Sendable {
    let name: String
    let value: String
  }

  /// What will be written of one obligation, and what comes of it.
  struct Row: Sendable {
    let heading: String
    let facts: [Fact]
    let effects: [Receipt.Line]
  }

  /// A file that is kept.
  struct File: Sendable {
    let name: String
    let size: String
    let sha256: String
  }

  let rows: [Row]
  let files: [File]
  /// What was noticed on the way.
  let remarks: [String]

  /// What is submitted.
  init(_ preview: Preview<Submit.Outcome>, _ entry: Entry) {
    var entries = preview.entries.makeIterator()
    rows = preview.outcome.results.map { result in
      switch result {
      case .alreadyRecorded(let row, let selection):
        Row(
          heading: OutcomeText.subject(of: row, selection), facts: [],
          effects: OutcomeText.lines(of: row, selection, statedReceipt: nil).map {
            Receipt.Line($0, of: entry.recording)
          })
      case .recorded(let row):
        Row(
          heading: OutcomeText.subject(of: row),
          facts: PreviewView.facts(of: row, entries.next()),
          effects: OutcomeText.effects(of: row).map { Receipt.Line($0, of: entry.recording) })
      }
    }
    files = preview.files.map(File.init)
    remarks = preview.outcome.remarks.map { Receipt.remark($0, of: entry.recording) }
  }

  /// What is decided.
  init(_ preview: Preview<Decide.Outcome>, _ entry: Entry, _ decide: Decide) {
    let kind = decide.decision.kind
    rows = zip(preview.outcome.rows, preview.entries).map { row, written in
      var facts = [Fact(name: "Peristiwa", value: Words.noun(kind))]
      if kind == .extended {
        facts.append(Fact(name: "Tanggal surat", value: Words.day(row.received)))
      } else {
        facts.append(Fact(name: "Tanggal", value: Words.day(row.date)))
      }
      let effects = OutcomeText.extensionLines(of: row, kind, note: decide.note)
      return Row(
        heading: OutcomeText.subject(of: row), facts: facts + PreviewView.end(of: written),
        effects: effects.map { Receipt.Line($0, of: entry.recording) }
          + row.admission.doubts.map {
            Receipt.Line(OutcomeText.insistence(on: $0), of: entry.recording)
          })
    }
    files = []
    remarks = preview.outcome.remarks.map { Receipt.remark($0, of: entry.recording) }
  }

  /// What is void.
  init(_ preview: Preview<VoidRow.Outcome>, _ entry: Entry) {
    let (outcome, voided) = (preview.outcome, preview.outcome.voided)
    let days = [("Tanggal", voided.entry.date), ("Diterima", voided.entry.received)]
    let facts =
      [Fact(name: "Baris", value: voided.id.text)]
      + days.compactMap { name, day in day.map { Fact(name: name, value: Words.day($0)) } }
      + [
        Fact(name: "Dicatat oleh", value: voided.entry.recorder),
        Fact(name: "Catatan baris itu", value: voided.entry.note),
      ]
    rows = [
      Row(
        heading: OutcomeText.subject(of: outcome).capitalizedFirst,
        facts: facts.filter { !$0.value.isEmpty }
          + preview.entries.flatMap(PreviewView.end(of:)),
        effects: OutcomeText.dueAgain(outcome).map { Receipt.Line($0, of: entry.recording) })
    ]
    files = []
    remarks = outcome.remarks.map { Receipt.remark($0, of: entry.recording) }
  }

  /// What is measured.
  init(_ preview: Preview<RecordedValues>, _ entry: Entry) {
    rows = zip(preview.outcome.values, preview.entries).map { value, written in
      Row(
        heading: "\(value.original.label) \(value.period.indonesian) "
          + OutcomeText.shown(value),
        facts: [
          Fact(name: "Indikator", value: value.original.wording.name),
          Fact(name: "Tanggal", value: written.date.map(Words.day) ?? Words.noValue),
        ] + PreviewView.end(of: written),
        effects: OutcomeText.effects(of: value).map { Receipt.Line($0, of: entry.recording) })
    }
    files = preview.files.map(File.init)
    remarks = preview.outcome.remarks.map { Receipt.remark($0, of: entry.recording) }
  }

  /// What a survey comes to, and for which indicators it is recorded.
  init(_ preview: Preview<RecordedValues>, _ entry: Entry, _ read: ReadSurvey) {
    let measured = PreviewView(preview, entry)
    let text = SurveyText(read.survey, read.scale, for: read.indicators)
    let elements = (read.survey.index?.elements ?? []).map { mean in
      Fact(
        name: "\(mean.element.code) \(mean.element.name)",
        value: "\(mean.mean.decimal(separator: ",") ?? "") = "
          + "\(mean.converted.decimal(separator: ",") ?? ""), terjawab \(mean.answers.count.indonesian)"
      )
    }
    let services = read.survey.services.map { service in
      Fact(
        name: service.name,
        value: "\(text.text(service.index)), \(service.index.respondents.indonesian) responden")
    }
    let survey = Row(
      heading: text.heading ?? "IKM: \(IndicatorWords.noData)", facts: elements + services,
      effects: ([text.weights, text.weakest] + [text.unused].compactMap(\.self)
        + text.reachingLines).map { Receipt.Line($0) })
    rows = [survey] + measured.rows
    files = measured.files
    remarks =
      read.findings.map { Receipt.remark($0, of: entry.recording) } + measured.remarks
  }

  private static func facts(of row: RecordedRow, _ written: LedgerEntry?) -> [Fact] {
    let meaning = row.obligation.rule?.meaning ?? .submission
    return [
      Fact(name: "Laporan", value: row.selection.report.name),
      Fact(name: "Periode", value: row.obligation.id.period.indonesian),
      Fact(name: Words.meaning(meaning).capitalizedFirst, value: Words.day(row.date)),
      Fact(name: "Diterima kecamatan", value: Words.day(row.received)),
    ] + (written.map(end(of:)) ?? [])
  }

  /// What every row ends with.
  private static func end(of written: LedgerEntry) -> [Fact] {
    [
      Fact(name: "Catatan dalam buku", value: written.note.isEmpty ? "kosong" : written.note),
      Fact(name: "Petugas", value: written.recorder),
    ]
  }
}

extension PreviewView.File {
  init(_ file: ForeseenFile) {
    name = file.name
    size = Words.size(file.size)
    sha256 = file.sha256
  }
}
