internal import ComplianceModel

/// A form as a template shows it: its fields with what was typed, and what is wrong with it.
struct EntryView: Sendable {
  /// A line of the summary of faults.
  struct Problem: Sendable {
    let text: String
    /// The field that it leads to; `nil` for one that is about no field.
    let field: String?
  }

  /// Where it is sent.
  let action: String
  let fields: [FormField]
  let problems: [Problem]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool
  /// What is sent back unseen: the row, the documents, the draft whose files go on.
  let hidden: [Hidden]
  /// The files of the draft that go on.
  let kept: [String]
  /// Where to go without recording.
  let back: String

  /// A field that is not seen.
  struct Hidden: Sendable {
    let name: String
    let value: String

    /// What the form that confirms another one sends again, and that it is to be written now.
    static func again(_ names: [String], of fields: FormFields) -> [Hidden] {
      names.compactMap { name in fields[name].map { Hidden(name: name, value: $0) } }
        + [Hidden(name: FormStep.field, value: FormStep.save.rawValue)]
    }
  }

  /// Shows a form of some fields.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - faults: What is wrong with what was filled in.
  ///   - hidden: What is sent back unseen.
  ///   - kept: The files that go on.
  ///   - action: Where it is sent.
  ///   - back: Where to go without recording.
  init(
    _ fields: [FormField], faults: [FormFault], hidden: [Hidden] = [], kept: [String] = [],
    to action: String, back: String
  ) {
    self.fields = fields
    self.hidden = hidden
    self.kept = kept
    self.action = action
    self.back = back
    problems = faults.map { Problem(text: $0.text, field: $0.field) }
    isFaulty = !faults.isEmpty
  }

  /// Shows a form.
  ///
  /// - Parameters:
  ///   - entry: What is filled in.
  ///   - faults: What is wrong with it.
  ///   - draft: The draft whose files go on; `nil` where there is none.
  ///   - visit: The look at the page.
  init(_ entry: Entry, with faults: [Entry.Fault] = [], from draft: Draft? = nil, _ visit: Visit) {
    let recording = entry.recording
    let carried = draft.flatMap { $0.files.isEmpty ? nil : Hidden(name: "draf", value: $0.number) }
    self.init(
      recording.fields, entry.texts, with: faults, kept: draft?.files.map(\.name) ?? [],
      action: recording.address(visit.paths),
      hidden: recording.hidden + [carried].compactMap(\.self),
      back: visit.paths.page(after: recording))
  }

  /// Shows a form of fields that record something.
  ///
  /// - Parameters:
  ///   - shown: The fields, in their order.
  ///   - texts: What is filled in.
  ///   - faults: What is wrong with it.
  ///   - choices: What fields are chosen from that are no texts.
  ///   - kept: The files that go on with it.
  ///   - action: Where it is sent.
  ///   - hidden: What is sent back unseen.
  ///   - back: Where to go without recording.
  init(
    _ shown: [EntryField], _ texts: [RequestField: String], with faults: [Entry.Fault],
    choices: [RequestField: [FilterForm.Choice]] = [:], kept: [String] = [], action: String,
    hidden: [Hidden], back: String
  ) {
    let faults = faults.map { FormFault($0.field?.formName, $0.text) }
    let fields = shown.map { field in
      let choices = choices[field.field] ?? []
      let kind: FormField.Kind =
        if !choices.isEmpty { .choice(choices) } else if field.field == .evidence {
          .file(several: field.takesSeveral)
        } else { field.isDay ? .day : .text }
      return FormField(
        field.name, field.label, hint: field.hint, value: texts[field.field], kind,
        isOptional: !field.isRequired && !field.isToday, faults)
    }
    self.init(fields, faults: faults, hidden: hidden, kept: kept, to: action, back: back)
  }
}

extension Recording {
  /// Where its form is sent.
  func address(_ paths: PagePath) -> String {
    switch self {
    case .measurement(let measured):
      return paths.page("/iku/\(measured.kecamatan)/\(measured.label)/ukur")
    case .survey(let kecamatan, _): return paths.page("/iku/\(kecamatan)/survei/baru")
    case .submission, .decision, .void, .several:
      guard let act, let subject else { return paths.page(SeveralForm.path) }
      return paths.form(act, of: subject.unit, subject.report, subject.period)
    }
  }

  /// What its form sends back unseen.
  fileprivate var hidden: [EntryView.Hidden] {
    switch self {
    case .submission, .decision, .measurement, .survey(_, letters: false): []
    case .survey(_, letters: true): [EntryView.Hidden(name: SurveyUploadForm.letters, value: "ya")]
    case .void(let row, _): [EntryView.Hidden(name: EntryForm.row, value: row.text)]
    case .several(let items):
      [EntryView.Hidden(name: SeveralForm.step, value: SeveralForm.Step.check.rawValue)]
        + items.map { EntryView.Hidden(name: SeveralForm.ticked, value: SeveralForm.text(of: $0)) }
    }
  }
}
