internal import ComplianceModel

/// A form as a template shows it: its fields with what was typed, and what is wrong with it.
struct EntryView: Sendable {
  /// A field.
  struct Field: Sendable {
    let name: String
    let label: String
    let hint: String?
    let value: String
    /// What is wrong with it; `nil` where nothing is.
    let fault: String?
    /// The ids of its hint and fault, for who hears the form; `nil` where it has none.
    let described: String?
    let isDay: Bool
    let isFile: Bool
    let isText: Bool
    /// Whether nothing needs to stand in it.
    let isOptional: Bool
  }

  /// A line of the summary of faults.
  struct Problem: Sendable {
    let text: String
    /// The field that it leads to; `nil` for one that is about no field.
    let field: String?
  }

  /// Where it is sent.
  let action: String
  let fields: [Field]
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
    fields = recording.fields.map { field in
      let own = faults.filter { $0.field == field.field }.map(\.text)
      let text = entry.texts[field.field] ?? ""
      let ids =
        (field.hint == nil ? [] : ["\(field.name)-petunjuk"])
        + (own.isEmpty ? [] : ["\(field.name)-galat"])
      return Field(
        name: field.name, label: field.label, hint: field.hint, value: text,
        fault: own.isEmpty ? nil : own.joined(separator: " · "),
        described: ids.isEmpty ? nil : ids.joined(separator: " "),
        // A browser shows nothing of a text that is no day in a field for days.
        isDay: field.isDay && (text.isEmpty || EntryView.isDay(text)),
        isFile: field.field == .evidence,
        isText: field.field != .evidence
          && !(field.isDay && (text.isEmpty || EntryView.isDay(text))),
        isOptional: !field.isRequired && !field.isToday)
    }
    problems = faults.map { Problem(text: $0.text, field: $0.field?.formName) }
    isFaulty = !faults.isEmpty
    kept = draft?.files.map(\.name) ?? []
    let carried = draft.flatMap { $0.files.isEmpty ? nil : Hidden(name: "draf", value: $0.number) }
    hidden = recording.hidden + [carried].compactMap(\.self)
    action = recording.address(visit.paths)
    back = visit.paths.page(after: recording)
  }

  /// Whether a text is a day as a field for days holds it: `2026-03-31`.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
  }
}

extension Recording {
  /// Where its form is sent.
  func address(_ paths: PagePath) -> String {
    guard let act, let subject else { return paths.page(SeveralForm.path) }
    return paths.form(act, of: subject.unit, subject.report, subject.period)
  }

  /// What its form sends back unseen.
  fileprivate var hidden: [EntryView.Hidden] {
    switch self {
    case .submission, .decision: []
    case .void(let row, _): [EntryView.Hidden(name: EntryForm.row, value: row.text)]
    case .several(let items):
      [EntryView.Hidden(name: SeveralForm.step, value: SeveralForm.Step.check.rawValue)]
        + items.map { EntryView.Hidden(name: SeveralForm.ticked, value: SeveralForm.text(of: $0)) }
    }
  }
}
