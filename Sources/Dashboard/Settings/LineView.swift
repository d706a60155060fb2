internal import ComplianceModel
internal import Deeds

/// A line of a file that is to be written, as a template shows it.
struct LineView: Sendable {
  let number: String
  /// `hapus` or `tulis`, since a colour alone says nothing to some.
  let act: String
  let text: String
  /// The name of a style.
  let style: String

  /// Shows a line.
  init(_ line: ChangedLine) {
    number = line.number.indonesian
    act = line.isAdded ? "tulis" : "hapus"
    text = line.text
    style = line.isAdded ? "good" : "bad"
  }
}
