internal import ComplianceModel
internal import PlainText

/// What the JSON of an answer says.
extension JSONValue {
  /// A value that is written in one word: a text, a number, a truth value.
  private var word: String? {
    switch self {
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    // 400.0 is the whole number that a server means.
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    case .string(let text): text
    case .null, .array, .object: nil
    }
  }

  /// Whether there is nothing in it.
  private var isNothing: Bool {
    switch self {
    case .null: true
    case .string(let text): text.singleLine.isEmpty
    case .array(let values): values.isEmpty
    case .object(let fields): fields.isEmpty
    case .boolean, .integer, .number: false
    }
  }

  /// The values at the end of a path; lists are looked through, and capitals say nothing.
  private func values(at path: ArraySlice<String>) -> [JSONValue] {
    switch self {
    case .array(let values): return values.flatMap { $0.values(at: path) }
    case .object(let fields):
      guard let key = path.first else { return [self] }
      return fields.inOrder.filter { $0.key.lowercased() == key.lowercased() }
        .flatMap { $0.value.values(at: path.dropFirst()) }
    default: return path.isEmpty ? [self] : []
    }
  }

  /// The word at the end of a path.
  func word(at path: [String]) -> String? { values(at: path[...]).compactMap(\.word).first }

  /// Whether a condition holds: for every value at the end of its path, and for nothing where there
  /// is none.
  func satisfies(_ condition: AnswerCondition) -> Bool {
    let found = values(at: condition.path[...])
    return (found.isEmpty ? [.null] : found).allSatisfy { value in
      condition.expected.contains { expected in
        switch expected {
        case .present: !value.isNothing
        case .absent: value.isNothing
        case .text(let text): value.word?.lowercased() == text.lowercased()
        }
      }
    }
  }

  // MARK: - What denies

  private static let success: Set = [
    "ok", "success", "sukses", "succeeded", "issuccess", "berhasil", "accepted", "sent", "terkirim",
  ]
  private static let states: Set = ["status", "state", "result", "hasil"]
  private static let errors: Set = [
    "error", "errors", "iserror", "errormessage", "errorcode", "errordescription", "exception",
  ]
  private static let codes: Set = ["status", "statuscode", "code", "httpcode", "httpstatus"]
  private static let falseWords: Set = ["false", "no", "tidak", "0"]
  private static let denials: Set = [
    "false", "error", "failed", "fail", "failure", "rejected", "refused", "denied", "invalid",
    "unauthorized", "forbidden", "gagal", "ditolak",
  ]

  /// Whether it says anywhere that the message was not taken: `ok`, `success`, `status` that is
  /// `false` or says so in a word, an `error` that is not empty, a code of HTTP from 400 on.
  var denies: Bool {
    switch self {
    case .null: return true
    case .boolean(let value): return !value
    case .integer, .number: return false
    case .string(let text): return JSONValue.denials.contains(text.singleLine.lowercased())
    case .array(let values): return values.contains(where: \.deniesWithin)
    case .object: return deniesWithin
    }
  }

  /// The same for a value inside another, where a lone word says nothing.
  private var deniesWithin: Bool {
    switch self {
    case .array(let values): values.contains(where: \.deniesWithin)
    case .object(let fields): fields.contains { JSONValue.denies($0, $1) || $1.deniesWithin }
    default: false
    }
  }

  private static func denies(_ key: String, _ value: JSONValue) -> Bool {
    let name = key.lowercased().filter { $0 != "_" && $0 != "-" }
    let word = value.word?.singleLine.lowercased()
    if errors.contains(name) {
      return !value.isNothing && !(word.map { falseWords.contains($0) } ?? false)
    }
    guard let word else { return false }
    if success.contains(name) { return falseWords.contains(word) || denials.contains(word) }
    if states.contains(name), denials.contains(word) { return true }
    return codes.contains(name) && (Int(word).map { (400...599).contains($0) } ?? false)
  }

  // MARK: - Why

  /// The names under which servers give their reason, the plainest first.
  private static let reasons = [
    "description", "message", "reason", "detail", "details", "msg", "alasan", "pesan", "keterangan",
    "error_description", "error_message", "error", "errors", "title", "data", "result", "response",
  ]

  /// The server's own reason, as it wrote it; `nil` where it gives none.
  var reason: String? {
    switch self {
    case .array(let values): return values.lazy.compactMap(\.reasonOrText).first
    case .object(let fields):
      return JSONValue.reasons.lazy.compactMap { name in
        fields.inOrder.first { $0.key.lowercased() == name }?.value.reasonOrText
      }.first
    default: return nil
    }
  }

  private var reasonOrText: String? {
    guard case .string(let text) = self else { return reason }
    return text.singleLine.isEmpty ? nil : text
  }
}
