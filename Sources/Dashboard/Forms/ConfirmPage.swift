internal import Answers
internal import CivilCalendar
internal import Deeds

/// Exactly what will be written, and what moves with it, to be confirmed; it belongs to another page.
struct ConfirmPage<Home: Page>: ShownPage {
  static var path: String { Home.path }
  static var template: String { "periksa-dahulu" }
  static var help: GuidePlace? { Home.help }

  let title = "Periksa sebelum ditulis"
  /// What is done.
  let act: String
  /// What changed since it was shown before; `nil` where nothing did.
  var changed: String?
  /// What it comes to, by name.
  var facts: [PreviewView.Fact] = []
  /// What people should know before they confirm it.
  var notices: [String] = []
  /// What it comes to, as tables.
  var tables: [TableView] = []
  /// What is written to a file, line by line; `nil` where no file of the office changes.
  var file: FileView?
  /// What moves; `nil` where nothing can.
  var effect: EffectView?
  /// A document as it will be kept; `nil` where there is none.
  var document: String?
  /// What is sent again.
  let hidden: [EntryView.Hidden]
  /// Where it is sent.
  let action: String
  /// What the button says.
  let verb: String
  /// Where to go without writing.
  let back: String

  /// A file of which lines change.
  struct FileView: Sendable {
    let name: String
    let lines: [LineView]
  }
}
