internal import ComplianceModel
internal import Wording

extension Remedy {
  /// The words with their actions as pages have them: forms, and the labels of their fields.
  func onPage(of recording: Recording) -> String {
    spelled { action in
      switch action {
      case .give(let field): "isian '\(recording.label(of: field))'"
      case .write(let field): "'\(recording.label(of: field))'"
      case .submit: "formulir '\(Recording.Act.submit.title)'"
      case .void(let row?): "tautan Batalkan pada baris \(row)"
      default: action.asTyped
      }
    }
  }
}
