public import ComplianceModel

/// A scale of predicates, from `Calendars/skala/`.
public enum ScaleFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - name: The name of the file without its ending, which the scale must bear: `ikm-2017`.
  /// - Returns: The scale, `nil` where it cannot be relied on, and every fault found.
  public static func read(
    _ text: YAMLText, name: String
  ) -> (scale: PredicateScale?, findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    let scale = scale(in: text, name: name, &reader)
    return (reader.findings.isEmpty ? scale : nil, reader.findings)
  }

  private static let keys = [
    "skala", "judul", "sumber", "rujukan", "keyakinan", "diperiksa", "batas_bawah", "kelas",
    "unsur",
  ]

  private static func scale(
    in text: YAMLText, name: String, _ reader: inout YAMLReader
  ) -> PredicateScale? {
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    if let node = reader.required("skala", in: fields), let stated = reader.text(node),
      stated != name
    {
      reader.report(.wrongName(stated, fileName: name), at: node)
    }
    let title = reader.text(reader.required("judul", in: fields))
    let source = reader.source(fields)
    let confidence = reader.confidence(fields)
    _ = reader.date(reader.required("diperiksa", in: fields))
    let includesLowerBound = reader.choice(
      reader.required("batas_bawah", in: fields), ["termasuk": true, "tidak-termasuk": false])
    let grades = grades(reader.required("kelas", in: fields), &reader)
    let elements = elements(fields["unsur"], &reader)
    guard let title, let source, let confidence, let includesLowerBound else { return nil }
    return PredicateScale(
      name: name, title: title, source: source, confidence: confidence,
      includesLowerBound: includesLowerBound, grades: grades, elements: elements)
  }

  private static func grades(
    _ list: Node?, _ reader: inout YAMLReader
  ) -> [PredicateScale.Grade] {
    guard let list else { return [] }
    let items = reader.items(list)
    if list.items != nil, items.isEmpty { reader.report(.noGrades, at: list) }
    var grades: [PredicateScale.Grade] = []
    for item in items {
      guard let fields = reader.fields(item, keys: ["huruf", "nama", "dari"]) else { continue }
      let lettersNode = reader.required("huruf", in: fields)
      let letters = reader.text(lettersNode)
      let name = reader.text(reader.required("nama", in: fields))
      let fromNode = reader.required("dari", in: fields)
      let from = reader.hundredths(fromNode)
      guard let letters, let name, let from, let lettersNode, let fromNode else { continue }
      if grades.contains(where: { $0.letters == letters }) {
        reader.report(.repeatedGrade(letters), at: lettersNode)
      }
      if let better = grades.last, better.from <= from {
        reader.report(.gradesNotDescending(letters, after: better.letters), at: fromNode)
      }
      grades.append(PredicateScale.Grade(letters: letters, name: name, from: from))
    }
    return grades
  }

  private static func elements(_ list: Node?, _ reader: inout YAMLReader) -> [String] {
    var elements: [String] = []
    var words: Set<String> = []
    for (place, item) in reader.items(list).enumerated() {
      if place == SurveyTally.mostElements { reader.report(.tooManyElements, at: item) }
      guard let name = reader.text(item) else { continue }
      // A column of a survey is known by the name, read as surveys compare names.
      if !words.insert(SurveyTally.folded(name)).inserted {
        reader.report(.repeatedElement(name), at: item)
      }
      elements.append(name)
    }
    return elements
  }
}
