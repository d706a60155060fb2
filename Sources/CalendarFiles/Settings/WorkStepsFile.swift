public import ComplianceModel

/// The usual steps of a report, from `Calendars/rencana/langkah.yaml`.
public enum WorkStepsFile {
  private static let keys = ["diperiksa", "sumber", "rujukan", "keyakinan", "langkah"]

  /// Reads a file.
  ///
  /// - Parameter text: The text of the file.
  /// - Returns: The steps, `nil` where they cannot be relied on, and every fault found.
  public static func read(_ text: YAMLText) -> (steps: WorkSteps?, findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    let steps = steps(in: text, &reader)
    return (reader.findings.isEmpty ? steps : nil, reader.findings)
  }

  private static func steps(in text: YAMLText, _ reader: inout YAMLReader) -> WorkSteps? {
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    _ = reader.date(reader.required("diperiksa", in: fields))
    let source = reader.source(fields)
    _ = reader.confidence(fields)
    let steps = reader.required("langkah", in: fields).map { reader.workSteps($0) }
    guard let steps, let source else { return nil }
    return WorkSteps(steps, source: source)
  }
}

extension YAMLReader {
  /// The working days that a step may lie before the due date: about a year.
  private static let stepDays = 0...250

  /// A list of steps, each no further from the due date than the one before.
  mutating func workSteps(_ list: Node) -> [WorkSteps.Step] {
    if list.items?.isEmpty ?? false { report(.emptyList, at: list) }
    var steps: [WorkSteps.Step] = []
    for item in items(list) {
      guard let fields = fields(item, keys: ["nama", "hari_kerja"]) else { continue }
      let nameNode = required("nama", in: fields)
      let daysNode = required("hari_kerja", in: fields)
      let name = text(nameNode)
      let days = integer(daysNode, in: YAMLReader.stepDays)
      guard let name, let days, let nameNode, let daysNode else { continue }
      if steps.contains(where: { $0.name.lowercased() == name.lowercased() }) {
        report(.repeatedStep(name), at: nameNode)
      }
      if let before = steps.last, before.workingDays < days {
        report(.stepsNotInOrder(name, after: before.name), at: daysNode)
      }
      steps.append(WorkSteps.Step(name: name, workingDays: days))
    }
    return steps
  }
}
