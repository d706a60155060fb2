/// A field of a form, as a template shows it.
struct FormField: Sendable {
  /// What is put into it.
  enum Kind: Sendable {
    case text
    case day
    case area
    case file(several: Bool)
    case choice([FilterForm.Choice])
  }

  let name: String
  let label: String
  let hint: String?
  let value: String
  /// What is wrong with it; `nil` where nothing is.
  let fault: String?
  /// The ids of its hint and fault, for who hears the form; `nil` where it has none.
  let described: String?
  let isText: Bool
  let isDay: Bool
  let isArea: Bool
  let isFile: Bool
  let takesSeveral: Bool
  let isChoice: Bool
  let choices: [FilterForm.Choice]
  /// Whether nothing needs to stand in it.
  let isOptional: Bool

  /// Shows a field.
  ///
  /// - Parameters:
  ///   - name: Its name in the form.
  ///   - label: What stands above it.
  ///   - hint: What helps to fill it in.
  ///   - value: What was filled in.
  ///   - kind: What is put into it.
  ///   - isOptional: Whether nothing needs to stand in it.
  ///   - faults: What is wrong with the form.
  init(
    _ name: String, _ label: String, hint: String? = nil, value: String? = nil, _ kind: Kind,
    isOptional: Bool = false, _ faults: [FormFault]
  ) {
    let own = faults.filter { $0.field == name }.map(\.text)
    let ids =
      (hint == nil ? [] : ["\(name)-petunjuk"]) + (own.isEmpty ? [] : ["\(name)-galat"])
    let value = value ?? ""
    self.name = name
    self.label = label
    self.hint = hint
    self.value = value
    self.isOptional = isOptional
    fault = own.isEmpty ? nil : own.joined(separator: " · ")
    described = ids.isEmpty ? nil : ids.joined(separator: " ")
    // A browser shows nothing of a text that is no day in a field for days.
    let isBrowsersDay = value.isEmpty || FormField.isDay(value)
    switch kind {
    case .text: (isText, isDay, isArea, isFile, isChoice) = (true, false, false, false, false)
    case .day:
      (isText, isDay, isArea, isFile, isChoice) = (
        !isBrowsersDay, isBrowsersDay, false, false, false
      )
    case .area: (isText, isDay, isArea, isFile, isChoice) = (false, false, true, false, false)
    case .file: (isText, isDay, isArea, isFile, isChoice) = (false, false, false, true, false)
    case .choice: (isText, isDay, isArea, isFile, isChoice) = (false, false, false, false, true)
    }
    takesSeveral = if case .file(several: true) = kind { true } else { false }
    choices = if case .choice(let choices) = kind { choices } else { [] }
  }

  /// Whether a text is a day as a field for days holds it: `2026-03-31`.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
  }
}
