internal import ComplianceModel
internal import Wording
internal import Workspace

extension RequestFailure {
  /// What stands against the request, in words.
  ///
  /// - Throws: A cause that no page has words for.
  func objections() throws -> [Objection] {
    try causes.flatMap { cause -> [Objection] in
      guard let objections = Objection.all(in: cause) else { throw cause }
      return objections
    }
  }
}

extension Objection {
  /// The sentence as a form says it that was not taken.
  ///
  /// - Parameter labels: The labels of the form's fields.
  /// - Returns: The sentence, with its place in a file where it has one.
  func sentence(_ labels: [RequestField: String] = [:]) -> String {
    let file = place.map { place in
      "\(place.file)\(place.line > 0 ? " baris \(place.line.indonesian)" : ""): "
    }
    let words = [what, remedy].map { part in
      part.spelled { action in
        switch action {
        case .give(let field), .write(let field): labels[field].map { "'\($0)'" } ?? action.asTyped
        default: action.asTyped
        }
      }
    }
    return "\(file ?? "")\(words.joined(separator: "; "))."
  }
}

/// Something that is wrong with what was filled in.
struct FormFault: Hashable, Sendable {
  /// The name of the field that it is about; `nil` where it is about none alone.
  let field: String?
  /// What is wrong, and how to mend it.
  let text: String

  /// Says what is wrong.
  init(_ field: String?, _ text: String) {
    self.field = field
    self.text = text
  }

  /// What stands against a request.
  ///
  /// - Parameters:
  ///   - objection: What stands against it.
  ///   - labels: The labels of the form's fields.
  init(_ objection: Objection, _ labels: [RequestField: String]) {
    let field = objection.field.flatMap { labels[$0] == nil ? nil : $0.formName }
    self.init(field, objection.sentence(labels))
  }

  /// That a field was left empty.
  static func missing(_ field: String, _ label: String) -> FormFault {
    FormFault(field, "\(label) belum diisi; isi dahulu, lalu periksa lagi.")
  }
}
