internal import PlainText

/// What was sent with a form; what is not understood was refused before.
struct FormFields: Sendable {
  /// The texts by field, in the order in which they were sent.
  private var texts: [String: [String]] = [:]
  /// The files by field, in the order in which they were sent.
  private var uploads: [String: [UploadedFile]] = [:]
  private let known: Known

  /// The fields of a form.
  struct Known: Sendable {
    /// Those that stand once.
    let single: Set<String>
    /// Those that may stand often.
    let repeated: Set<String>
    /// Those of files.
    let files: Set<String>

    /// Fields that stand once.
    init(single: Set<String>) {
      self.single = single
      repeated = []
      files = []
    }

    /// The fields of a form, with those that all forms have.
    init(_ form: any PostedForm.Type) {
      single = form.fields.union([FormToken.field])
      repeated = form.repeatedFields
      files = form.fileFields
    }
  }

  /// Begins with nothing sent.
  init(_ known: Known) { self.known = known }

  /// Adds a text.
  ///
  /// - Throws: A ``QueryFault`` for a field that is not known, or stands twice and must not.
  mutating func add(_ text: String, to field: String) throws(QueryFault) {
    guard known.single.contains(field) || known.repeated.contains(field) else {
      throw FormFields.unknown(field)
    }
    guard known.repeated.contains(field) || texts[field] == nil else {
      throw QueryFault(what: "'\(field)' dikirim dua kali")
    }
    texts[field, default: []].append(text)
  }

  /// Adds a file.
  ///
  /// - Throws: A ``QueryFault`` for a field that is none of files.
  mutating func add(_ file: UploadedFile, to field: String) throws(QueryFault) {
    try requireFiles(field)
    uploads[field, default: []].append(file)
  }

  /// Sees that a field is one of files.
  ///
  /// - Throws: A ``QueryFault`` where it is not.
  func requireFiles(_ field: String) throws(QueryFault) {
    guard known.files.contains(field) else { throw FormFields.unknown(field) }
  }

  private static func unknown(_ field: String) -> QueryFault {
    QueryFault(what: "'\(field)' tidak dikenal di formulir ini")
  }

  /// The text of a field, without blanks around it; `nil` where none was sent, or an empty one.
  subscript(field: String) -> String? { all(field).first }

  /// The text of a field as it was sent; `nil` where none was.
  func whole(_ field: String) -> String? { texts[field]?.first }

  /// All texts of a field that are not empty, without blanks around them.
  func all(_ field: String) -> [String] {
    (texts[field] ?? []).map { $0.trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// The files of a field; one that was left empty has none.
  func files(_ field: String) -> [UploadedFile] { uploads[field] ?? [] }

  /// All files.
  var allFiles: [UploadedFile] { uploads.values.flatMap(\.self) }

  /// The value of a field, read.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - form: What it must be, as the refusal says it.
  ///   - read: Reads it.
  /// - Returns: The value; `nil` where none is given.
  /// - Throws: ``QueryFault`` where it cannot be read.
  func value<Value>(
    _ field: String, as form: String, _ read: (String) throws -> Value?
  ) throws(QueryFault) -> Value? {
    guard let text = self[field] else { return nil }
    return try QueryFault.read(text, as: form, read)
  }
}
