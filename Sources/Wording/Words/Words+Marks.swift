package import Answers
internal import Compliance

extension Words {
  /// A document in a matrix, as its legend explains it: `v`, `Xk`, `! 1/2`.
  package static func mark(_ mark: DocumentMark) -> String {
    let sign =
      switch mark.status {
      case .onTime: "v"
      case .submitted: "o"
      case .late: "t"
      case .overdue: "X"
      case .dueSoon: "!"
      case .waiting: "."
      case .exempt: "-"
      }
    let text = sign + (mark.isReturned ? "k" : "") + (mark.awaitsAcceptance ? "*" : "")
    return mark.isHalf ? "\(text) \(mark.present)/\(mark.required)" : text
  }

  /// Documents in a matrix, a mark each, and how many are in: `vv.. 2/4`; nothing where there are none.
  package static func marks(_ marks: [DocumentMark]) -> String {
    guard !marks.isEmpty else { return "" }
    let present = marks.reduce(0) { $0 + $1.present }
    let required = marks.reduce(0) { $0 + $1.required }
    return "\(marks.map(mark).joined()) \(present)/\(required)"
  }

  /// The style of the worst of several documents.
  package static func style(ofWorst marks: [DocumentMark]) -> Style {
    let worst = [Status.overdue, .late, .dueSoon, .waiting, .onTime].first { status in
      marks.contains { $0.status == status }
    }
    return worst.map(style) ?? .plain
  }
}
